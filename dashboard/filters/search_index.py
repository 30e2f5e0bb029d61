"""The texts of the events as an index of words, built once for each version of the data. Knows no Streamlit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dashboard.filters.name_variants import Variants, variants
from dashboard.filters.own import is_passing
from dashboard.filters.words import Word, folded, words
from dashboard.keyed import Keyed, memory
from loaders.tables import Tables

_INDEX = "index"


class Field(NamedTuple):
    """A text that is searched: kind is title, passage, heading, section or note; id is its event, section or source."""

    kind: str
    id: str


class Place(NamedTuple):
    """A word in a text: number of the field and of the word in it."""

    field: int
    position: int


@dataclass(frozen=True)
class Index:
    """`places` leads from a spelling to where it stands, `joined` from two words that a hyphen joins to the first of them;
    `fields_of` leads from an event to its fields, footnotes apart."""

    fields: list[Field] = field(default_factory=list)
    words: list[list[Word]] = field(default_factory=list)
    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    joined: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    fields_of: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    notes_of: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    variants: Variants = field(default_factory=dict)
    is_passing: bool = False  # of an own briefing

    @property
    def spellings(self) -> Iterable[str]:
        return self.places.keys()


def index(tables: Tables) -> Index:
    """The index of the tables; the key is the version and how far an as-of view cuts them.

    That of an own briefing lives as long as its tables, and no longer.
    """
    if is_passing(tables.version):
        known = memory(tables)
        if _INDEX not in known:
            known[_INDEX] = _built(tables)
        of_session: Index = known[_INDEX]
        return of_session
    events = tables["events"]["event_id"]
    return _index(Keyed(tables, tables.version, len(events), *events.tail(1), len(tables["sections"]), len(tables["sources"])))


@lru_cache(maxsize=8)
def _index(keyed: Keyed[Tables]) -> Index:
    return _built(keyed.value)


def _built(tables: Tables) -> Index:
    built = Index(variants=variants(tables), is_passing=is_passing(tables.version))
    sections, sources, events = tables["sections"], tables["sources"], tables["events"]
    of_section = {
        section_id: [_add(built, "heading", section_id, heading), _add(built, "section", section_id, text)]
        for section_id, heading, text in zip(sections["section_id"], sections["heading"], sections["text"], strict=True)
    }
    notes = {
        source_id: _add(built, "note", source_id, text)
        for source_id, text in zip(sources["source_id"], sources["text"], strict=True)
    }
    section_ids = events["briefing_id"] + "-s" + events["section_no"].astype(str)
    for event_id, section_id, title, passage in zip(
        events["event_id"], section_ids, events["title"], events["passage"], strict=True
    ):
        own = [_add(built, "title", event_id, title), _add(built, "passage", event_id, passage)]
        built.fields_of[event_id] = [*own, *of_section.get(section_id, [])]
    for event_id, source_id in zip(tables["event_sources"]["event_id"], tables["event_sources"]["source_id"], strict=True):
        built.notes_of[event_id].append(notes[source_id])
    return built


def _add(built: Index, kind: str, of: str, text: str) -> int:
    number, found = len(built.fields), words(text)
    built.fields.append(Field(kind, of))
    built.words.append(found)
    for position, word in enumerate(found):
        built.places[word.text].append(Place(number, position))
    # 'E-Commerce' is found as 'Ecommerce' too.
    for position, (first, second) in enumerate(pairwise(found)):
        if text[first.end : second.start] == "-":
            built.joined[folded(first.text + second.text)].append(Place(number, position))
    return number


def is_same(asked: str, spelling: str) -> bool:
    """Whether a word of a phrase is the word of a text, looking past case and ways of writing umlauts alone."""
    return folded(asked) == folded(spelling)
