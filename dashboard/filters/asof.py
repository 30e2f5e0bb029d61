"""What was known after a chosen briefing: later briefings, their events and what they tell of chains are taken away."""

from dashboard.filters.selection_apply import of_briefings, of_events
from loaders.tables import Tables, chains_told


def known_after(tables: Tables, briefing_id: str) -> Tables:
    """The tables as of `briefing_id` ('' = the newest): briefings of its quarter and before, and what they tell.

    Title and outcome of a chain are those that could be known then; what only later briefings make a chain is none.
    """
    briefings = tables["briefings"]
    if not briefing_id or briefing_id not in set(briefings["briefing_id"]):
        return tables
    last_quarter = briefings.loc[briefings["briefing_id"] == briefing_id, "quarter"].iloc[0]
    known = briefings.loc[briefings["quarter"] <= last_quarter, "briefing_id"]
    events = tables["events"]
    cut = of_briefings(of_events(tables, events.loc[events["briefing_id"].isin(set(known)), "event_id"]), known)
    chains, events = chains_told(cut, last_quarter), cut["events"]
    chain_ids = events["chain_id"].where(events["chain_id"].isin(set(chains["chain_id"])), "")
    links = cut["chain_links"]
    said = links["joined_to"].isin(set(events["event_id"])) & links["chain_id"].isin(set(chains["chain_id"]))
    return cut.replaced(chains=chains, events=events.assign(chain_id=chain_ids), chain_links=links[said].reset_index(drop=True))
