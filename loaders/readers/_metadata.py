"""What a briefing says about itself: quarter, organisation, chair, language. Never from the clock."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from loaders.document import Problem
from loaders.readers._front import front_told
from loaders.readers._quarter import quarter_of
from loaders.readers._states import chair_in, organisation_in
from loaders.vocabulary import default


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
    told, problems = front_told(front)
    title = title or told.get("title", "")
    quarter, further = quarter_of(told.get("quarter", ""), [title, *above], headings, text, name)
    head = " ".join([title, *above])
    language = told.get("language") or language_of(" ".join([head, *headings, text[:6000]])) or told_language
    if not language:
        language = "de"
        problems.append(Problem("language-unknown", language))
    return Metadata(
        briefing_id=quarter.lower() if quarter and not _is_derived(further) else _slug(name),
        quarter=quarter,
        title=title or PurePath(name).stem,
        organisation_id=told.get("organisation") or organisation_in(head, text),
        chair_code=told.get("chair") or chair_in(head),
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


@cache
def _language_words() -> dict[str, str]:
    return {row["word"].casefold(): row["language"] for row in default().rows("language_words")}


def language_of(text: str) -> str:
    """The language whose common words a text has most of ('de', 'en', …); '' where it has none."""
    words = _language_words()
    counts = Counter(words[word] for word in re.findall(r"[^\W\d_]+", text.casefold()) if word in words)
    return counts.most_common(1)[0][0] if counts else ""
