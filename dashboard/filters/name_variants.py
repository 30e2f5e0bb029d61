"""Other spellings of a name: Peking and Beijing, Nur-Sultan and Astana, Norow and Norov. Knows no Streamlit.

They come from the labels of the tables and from the vocabularies place_names and actor_names, one row a spelling.
"""

from collections.abc import Iterator

from dashboard.filters.words import folded, words
from loaders.tables import Tables
from loaders.vocabulary import VocabularyError, default

Name = tuple[str, ...]  # the words of a name, as it is written
Variants = dict[Name, frozenset[Name]]  # by the folded words

_SHORTEST = 3  # letters of a name: shorter ones are abbreviations with several meanings


def variants(tables: Tables) -> Variants:
    """All spellings of a place, person or body by each of them; what a search for one of them looks for.

    Spellings of a person that have as many words are also compared word by word: 'Wladimir Norow' and 'Vladimir Norov'
    make Norow and Norov the same.
    """
    same: dict[Name, set[Name]] = {}
    for group in _groups(tables, "places", "place_names").values():
        _join(same, group)
    persons = _persons(tables)
    for actor_id, group in _groups(tables, "actors", "actor_names").items():
        _join(same, group)
        if actor_id in persons:
            for parts in _aligned(group):
                _join(same, parts)
    return {name: frozenset(spellings) for name, spellings in same.items()}


def _persons(tables: Tables) -> set[str]:
    known = {row["actor_id"] for row in _rows("actors") if row["kind"] == "person"}
    return known | set(tables["actors"].loc[tables["actors"]["kind"] == "person", "actor_id"])


def _groups(tables: Tables, table: str, spellings: str) -> dict[str, set[Name]]:
    """The spellings by place or actor, of the tables and of the vocabularies: a name not told of can be asked for."""
    groups: dict[str, set[Name]] = {}
    rows = tables[table]
    named = list(zip(rows.iloc[:, 0], rows["label_de"], rows["label_en"], strict=True))
    named += [(next(iter(row.values())), row["label_de"], row["label_en"]) for row in _rows(table)]
    for item, german, english in named:
        groups.setdefault(item, set()).update((_name(german), _name(english)))
    for row in _rows(spellings):
        # A spelling that needs a cue in the text stands for other things as well.
        if not row.get("needs_cue"):
            groups.setdefault(next(iter(row.values())), set()).add(_name(row["name"]))
    return groups


def _rows(vocabulary: str) -> tuple[dict[str, str], ...]:
    try:
        return default().rows(vocabulary)
    except VocabularyError:
        return ()


def _name(text: str) -> Name:
    return tuple(word.text for word in words(text))


def _join(same: dict[Name, set[Name]], group: set[Name]) -> None:
    usable = {name for name in group if len("".join(name)) >= _SHORTEST}
    for name in usable:
        same.setdefault(tuple(folded(word) for word in name), set()).update(usable)


def _aligned(group: set[Name]) -> Iterator[set[Name]]:

    by_length: dict[int, list[Name]] = {}
    for name in group:
        by_length.setdefault(len(name), []).append(name)
    for names in by_length.values():
        if len(names) > 1:
            for position in range(len(names[0])):
                parts: set[Name] = {(name[position],) for name in names}
                yield parts
