"""Sources in the style of the house: 'Title, 16. September 2022, in: https://…'."""

from dataclasses import dataclass

import pandas as pd

from dashboard.language import Language, day
from loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class Reference:
    """One source under a number of its own; `text` is what stands before the address, `language` that of the title."""

    number: int
    text: str
    url: str
    language: str

    @property
    def whole(self) -> str:
        """The note as one line."""
        return f"{self.text}, in: {self.url}" if self.url else self.text


@dataclass(frozen=True, slots=True)
class References:
    """Sources numbered from 1 in the order of the events, each once; `of_event` gives the numbers of an event."""

    notes: tuple[Reference, ...]
    of_event: dict[str, tuple[int, ...]]


def references(tables: Tables, event_ids: list[str], lang: Language) -> References:
    """The sources of these events. Two footnotes with the same address and title are one source."""
    links = tables["event_sources"]
    sources = tables["sources"].set_index("source_id")
    by_event = links.groupby("event_id")["source_id"].agg(list).to_dict()
    numbers: dict[tuple[str, str], int] = {}
    notes: list[Reference] = []
    of_event: dict[str, tuple[int, ...]] = {}
    for event_id in event_ids:
        found = []
        for source_id in sorted(by_event.get(event_id, []), key=lambda id_: (len(id_), id_)):
            if source_id not in sources.index:
                continue
            source = sources.loc[source_id]
            text = cited(source, lang)
            key = (text, source["url"])
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                notes.append(Reference(numbers[key], text, source["url"], source["language"]))
            found.append(numbers[key])
        of_event[event_id] = tuple(dict.fromkeys(found))
    return References(tuple(notes), of_event)


def cited(source: pd.Series, lang: Language) -> str:
    """Title and date of a row of the table `sources`; where no title was found, the note as it is printed."""
    if not source["title"]:
        return str(source["text"]).split(", in: ")[0]
    date = "" if pd.isna(source["date"]) else day(source["date"].date(), lang)
    return ", ".join(part for part in (source["title"], date) if part)
