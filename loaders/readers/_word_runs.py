"""The text of Word paragraphs: runs put together, tracked changes accepted, fields, links and footnote marks resolved."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from loaders.readers._marks import numbers_in, raised
from loaders.readers._pieces import Piece
from loaders.readers._text import BREAK, LINK_END, link, mark, sanitised
from loaders.readers._word_styles import VAL, Style, Styles, W, is_on

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HOLDERS = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "bdo", "dir")
)
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class NoteNumbers:
    """Counts footnotes or endnotes by their first reference and remembers which number each id has."""

    kind: str  # 'decimal', 'lowerRoman', 'upperRoman', 'lowerLetter', 'upperLetter'
    numbers: dict[str, str] = field(default_factory=dict)

    def of(self, note_id: str, printed: str = "") -> str:
        if note_id not in self.numbers:
            self.numbers[note_id] = printed or counted(len(self.numbers) + 1, self.kind)
        return self.numbers[note_id]


def counted(number: int, kind: str) -> str:
    """A number as Word prints it.

    >>> counted(4, "lowerRoman")
    'iv'
    """
    if kind in ("lowerLetter", "upperLetter"):
        printed = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind in ("lowerRoman", "upperRoman"):
        printed = ""
        for value, letters in _ROMAN:
            printed += letters * (number // value)
            number %= value
    else:
        return str(number)
    return printed.upper() if kind.startswith("upper") else printed


@dataclass(slots=True)
class Runs:
    """Reads paragraphs of one part of a document. `targets` are the addresses of its links by relationship id."""

    styles: Styles
    targets: Mapping[str, str]
    footnotes: NoteNumbers
    endnotes: NoteNumbers
    boxes: list[etree._Element] = field(default_factory=list)  # text boxes met on the way
    sizes: list[tuple[int, int]] = field(default_factory=list)  # (size in half points, characters) of the last paragraph
    fields: list[list[str]] = field(default_factory=list)  # open fields: [instruction, 'told' once its result has begun]
    custom: str = ""

    def pieces(self, paragraph: etree._Element, style: Style) -> list[Piece]:
        """The text of a paragraph in pieces, raised numbers as marks."""
        self.sizes = []
        raw: list[tuple[str, bool, bool]] = []
        self._take(paragraph, style, raw.append)
        pieces: list[Piece] = []
        index = 0
        while index < len(raw):
            text, is_bold, is_raised = raw[index]
            index += 1
            if is_raised:
                while index < len(raw) and raw[index][2]:
                    text += raw[index][0]
                    index += 1
                text = raised(text, "".join(piece for piece, _ in pieces[-3:]))
            pieces.append((text, is_bold))
        return pieces

    def _take(self, element: etree._Element, style: Style, add: Callable[[tuple[str, bool, bool]], None]) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, style, add)
            elif tag == f"{W}hyperlink":
                add((link(self.targets.get(child.get(f"{_R}id") or "", "")), False, False))
                self._take(child, style, add)
                add((LINK_END, False, False))
            elif tag in _HOLDERS:
                self._take(child, style, add)

    def _run(self, run: etree._Element, style: Style, add: Callable[[tuple[str, bool, bool]], None]) -> None:
        properties = run.find(f"{W}rPr")
        is_bold, is_raised, size = style.is_bold, False, style.size
        if properties is not None:
            if any(is_on(properties.find(f"{W}{name}")) for name in ("vanish", "strike", "dstrike")):
                return
            named = properties.find(f"{W}rStyle")
            character = self.styles.named(named.get(VAL) or "") if named is not None else Style()
            bold = properties.find(f"{W}b")
            is_bold = is_on(bold) if bold is not None else is_bold or character.is_bold
            is_raised = _is_raised(properties)
            own = properties.find(f"{W}sz")
            size = int(own.get(VAL) or 0) if own is not None and (own.get(VAL) or "").isdigit() else character.size or size
        for text in self._texts(run):
            if text:
                self.sizes.append((size, len(text)))
                add((text, is_bold, is_raised))

    def _texts(self, run: etree._Element) -> Iterator[str]:
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                yield self._text(sanitised(child.text or ""))
            elif tag in (f"{W}tab", f"{W}ptab"):
                yield "\t"
            elif tag in (f"{W}br", f"{W}cr"):
                yield BREAK
            elif tag == f"{W}noBreakHyphen":
                yield "-"
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                yield self._reference(child)
            elif tag == f"{W}fldChar":
                yield self._field(child.get(f"{W}fldCharType") or "")
            elif tag == f"{W}instrText" and self.fields:
                self.fields[-1][0] += child.text or ""
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object", f"{_MC}AlternateContent"):
                self.boxes += (box for box in child.iter(f"{W}txbxContent") if not _is_doubled(box, child))

    def _text(self, text: str) -> str:
        if self.custom:
            note_id, self.custom = self.custom, ""
            return mark(self.footnotes.of(note_id, text.strip()))
        instruction = self.fields[-1][0].split() if self.fields else []
        if instruction[:1] == ["NOTEREF"] and text.strip(" []()").isdigit():
            return "".join(map(mark, numbers_in(text.strip(" []()"))))
        return text

    def _reference(self, reference: etree._Element) -> str:
        note_id = reference.get(f"{W}id") or ""
        if reference.tag == f"{W}endnoteReference":
            return mark(self.endnotes.of(note_id))
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            self.custom = note_id
            return ""
        return mark(self.footnotes.of(note_id))

    def _field(self, kind: str) -> str:
        if kind == "begin":
            self.fields.append([""])
        elif kind == "separate" and self.fields:
            parts = self.fields[-1][0].split()
            if parts[:1] == ["HYPERLINK"] and len(parts) > 1 and parts[1] != "\\l":
                self.fields[-1].append("link")
                return link(parts[1].strip('"'))
        elif kind == "end" and self.fields and len(self.fields.pop()) > 1:
            return LINK_END
        return ""


def _is_raised(properties: etree._Element) -> bool:
    aligned = properties.find(f"{W}vertAlign")
    if aligned is not None:
        return aligned.get(VAL) == "superscript"
    position = properties.find(f"{W}position")
    shift = (position.get(VAL) or "0") if position is not None else "0"
    return shift.isdigit() and int(shift) > 0


def _is_doubled(box: etree._Element, top: etree._Element) -> bool:
    """Whether a text box stands in the fallback for older programs, or inside another one that is read anyway."""
    above = box.getparent()
    while above is not None and above is not top.getparent():
        if above.tag in (f"{_MC}Fallback", f"{W}txbxContent"):
            choice = above.getparent()
            return above.tag == f"{W}txbxContent" or (choice is not None and choice.find(f"{_MC}Choice") is not None)
        above = above.getparent()
    return False
