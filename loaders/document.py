"""What a reader gives: a briefing with its sections and footnotes, each knowing its place in the file.

Nothing here knows a file format or a vocabulary. All offsets count Unicode characters of `Section.text`.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a reader or finder could not take as it stands; becomes a row of the table `problems`.

    `code` is a row of `data/vocabularies/problem_codes.csv`, which holds the message in both languages and the severity;
    `value` is the printed text in question; `details` fills further placeholders of the message.
    `line` counts from 1 in the file; 0 where the format has no lines. `section_no` is None for what belongs to no section.
    """

    code: str
    value: str
    line: int = 0
    section_no: int | None = None
    details: tuple[tuple[str, str], ...] = ()


class Mark(NamedTuple):
    """A footnote marker: it stands behind `text[offset - 1]` of its section (0: in its heading); `number` is as printed.

    Where notes count from 1 again behind a section, those of the second list are told apart as '1-2', '2-2', …
    """

    offset: int
    number: str


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of a briefing.

    `number` counts from 1 in reading order; text before the first heading is section 0.
    `heading` and `text` are free of footnote markers, soft hyphens and no-break spaces.
    `text` holds paragraphs parted by a blank line; list items stand on lines of their own.
    `lines` pairs the offset of each line of `text` with the line of the file it came from, ascending.
    """

    number: int
    heading: str
    text: str
    marks: tuple[Mark, ...] = ()
    line: int = 0
    lines: tuple[tuple[int, int], ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the file, from 1, in which `text[offset]` stands (0 where the format has no lines)."""
        return max((line for start, line in self.lines if start <= offset), default=self.line)


class Footnote(NamedTuple):
    """A numbered note. `text` is as printed, its addresses included; `links` are link targets the text does not show."""

    number: str
    text: str
    line: int = 0
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A quarterly text as read. `quarter` is '2021-Q1', `briefing_id` '2021-q1'; '' stands for 'not known'."""

    briefing_id: str
    quarter: str
    title: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    organisation_id: str = ""
    chair_code: str = ""
    language: str = ""
    file: str = ""
    sha256: str = ""
    problems: tuple[Problem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence, or a part of one, in every language of the project; `{name}` in it stands for a field."""

    de: str
    en: str


class BriefingError(Exception):
    """A briefing that cannot be read at all. The message names the file, the place in it, and the cure.

    `fields` fill the placeholders of `fault`; a field that is `Words` itself is said in the same language. As text the error
    is English, like all that the command line says.
    """

    def __init__(self, file: object, fault: Words, **fields: object) -> None:
        super().__init__(file, fault, fields)
        self.file, self.fault, self.fields = str(file), fault, fields

    def message(self, lang: str) -> str:
        """The message in a language ('de', 'en'). Raises AttributeError for one that the project does not speak."""
        fields = {name: getattr(field, lang) if isinstance(field, Words) else field for name, field in self.fields.items()}
        return f"{self.file}: {getattr(self.fault, lang).format(**fields)}"

    def __str__(self) -> str:
        return self.message("en")
