"""What the styles and lists of a Word document say about a paragraph: heading, bold, list number."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"

_HEADING = re.compile(
    r"(?:(?:heading|überschrift|berschrift|titre|título|titolo|kop|rubrik|заголовок|encabezado)\s*-?(?P<level>\d)"
    r"|heading|überschrift|(?P<sub>sub-?heading|zwischenüberschrift))",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:title|titel|titre|dokumenttitel|название)", re.IGNORECASE)
_SUBTITLE = re.compile(r"subtitle|untertitel|authors?|autor(?:in)?|date|datum", re.IGNORECASE)
_PASSED_OVER = re.compile(
    r"(?:toc|verzeichnis|inhaltsverzeichnis|table of (?:contents|figures)|contents|index)\s*\d?(?: heading)?"
    r"|(?:caption|beschriftung|header|footer|kopfzeile|fußzeile)",
    re.IGNORECASE,
)
_BODY_OUTLINE = 9  # the outline level of running text


@dataclass(frozen=True, slots=True)
class Style:
    """One style with what it inherits. `level` is a heading's from 1 (the title's, 2 for 'heading 1'), 0 = no heading."""

    name: str = ""
    level: int = 0
    is_bold: bool = False
    size: int = 0
    number: tuple[str, int] = ("", 0)


@dataclass(slots=True)
class Styles:
    """The styles and lists of a document, by their ids."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    resolved: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)
    formats: dict[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    counts: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * 10))

    @classmethod
    def of(cls, styles: etree._Element | None, numbering: etree._Element | None) -> "Styles":
        found = cls()
        if styles is not None:
            found.elements = {element.get(f"{W}styleId") or "": element for element in styles.iterfind(f"{W}style")}
            is_default = (key for key, each in found.elements.items() if each.get(f"{W}default") == "1")
            paragraphs = (key for key in is_default if found.elements[key].get(f"{W}type") == "paragraph")
            found.default = found.named(next(paragraphs, ""))
        if numbering is not None:
            found._take_lists(numbering)
        return found

    def named(self, style_id: str) -> Style:
        """The style of an id, with what it inherits; the plain one where there is none."""
        if style_id not in self.resolved:
            self.resolved[style_id] = _style(style_id, self.elements) if style_id in self.elements else Style()
        return self.resolved[style_id]

    def of_paragraph(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph, with what is set on the paragraph itself."""
        if properties is None:
            return self.default
        style_id = _value(properties, "pStyle")
        style = self.named(style_id) if style_id in self.elements else self.default
        outline = _value(properties, "outlineLvl")
        number = _number(properties)
        if not outline.isdigit() and number is None:
            return style
        level = style.level
        if outline.isdigit():
            level = int(outline) + 2 if int(outline) < _BODY_OUTLINE else 0
        return Style(style.name, level, style.is_bold, style.size, style.number if number is None else number)

    def is_passed_over(self, style: Style) -> bool:
        """Whether paragraphs of a style are none of the text: lists of contents, captions."""
        return bool(_PASSED_OVER.fullmatch(style.name))

    def is_subtitle(self, style: Style) -> bool:
        """Whether paragraphs of a style stand below a title: a subtitle, an author, a date."""
        return bool(_SUBTITLE.fullmatch(style.name))

    def ordinal(self, number: tuple[str, int]) -> str | None:
        """The next number of a list ('' for a bullet); None where the paragraph is in no list. Counts on with every call."""
        list_id, level = number
        if list_id in ("", "0"):
            return None
        kind, start = self.formats.get((list_id, level), ("bullet", 1))
        counts = self.counts[self.lists.get(list_id, list_id)]
        counts[level] = counts[level] + 1 if counts[level] else start
        counts[level + 1 :] = [0] * (len(counts) - level - 1)
        return "" if kind in ("bullet", "none") else str(counts[level])

    def _take_lists(self, numbering: etree._Element) -> None:
        abstract = {element.get(f"{W}abstractNumId"): element for element in numbering.iterfind(f"{W}abstractNum")}
        for element in numbering.iterfind(f"{W}num"):
            list_id = element.get(f"{W}numId") or ""
            base = _value(element, "abstractNumId")
            restarts = {each.get(f"{W}ilvl"): _value(each, "startOverride") for each in element.iterfind(f"{W}lvlOverride")}
            levels = list(abstract[base].iterfind(f"{W}lvl")) if base in abstract else []
            for each in levels:
                level = int(each.get(f"{W}ilvl") or 0)
                start = restarts.get(str(level)) or _value(each, "start") or "1"
                self.formats[list_id, level] = (_value(each, "numFmt") or "decimal", int(start))
            self.lists[list_id] = list_id if any(restarts.values()) else f"abstract {base}"


def _style(style_id: str, elements: dict[str, etree._Element]) -> Style:
    chain: list[etree._Element] = []
    while style_id in elements and len(chain) < 20:
        chain.append(elements[style_id])
        style_id = _value(elements[style_id], "basedOn")
    name = _value(chain[0], "name")
    level, size, is_bold = 0, 0, False
    number: tuple[str, int] | None = None
    for element in chain:
        properties, run = element.find(f"{W}pPr"), element.find(f"{W}rPr")
        level = level or _level(_value(element, "name"), properties)
        size = size or int(_value(run, "sz") or 0) if run is not None else size
        is_bold = is_bold or (run is not None and is_on(run.find(f"{W}b")))
        if number is None and properties is not None:
            number = _number(properties)
    return Style(name, level, is_bold, size, number or ("", 0))


def _level(name: str, properties: etree._Element | None) -> int:
    if heading := _HEADING.fullmatch(name.strip()):
        return 3 if heading["sub"] else int(heading["level"] or 1) + 1
    if _TITLE.fullmatch(name.strip()):
        return 1
    outline = _value(properties, "outlineLvl") if properties is not None else ""
    return int(outline) + 2 if outline.isdigit() and int(outline) < _BODY_OUTLINE else 0


def _number(properties: etree._Element) -> tuple[str, int] | None:
    found = properties.find(f"{W}numPr")
    if found is None:
        return None
    level = _value(found, "ilvl")
    return _value(found, "numId"), min(int(level), 8) if level.isdigit() else 0


def _value(element: etree._Element | None, name: str) -> str:
    found = element.find(f"{W}{name}") if element is not None else None
    return (found.get(VAL) or "") if found is not None else ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a toggle such as `w:b` is there and not switched off."""
    return element is not None and element.get(VAL) not in ("0", "false", "off", "none")
