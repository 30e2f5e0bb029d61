"""Test sentences with their dates in braces: `Am {5. Mai} …`."""

import re
from dataclasses import dataclass

from loaders.document import Section
from loaders.passage import Passage, split_passages


@dataclass(frozen=True)
class Dated:
    start: int
    end: int


def marked(text: str) -> tuple[str, list[Dated]]:
    """The text without braces, and the spans that stood in them."""
    spans, plain = [], ""
    for part in re.split(r"(\{[^}]*\})", text):
        if part.startswith("{"):
            spans.append(Dated(len(plain), len(plain) + len(part) - 2))
        plain += part.strip("{}")
    return plain, spans


def marked_passage(text: str, heading: str = "", number: int = 0) -> Passage:
    """The passage of the date with that number, from 0."""
    plain, spans = marked(text)
    return split_passages(Section(1, heading, plain), spans)[number]
