"""What a briefing says about itself: quarter, organisation, chair, language. Never from the clock."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from loaders.document import Problem
from loaders.readers import _patterns
from loaders.vocabulary import default

# Keys of a front matter: ours in both languages, and those of site generators that say nothing a table holds.
_KEYS = {
    "quarter": "quarter", "quartal": "quarter", "organisation": "organisation", "organization": "organisation",
    "chair": "chair", "chairmanship": "chair", "presidency": "chair", "vorsitz": "chair", "präsidentschaft": "chair",
    "language": "language", "lang": "language", "sprache": "language", "title": "title", "titel": "title",
}  # fmt: skip
_PASSED_OVER_WORDS = """
date datum author authors autor autorin autoren tags tag keywords layout draft description summary subtitle untertitel
slug category categories kategorie version source permalink url image published updated status institution publisher
id
"""
_PASSED_OVER = frozenset(_PASSED_OVER_WORDS.split())
_LANGUAGES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}
_MONTHS = ("jan jän", "feb", "mär mar mae", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dez dec")
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_DATED = re.compile(
    r"\b(?P<name>jan|jän|feb|mär|mar|mae|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,\s*)?(?P<y1>20\d\d)\b"
    r"|\b\d{1,2}\.\s?(?P<m2>\d{1,2})\.\s?(?P<y2>20\d\d)\b|\b(?P<y3>20\d\d)-(?P<m3>\d\d)-\d\d\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The head of a briefing; '' stands for 'not known'."""

    briefing_id: str
    quarter: str
    title: str
    organisation_id: str
    chair_code: str
    language: str
    problems: tuple[Problem, ...]


def quarter_in(words: str) -> str:
    """The quarter a title or a file name tells, as '2021-Q1'; '' where it tells none.

    >>> quarter_in("1. Quartal 2021")
    '2021-Q1'
    """
    years = set(_YEAR.findall(words))
    for pattern, row in _patterns.rows_of("quarter"):
        if found := pattern.search(words):
            groups = found.groupdict()
            year = groups.get("year") or (years.pop() if len(years) == 1 else "")
            if year:
                return f"{year if len(year) == 4 else '20' + year}-Q{row['value'] or groups['q']}"
    return ""


def metadata(
    front: Iterable[tuple[str, str, int]],
    title: str,
    above: Sequence[str],
    headings: Sequence[str],
    text: str,
    name: str,
    told_language: str,
) -> Metadata:
    """Puts together what front matter, title, the lines above the text, the file's name and, last, the dates tell."""
    told, problems = _front(front)
    title = title or told.get("title", "")
    quarter, further = _quarter(told.get("quarter", ""), [title, *above], headings, text, name)
    head = " ".join([title, *above])
    language = told.get("language") or language_of(" ".join([head, *headings, text[:6000]])) or told_language
    if not language:
        language = "de"
        problems.append(Problem("language-unknown", language))
    return Metadata(
        briefing_id=quarter.lower() if quarter and not _is_derived(further) else _slug(name),
        quarter=quarter,
        title=title or PurePath(name).stem,
        organisation_id=told.get("organisation") or _organisation(head, text),
        chair_code=told.get("chair") or _chair(head),
        language=language,
        problems=(*problems, *further, *(() if title else (Problem("title-missing", name),))),
    )


def _is_derived(problems: Iterable[Problem]) -> bool:
    return any(problem.code == "quarter-derived" for problem in problems)


def _slug(name: str) -> str:
    stem = PurePath(name).stem.lower()
    for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        stem = stem.replace(letter, letters)
    return re.sub(r"[^a-z0-9]+", "-", stem).strip("-") or "briefing"


def _front(front: Iterable[tuple[str, str, int]]) -> tuple[dict[str, str], list[Problem]]:
    told: dict[str, str] = {}
    problems = []
    for key, value, line in front:
        field = _KEYS.get(key.casefold())
        if field is None:
            if key.casefold() not in _PASSED_OVER:
                problems.append(Problem("front-matter-unknown", key, line))
        elif value:
            read = _VALUES[field](value)
            if read:
                told[field] = read
            else:
                problems.append(Problem("front-matter-value", value, line, details=(("key", key),)))
    return told, problems


def _front_quarter(value: str) -> str:
    found = re.fullmatch(r"(20\d\d)\s*[-/. ]\s*([1-4])|([1-4])\s*[-/. ]\s*(20\d\d)", value.strip())
    return quarter_in(value) or (f"{found[1] or found[4]}-Q{found[2] or found[3]}" if found else "")


