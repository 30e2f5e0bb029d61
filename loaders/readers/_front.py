"""What a front matter tells: its keys in both languages, their values in our form."""

import re
from collections.abc import Callable, Iterable

from loaders.document import Problem
from loaders.readers._quarter import quarter_in
from loaders.readers._states import countries, organisations

# Keys of a front matter: ours in both languages, and those of site generators that say nothing a table holds.
_KEYS = {
    "quarter": "quarter", "quartal": "quarter", "organisation": "organisation", "organization": "organisation",
    "chair": "chair", "chairmanship": "chair", "presidency": "chair", "vorsitz": "chair", "präsidentschaft": "chair",
    "language": "language", "lang": "language", "sprache": "language", "title": "title", "titel": "title",
}  # fmt: skip
_PASSED_OVER_WORDS = """
date datum author authors autor autorin autoren tags tag keywords layout draft description summary subtitle untertitel
slug category categories kategorie version source permalink url image published updated status institution publisher
id aliases alias created modified cssclass cssclasses publish uid
"""
_PASSED_OVER = frozenset(_PASSED_OVER_WORDS.split())
_LANGUAGES = {"deutsch": "de", "german": "de", "englisch": "en", "english": "en"}


def front_told(front: Iterable[tuple[str, str, int]]) -> tuple[dict[str, str], list[Problem]]:
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


def _front_organisation(value: str) -> str:
    return next(
        (organisation_id for organisation_id, pattern in organisations() if pattern.search(value) or value == organisation_id),
        "",
    )


def _front_chair(value: str) -> str:
    if re.fullmatch(r"[A-Za-z]{2}", value):
        return value.upper()
    return next((code for code, _, pattern in countries() if pattern.fullmatch(value)), "")


_VALUES: dict[str, Callable[[str], str]] = {
    "quarter": _front_quarter,
    "organisation": _front_organisation,
    "chair": _front_chair,
    "language": _front_language,
    "title": str.strip,
}
