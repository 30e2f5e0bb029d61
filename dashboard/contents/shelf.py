"""The briefings one by one, with what each of them tells: the rows of the list of briefings."""

from dataclasses import dataclass

from dashboard.filters.facets import country
from dashboard.language import Language
from loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class Book:
    """A briefing. `events` and `planned` count the chosen events; `chair` is '' if not known."""

    briefing_id: str
    quarter: str
    title: str
    language: str
    chair: str
    sections: int
    events: int
    planned: int
    notes: int

    @property
    def year(self) -> str:
        return self.quarter[:4]


def shelf(everything: Tables, tables: Tables, lang: Language) -> tuple[Book, ...]:
    """All briefings of `everything`, newest first; counts of events are those of `tables`."""
    chosen = tables["events"]
    counted = {name: everything[name]["briefing_id"].value_counts() for name in ("sections", "sources")}
    events, planned = (rows["briefing_id"].value_counts() for rows in (chosen, chosen[chosen["status"] == "planned"]))
    ordered = everything["briefings"].sort_values(["quarter", "briefing_id"], ascending=False, kind="stable")
    return tuple(
        Book(
            row.briefing_id,
            row.quarter,
            row.title,
            row.language,
            country(row.chair_code, lang) if row.chair_code else "",
            int(counted["sections"].get(row.briefing_id, 0)),
            int(events.get(row.briefing_id, 0)),
            int(planned.get(row.briefing_id, 0)),
            int(counted["sources"].get(row.briefing_id, 0)),
        )
        for row in ordered.itertuples()
    )