def _front_language(value: str) -> str:
    code = re.match(r"[a-z]{2}(?![a-z])", value.casefold())
    return _LANGUAGES.get(value.casefold(), code[0] if code else "")


def _quarter(told: str, titles: Sequence[str], headings: Sequence[str], text: str, name: str) -> tuple[str, list[Problem]]:
    titled = next(filter(None, map(quarter_in, titles)), "")
    named = quarter_in(re.sub(r"[_\s]+", " ", PurePath(name).stem))
    said = told or titled or named
    if not said:
        derived = _majority(" ".join(headings)) or _majority(text)
        return derived, [Problem("quarter-derived" if derived else "quarter-unknown", derived or name)]
    others = [(other, place) for other, place in ((titled, "title"), (named, "file")) if other and other != said]
    return said, [Problem("quarter-contradicted", said, details=(("other", other), ("place", place))) for other, place in others]


def _majority(text: str) -> str:
    counts: Counter[str] = Counter()
    for found in _DATED.finditer(text):
        month = int(found["m2"] or found["m3"] or _MONTH_OF[found["name"].lower()])
        if 1 <= month <= 12:
            counts[f"{found['y1'] or found['y2'] or found['y3']}-Q{(month + 2) // 3}"] += 1
    # Of quarters told equally often the latest: a report looks back more often than ahead.
    return max(counts, key=lambda quarter: (counts[quarter], quarter), default="")


@cache
def _organisations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for row in default().rows("organisations"):
        names = {value for column, value in row.items() if column.startswith(("label_", "abbreviation_")) and value}
        found.append(
            (
                row["organisation_id"],
                re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![^\W_])"),
            )
        )
    return tuple(found)


def _organisation(head: str, text: str) -> str:
    for words in (head, text):
        counts = {organisation_id: len(pattern.findall(words)) for organisation_id, pattern in _organisations()}
        best = max(counts, key=lambda organisation_id: counts[organisation_id], default="")
        if best and counts[best]:
            return best
    return ""


def _front_organisation(value: str) -> str:
    return next(
        (organisation_id for organisation_id, pattern in _organisations() if pattern.search(value) or value == organisation_id),
        "",
    )


@cache
def _countries() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """For each name of a state (a genitive -s allowed) and adjective: code, first letters, pattern; a stem may end in '*'."""
    states = [row for row in default().rows("places") if row["kind"] == "country"]
    names = [
        (row["country_code"], row[label], f"{re.escape(row[label])}s?") for row in states for label in ("label_de", "label_en")
    ]
    stems = [
        (row["country_code"], row["stem"].rstrip("*"), re.escape(row["stem"]).replace(r"\*", r"\w{0,3}"))
        for row in default().rows("country_adjectives")
    ]
    return tuple(
        (code, stem.casefold(), re.compile(rf"\b{pattern}\b", re.IGNORECASE))
        for code, stem, pattern in (*names, *stems)
        if code and stem
    )


def _chair(head: str) -> str:
    """The state whose chairmanship a title names: the state told nearest to the word for it."""
    chair = next((found for pattern, _ in _patterns.rows_of("chair") if (found := pattern.search(head))), None)
    if not chair:
        return ""
    small = head.casefold()
    states = [
        (min(abs(found.start() - chair.end()), abs(chair.start() - found.end())), code)
        for code, stem, pattern in _countries()
        if stem in small
        for found in pattern.finditer(head)
    ]
    return min(states, default=(0, ""))[1]


def _front_chair(value: str) -> str:
    if re.fullmatch(r"[A-Za-z]{2}", value):
        return value.upper()
    return next((code for code, _, pattern in _countries() if pattern.fullmatch(value)), "")


_VALUES: dict[str, Callable[[str], str]] = {
    "quarter": _front_quarter,
    "organisation": _front_organisation,
    "chair": _front_chair,
    "language": _front_language,
    "title": str.strip,
}


@cache
def _language_words() -> dict[str, str]:
    return {row["word"].casefold(): row["language"] for row in default().rows("language_words")}


def language_of(text: str) -> str:
    """The language whose common words a text has most of ('de', 'en', …); '' where it has none."""
    words = _language_words()
    counts = Counter(words[word] for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in words)
    return counts.most_common(1)[0][0] if counts else ""
