"""Text search over the events."""

from loaders.tables import Tables


def event_ids(tables: Tables, query: str, notes: bool = False) -> frozenset[str]:
    """The events in which all words of the query stand."""
    events = tables["events"]
    text = (events["title"] + " " + events["passage"]).str.casefold()
    found = text.map(lambda cell: all(word in cell for word in query.casefold().split()))
    return frozenset(events.loc[found, "event_id"])
