"""A Word document taken apart: its package checked, its body and its notes walked through."""

import io
import zipfile
from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from loaders.document import Briefing, BriefingError, Words
from loaders.readers._assemble import assemble
from loaders.readers._blocks import Block, Kind, Page, without_repeats
from loaders.readers._headings import names_quarter
from loaders.readers._pieces import joined
from loaders.readers._word_runs import NoteNumbers, Runs
from loaders.readers._word_styles import VAL, Styles, W
from loaders.readers._word_walk import Walk

_MAX_UNPACKED = 256 * 1024 * 1024
_OTHERS = (
    ("xl/", Words(de="eine Excel-Mappe", en="an Excel workbook")),
    ("ppt/", Words(de="eine PowerPoint-Datei", en="a PowerPoint file")),
    ("content.xml", Words(de="eine OpenDocument-Datei", en="an OpenDocument file")),
    ("META-INF/container.xml", Words(de="ein E-Book", en="an e-book")),
)
_ZIP = Words(de="ein ZIP-Archiv", en="a ZIP package")
_OTHER = Words(
    de="Die Datei ist {what}, kein Word-Dokument; bitte das Briefing als .docx speichern",
    en="is {what}, no Word document; save the briefing as .docx",
)
_DAMAGED = Words(
    de="Das Word-Dokument ist beschädigt; bitte neu als .docx speichern",
    en="the Word document is damaged ({why}); save it again as .docx",
)
_NO_BODY = Words(
    de="Das Word-Dokument hat keinen Textteil oder ist in der Variante „strict“ gespeichert; bitte als gewöhnliches .docx "
    "speichern",
    en="the Word document has no body, or is of the strict variant; save it as an ordinary .docx",
)
_BAD_PACKAGE = Words(
    de="Die Datei ist als Word-Dokument beschädigt; bitte neu kopieren oder speichern",
    en="the package is damaged ({why}); copy or save the file again",
)
_BAD_PART = Words(
    de="Der Teil {part} ist beschädigt; bitte die Datei neu kopieren oder speichern",
    en="the part {part} is damaged; copy or save the file again",
)
_HUGE = Words(
    de="Die Datei ist entpackt größer als {size} MB; bitte den Text ohne seine Bilder speichern",
    en="unpacks to more than {size} MB; save the text without its pictures",
)
_PROTECTED = Words(
    de="Die Datei ist mit einem Kennwort geschützt; bitte ohne Kennwort speichern",
    en="is protected by a password; save it without one",
)


def read_document(name: str, data: bytes) -> Briefing:
    """The briefing. Raises BriefingError for a damaged package, one too large, and one that is no Word document."""
    _check_package(name, data)
    try:
        package = Package.open(io.BytesIO(data))
        main = package.main_document_part
        document = _root(main)
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, OSError) as error:
        raise BriefingError(name, _DAMAGED, why=_first_line(error)) from None
    body = document.find(f"{W}body")
    if body is None:
        raise BriefingError(name, _NO_BODY)
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
        raise BriefingError(name, _BAD_PACKAGE, why=_first_line(error)) from None
    names = [entry.filename for entry in entries]
    if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise BriefingError(name, _HUGE, size=_MAX_UNPACKED // 2**20)
    if broken:
        raise BriefingError(name, _BAD_PART, part=broken)
    if "EncryptedPackage" in names:
        raise BriefingError(name, _PROTECTED)
    if not any(each.startswith("word/") for each in names):
        what = next((what for start, what in _OTHERS if any(each.startswith(start) for each in names)), _ZIP)
        raise BriefingError(name, _OTHER, what=what)


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
