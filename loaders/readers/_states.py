"""Organisations and states by their names in a title or a front matter."""

import re
from functools import cache

from loaders.readers import _patterns
from loaders.vocabulary import default


@cache
def organisations() -> tuple[tuple[str, re.Pattern[str]], ...]:
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


def organisation_in(head: str, text: str) -> str:
    for words in (head, text):
        counts = {organisation_id: len(pattern.findall(words)) for organisation_id, pattern in organisations()}
        best = max(counts, key=lambda organisation_id: counts[organisation_id], default="")
        if best and counts[best]:
            return best
    return ""


@cache
def countries() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
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


def chair_in(head: str) -> str:
    """The state whose chairmanship a title names: the state told nearest to the word for it."""
    chair = next((found for pattern, _ in _patterns.rows_of("chair") if (found := pattern.search(head))), None)
    if not chair:
        return ""
    small = head.casefold()
    states = [
        (min(abs(found.start() - chair.end()), abs(chair.start() - found.end())), code)
        for code, stem, pattern in countries()
        if stem in small
        for found in pattern.finditer(head)
    ]
    return min(states, default=(0, ""))[1]
