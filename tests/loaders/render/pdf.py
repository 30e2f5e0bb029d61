"""Briefings as PDF: set in lines of a width, hyphenated, with running heads, raised numbers, notes at the foot or the end."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from loaders.document import Briefing
from tests.loaders.render._parts import Piece, paragraphs

_FONTS = Path("/usr/share/fonts/truetype/dejavu")
_LEFT, _RIGHT, _TOP, _FOOT = 70.0, A4[0] - 70.0, A4[1] - 80.0, 75.0
_SYLLABLE = re.compile(r"(?<=[aeiouäöü])(?=[bcdfghklmnprstvwz][aeiouäöü])")


def fonts() -> tuple[str, str]:
    """A font with its bold: DejaVu, which has Cyrillic, where it is installed, else Helvetica."""
    if not _FONTS.exists():
        return "Helvetica", "Helvetica-Bold"
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, _FONTS / f"{name}.ttf"))
    return "DejaVuSans", "DejaVuSans-Bold"


def can_show(text: str) -> bool:
    """Whether the font at hand has all characters of a text."""
    if fonts()[0] != "Helvetica":
        return True
    return not re.search(r"[^\x00-\xff–—‘’‚“”„•…€]", text)


# The texts of notes by their number.
Notes = dict[str, str]

# A word of a line: its text, whether it is a raised number, and whether a space stands before it.
Word = tuple[str, bool, bool]


@dataclass
class Setter:
    """Sets text on pages. Sizes and lengths are points."""

    title: str
    left: float = _LEFT
    right: float = _RIGHT
    size: float = 10.5
    is_hyphenated: bool = True
    is_justified: bool = False
    target: io.BytesIO = field(default_factory=io.BytesIO)
    y: float = _TOP
    page: int = 1
    pending: list[str] = field(default_factory=list)  # notes for the foot of this page
    placed: set[str] = field(default_factory=set)  # notes that have their place

    def __post_init__(self) -> None:
        self.font, self.bold = fonts()
        self.canvas = Canvas(self.target, pagesize=A4, invariant=True)
        self._furniture()

    def _furniture(self) -> None:
        self.canvas.setFont(self.font, 8)
        self.canvas.drawString(_LEFT, A4[1] - 45, self.title)
        self.canvas.drawRightString(_RIGHT, A4[1] - 45, "3. Mai 2019")
        self.canvas.drawCentredString(A4[0] / 2, 40, f"Seite {self.page}")

    def finish(self) -> bytes:
        self._foot()
        self.canvas.save()
        return self.target.getvalue()

    def new_page(self) -> None:
        self._foot()
        self.canvas.showPage()
        self.page += 1
        self.y = _TOP
        self._furniture()

    def heading(self, text: str, size: float, is_bold: bool = True) -> None:
        self.y -= size
        self.block([(text, ())], size, self.bold if is_bold else self.font, gap=6)

    def block(
        self, pieces: list[Piece], size: float = 0, font: str = "", gap: float = 7, notes: dict[str, str] | None = None
    ) -> None:
        """A paragraph. `notes` are the texts of notes to be set at the foot of the page that holds their mark."""
        size, font = size or self.size, font or self.font
        for line, is_last in self._broken(pieces, size, font):
            wanted = [notes[text.strip(",")] for text, is_mark, _ in line if is_mark and notes and text.strip(",") in notes]
            if self.y - size * 1.3 < _FOOT + self._foot_height([*self.pending, *wanted]):
                self.new_page()
            self.pending += [note for note in dict.fromkeys(wanted) if note not in self.placed]
            self.placed |= set(wanted)
            self._draw(line, size, font, is_last)
            self.y -= size * 1.3
        self.y -= gap

    def _width(self, word: Word, size: float, font: str) -> float:
        text, is_mark, is_spaced = word
        space = pdfmetrics.stringWidth(" ", font, size) if is_spaced else 0.0
        return space + pdfmetrics.stringWidth(text, font, size * 0.62 if is_mark else size)

    def _broken(self, pieces: list[Piece], size: float, font: str) -> Iterator[tuple[list[Word], bool]]:
        room = self.right - self.left
        line: list[Word] = []
        used = 0.0
        todo = list(reversed(list(_words(pieces))))
        while todo:
            word = todo.pop()
            width = self._width(word if line else (word[0], word[1], False), size, font)
            if used + width <= room or word[1]:
                line.append(word if line else (word[0], word[1], False))
                used += width
                continue
            head, tail = self._cut(word, room - used, size, font)
            if head:
                line.append((head, False, word[2] and bool(line)))
                todo.append((tail, False, False))
            else:
                todo.append(word)
            yield line, False
            line, used = [], 0.0
        if line:
            yield line, True

    def _cut(self, word: Word, room: float, size: float, font: str) -> tuple[str, str]:
        """The part of a word that still fits, with its hyphen, and the rest; addresses break anywhere behind a sign."""
        text = word[0]
        if "://" in text or len(text) > 45:
            places = [found.end() for found in re.finditer(r"[/_=&?-]|.{40}", text)][:-1]
            cuts = [(text[:place], text[place:]) for place in places]
        elif "-" in text[1:-1]:
            cuts = [(text[: found.end()], text[found.end() :]) for found in re.finditer("-", text[:-1])]
        elif self.is_hyphenated and re.fullmatch(r"\w{8,}[.,;:]?", text) and not any(char.isdigit() for char in text):
            cuts = [
                (text[: found.start()] + "-", text[found.start() :])
                for found in _SYLLABLE.finditer(text)
                if 2 < found.start() < len(text) - 3
            ]
        else:
            cuts = []
        fitting = [cut for cut in cuts if cut[0] and cut[1] and self._width((cut[0], False, word[2]), size, font) <= room]
        return fitting[-1] if fitting else ("", text)

    def _draw(self, line: list[Word], size: float, font: str, is_last: bool) -> None:
        used = sum(self._width(word, size, font) for word in line)
        spaces = sum(word[2] for word in line)
        extra = (self.right - self.left - used) / spaces if self.is_justified and not is_last and spaces else 0.0
        x = self.left
        for word in line:
            text, is_mark, is_spaced = word
            x += (pdfmetrics.stringWidth(" ", font, size) + extra) if is_spaced else 0.0
            self.canvas.setFont(font, size * 0.62 if is_mark else size)
            self.canvas.drawString(x, self.y + (size * 0.35 if is_mark else 0), text)
            x += pdfmetrics.stringWidth(text, font, size * 0.62 if is_mark else size)

    def _foot_height(self, notes: list[str]) -> float:
        lines = sum(len(list(self._broken([(note, ())], 8, self.font))) for note in notes)
        return lines * 8 * 1.2 + (12 if notes else 0)

    def _foot(self) -> None:
        """The notes of this page at its foot, below a rule."""
        notes, self.pending = self.pending, []
        if not notes:
            return
        self.y = _FOOT + self._foot_height(notes) - 12
        self.canvas.line(self.left, self.y + 10, self.left + 120, self.y + 10)
        for note in notes:
            number, _, text = note.partition(" ")
            for line, is_last in self._broken([("", (number,)), (f" {text}", ())], 8, self.font):
                self._draw(line, 8, self.font, is_last)
                self.y -= 8 * 1.2


def _words(pieces: list[Piece]) -> Iterator[Word]:
    for words, numbers in pieces:
        for step, text in enumerate(words.split(" ")):
            if text:
                yield text, False, step > 0
        for step, number in enumerate(numbers):
            yield (number if step == 0 else f",{number}"), True, False


def with_endnotes(briefing: Briefing) -> bytes:
    """Large bold headings, hyphenation, raised marks, notes in small print at the end."""
    setter = Setter(briefing.title)
    setter.heading(briefing.title, 18)
    for section in briefing.sections:
        setter.heading(section.heading, 13)
        for pieces in paragraphs(section):
            setter.block(pieces)
    setter.heading("Anmerkungen", 13)
    for note in briefing.footnotes:
        setter.block([("", (note.number,)), (f" {note.text}", ())], 8.5, gap=2)
    return setter.finish()


def with_footnotes(briefing: Briefing) -> bytes:
    """Larger headings of ordinary weight, raised marks, each note at the foot of the page of its first mark."""
    setter = Setter(briefing.title, size=11)
    setter.heading(briefing.title, 20, is_bold=False)
    told: set[str] = set()
    for section in briefing.sections:
        setter.heading(section.heading, 14, is_bold=False)
        for pieces in paragraphs(section):
            notes = {note.number: f"{note.number} {note.text}" for note in briefing.footnotes if note.number not in told}
            setter.block(pieces, notes={number: notes[number] for _, numbers in pieces for number in numbers if number in notes})
            told |= {number for _, numbers in pieces for number in numbers}
    return setter.finish()


def justified(briefing: Briefing) -> bytes:
    """Justified, bold headings no larger than the text, '[1]' in the text and before the notes, all in one size."""
    setter = Setter(briefing.title, is_justified=True, is_hyphenated=False)
    setter.heading(briefing.title, 10.5)
    for section in briefing.sections:
        setter.heading(section.heading, 10.5)
        for pieces in paragraphs(section):
            setter.block([("".join(words + "".join(f"[{number}]" for number in numbers) for words, numbers in pieces), ())])
    setter.y -= 20
    for note in briefing.footnotes:
        setter.block([(f"[{note.number}] {note.text}", ())], gap=0)
    return setter.finish()


FORMATS: dict[str, Callable[[Briefing], bytes]] = {
    "endnotes.pdf": with_endnotes,
    "footnotes.pdf": with_footnotes,
    "justified.pdf": justified,
}
