"""Reads a Word document (.docx): styled and bold headings, lists, tables, footnotes and endnotes, tracked changes as accepted."""

import io
import zipfile
from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from loaders.document import Briefing, BriefingError
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Block, Kind, Page, without_repeats
from loaders.readers._headings import names_quarter
from loaders.readers._pieces import joined
from loaders.readers._word_runs import NoteNumbers, Runs
from loaders.readers._word_styles import VAL, Styles, W
from loaders.readers._word_walk import Walk

SUFFIXES = (".docx", ".docm")

_MAX_UNPACKED = 256 * 1024 * 1024
_OTHERS = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint file"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an e-book"),
)


def recognises(_name: str, head: bytes) -> bool:
    """A ZIP package; whether a Word document is in it, `read` finds out."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError for a damaged package, one too large, and one that is no Word document."""
    _check_package(name, data)
    try:
        package = Package.open(io.BytesIO(data))
        main = package.main_document_part
        document = _root(main)
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, OSError) as error:
        raise BriefingError(f"{name}: the Word document is damaged ({_first_line(error)}); save it again as .docx") from None
    body = document.find(f"{W}body")
    if body is None:
        raise BriefingError(f"{name}: the Word document has no body, or is of the strict variant; save it as an ordinary .docx")
    styles = Styles.of(_part_root(main, RELATIONSHIP_TYPE.STYLES), _part_root(main, RELATIONSHIP_TYPE.NUMBERING))
    footnotes, endnotes = _numbers(main, document)
    runs = Runs(styles, _targets(main), footnotes, endnotes)
    blocks = without_repeats(Walk(styles, runs).blocks(body))
    for kind, numbers in ((RELATIONSHIP_TYPE.FOOTNOTES, footnotes), (RELATIONSHIP_TYPE.ENDNOTES, endnotes)):
        blocks += _notes(main, kind, numbers, styles)
    title = package.core_properties.title or ""
    return assemble(Page(tuple(blocks), title=title if names_quarter(title) else ""), name, data)


def _check_package(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            broken = package.testzip() if sum(entry.file_size for entry in entries) <= _MAX_UNPACKED else None
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise BriefingError(f"{name}: the package is damaged ({_first_line(error)}); copy or save the file again") from None
    names = [entry.filename for entry in entries]
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise BriefingError(f"{name}: unpacks to more than {_MAX_UNPACKED // 2**20} MB; save the text without its pictures")
    if broken:
        raise BriefingError(f"{name}: the part {broken} is damaged; copy or save the file again")
    if "EncryptedPackage" in names:
        raise BriefingError(f"{name}: is protected by a password; save it without one")
    if not any(each.startswith("word/") for each in names):
        what = next((what for start, what in _OTHERS if any(each.startswith(start) for each in names)), "a ZIP package")
        raise BriefingError(f"{name}: is {what}, no Word document; save the briefing as .docx")


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).strip("'\"").split("\n")[0]


def _root(part: Part) -> etree._Element:
    element = getattr(part, "element", None)
    return (
        element if element is not None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    )


def _part(main: Part, kind: str) -> Part | None:
    return next((each.target_part for each in main.rels.values() if each.reltype == kind and not each.is_external), None)


def _part_root(main: Part, kind: str) -> etree._Element | None:
    part = _part(main, kind)
    return None if part is None else _root(part)


def _targets(part: Part) -> dict[str, str]:
    return {
        key: each.target_ref for key, each in part.rels.items() if each.is_external and each.target_ref.lower().startswith("http")
    }


def _numbers(main: Part, document: etree._Element) -> tuple[NoteNumbers, NoteNumbers]:
    """How notes are counted. Endnotes count in Roman numerals beside footnotes, as Word does, so that none is told twice."""
    settings = _part_root(main, RELATIONSHIP_TYPE.SETTINGS)
    told = {"footnote": "decimal", "endnote": ""}
    for root in (settings, document):
        for kind in told:
            for found in root.iter(f"{W}{kind}Pr") if root is not None else ():
                number_format = found.find(f"{W}numFmt")
                if number_format is not None:
                    told[kind] = number_format.get(VAL) or told[kind]
    has_both = all(next(document.iter(f"{W}{kind}Reference"), None) is not None for kind in told)
    return NoteNumbers(told["footnote"]), NoteNumbers(told["endnote"] or ("lowerRoman" if has_both else "decimal"))


def _notes(main: Part, kind: str, numbers: NoteNumbers, styles: Styles) -> Iterator[Block]:
    part = _part(main, kind)
    if part is None:
        return
    elements = {element.get(f"{W}id") or "": element for element in _root(part)}
    for note_id, number in list(numbers.numbers.items()):
        if note_id in elements:
            runs = Runs(styles, _targets(part), NoteNumbers("decimal"), NoteNumbers("decimal"))
            texts = [joined(runs.pieces(each, styles.default)) for each in elements[note_id].iter(f"{W}p")]
            yield Block(Kind.NOTE, " ".join(texts), number=number)
