"""Old forms of links, and what each means today: a link that once worked goes on working.

`MIGRATIONS` is the table, a row a form: forms that links had before the first release, and forms that people write by hand.
When an id of a vocabulary changes, it gets a row in `data/vocabularies/renamed_ids.csv`; no code is needed. Knows no Streamlit.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from loaders.vocabulary import Vocabulary, default

Query = dict[str, list[str]]

_KEYS = {
    "quarters": "quarter",
    "topics": "topic",
    "places": "place",
    "countries": "country",
    "actors": "actor",
    "types": "type",
    "statuses": "status",
    "chains": "chain",
    "language": "lang",
    "date_from": "from",
    "date_to": "to",
    "search": "q",
    "as_of": "asof",
    "presentation": "present",
}
_LANGUAGES = {"deutsch": "de", "german": "de", "de-de": "de", "englisch": "en", "english": "en", "en-gb": "en", "en-us": "en"}
_SWITCHES = ("present", "notes", "frozen", "frame")
_TRUE = {"true": "1", "yes": "1", "on": "1", "false": "0", "no": "0", "off": "0"}
_QUARTER = re.compile(r"(?:q([1-4])[ /.-]?(20\d\d|19\d\d))|(?:(20\d\d|19\d\d)[ /.-]?q([1-4]))", re.IGNORECASE)
_SPAN = re.compile(r"(\d{4})-Q([1-4])\.\.(\d{4})-Q([1-4])")
_LONGEST_SPAN = 400  # quarters


@dataclass(frozen=True, slots=True)
class Migration:
    """One old form. `example` is a query that has it, `becomes` the same query in today's form."""

    what: str
    example: str
    becomes: str
    change: Callable[[Query, Vocabulary], Query]


def _renamed_keys(query: Query, _vocabulary: Vocabulary) -> Query:
    # A key that stands in both forms keeps today's.
    return {_KEYS.get(key, key): values for key, values in query.items() if _KEYS.get(key, key) not in query or key not in _KEYS}


def _languages(query: Query, _vocabulary: Vocabulary) -> Query:
    return _mapped(query, "lang", lambda text: _LANGUAGES.get(text.lower(), text.lower()))


def _switches(query: Query, _vocabulary: Vocabulary) -> Query:
    for key in _SWITCHES:
        query = _mapped(query, key, lambda text: _TRUE.get(text.lower(), text))
    return query


def _quarter_forms(query: Query, _vocabulary: Vocabulary) -> Query:
    return _mapped(query, "quarter", lambda text: ",".join(_quarter(part.strip()) for part in text.split(",")))


def _quarter(text: str) -> str:
    found = _QUARTER.fullmatch(text)
    if found:
        return f"{found[2] or found[3]}-Q{found[1] or found[4]}"
    if re.fullmatch(r"(19|20)\d\d", text):
        return ",".join(f"{text}-Q{number}" for number in range(1, 5))
    return text


def _quarter_spans(query: Query, _vocabulary: Vocabulary) -> Query:
    return _mapped(query, "quarter", lambda text: ",".join(_span(part.strip()) for part in text.split(",")))


def _span(text: str) -> str:
    found = _SPAN.fullmatch(text)
    if not found:
        return text
    first, last = (int(found[n]) * 4 + int(found[n + 1]) - 1 for n in (1, 3))
    if not first <= last < first + _LONGEST_SPAN:
        return text
    return ",".join(f"{number // 4}-Q{number % 4 + 1}" for number in range(first, last + 1))


def _renamed_ids(query: Query, vocabulary: Vocabulary) -> Query:
    renamed = {(row["key"], row["was"]): row["becomes"] for row in vocabulary.rows("renamed_ids")}
    changed = {
        key: [",".join(_followed(renamed, key, part.strip()) for part in text.split(",")) for text in query[key]]
        for key in {key for key, _ in renamed} & set(query)
    }
    return {**query, **changed}


def _followed(renamed: Mapping[tuple[str, str], str], key: str, value: str) -> str:
    """The id of today, also over several renamings; a circle ends where it began."""
    seen = {value}
    while (key, value) in renamed and renamed[key, value] not in seen:
        value = renamed[key, value]
        seen.add(value)
    return value


def _mapped(query: Query, key: str, change: Callable[[str], str]) -> Query:
    return {**query, key: [change(text) for text in query[key]]} if key in query else query


MIGRATIONS = (
    Migration("names of fields in the plural or spelled out", "topics=energy&language=en", "topic=energy&lang=en", _renamed_keys),
    Migration("languages by name or in capitals", "lang=English", "lang=en", _languages),
    Migration("switches in words", "present=true", "present=1", _switches),
    Migration(
        "quarters as people write them, and whole years", "quarter=Q3/2021,2022Q1", "quarter=2021-Q3,2022-Q1", _quarter_forms
    ),
    Migration("stretches of quarters", "quarter=2021-Q3..2022-Q1", "quarter=2021-Q3,2021-Q4,2022-Q1", _quarter_spans),
    Migration("ids that have changed", "", "", _renamed_ids),
)


def migrated(params: Mapping[str, str | Sequence[str]], vocabulary: Vocabulary | None = None) -> Query:
    """The query in today's form; what is in it already, or in no known form, stays as it is."""
    query = {key: [value] if isinstance(value, str) else [str(item) for item in value] for key, value in params.items()}
    for migration in MIGRATIONS:
        query = migration.change(query, vocabulary or default())
    return query
