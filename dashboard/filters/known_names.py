"""Whether a search asks for something that has a filter of its own: a topic, a place, a state or an actor. Knows no Streamlit."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.filters.facets import FACETS
from dashboard.filters.name_variants import Name, Variants
from dashboard.filters.own import Joined
from dashboard.filters.search_index import index
from dashboard.filters.selection_apply import option_counts
from dashboard.filters.words import folded, words
from dashboard.language import LANGUAGES
from loaders.tables import Tables

if TYPE_CHECKING:
    from dashboard.filters.selection import Selection

_KEYS = ("topic", "place", "country", "actor")


@dataclass(frozen=True, slots=True)
class Known:
    """A value of a filter that a search asks for: field and value as a selection takes them, and the events it would leave."""

    key: str
    value: str
    count: int


def known_names(selection: "Selection", tables: Tables) -> list[Known]:
    """The filters whose value is called like the whole search, in any of its spellings and in any language.

    Counts look past the search and keep to the other restrictions; a value that would leave no event is left out.
    """
    asked = _folded(selection.q)
    if not asked:
        return []
    spellings = {asked, *(tuple(folded(word) for word in name) for name in _variants(tables).get(asked, ()))}
    without = replace(selection, q="", notes=False)
    found = []
    for key in _KEYS:
        values = [value for value in FACETS[key].values(tables) if _names(key, value, tables) & spellings]
        counts = option_counts(without, tables, key) if values else {}
        found += [Known(key, value, counts[value]) for value in values if counts[value]]
    return found


def _variants(tables: Tables) -> Variants:
    if isinstance(tables, Joined):
        return index(tables.project).variants | index(tables.own).variants
    return index(tables).variants


def _names(key: str, value: str, tables: Tables) -> set[Name]:
    return {_folded(FACETS[key].name(tables, value, lang)) for lang in LANGUAGES}


def _folded(text: str) -> Name:
    return tuple(folded(word.text) for word in words(text))
