"""File names that say what is in the file: what it shows and the filter. Knows no Streamlit."""

import hashlib
from dataclasses import replace

from dashboard.filters.selection import Selection
from dashboard.filters.sentence import runs

_LONGEST = 90


def file_name(selection: Selection, name: str, with_own: bool = False) -> str:
    """The name without ending, ids only, the same in every language: 'sco-topics-2021-Q1_2021-Q4-digital-economy'.

    A filter too long for a file name is cut and closed by a fingerprint, so that two filters never share a name. `with_own` says
    that events of an own briefing are in the file.
    """
    quarters = [first if first == last else f"{first}_{last}" for first, last in runs(selection.quarter)]
    query = replace(
        selection, quarter=(), lang="de", v="", event="", briefing="", present=False, frame=False, frozen=False
    ).to_query()
    words = [value if key not in _NAMED else f"{key}-{value}" for key, value in query.items() if key not in ("lang", "notes")]
    text = "-".join(["sco", name, *(["with-own"] if with_own else []), *quarters, *words])
    safe = "".join(character if character.isascii() and (character.isalnum() or character in "-_") else "_" for character in text)
    if len(safe) <= _LONGEST and safe == text.replace(",", "_"):
        return safe
    return f"{safe[:_LONGEST]}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


_NAMED = ("from", "to", "asof", "role", "overlap")
