"""Reads a briefing of any known format: one module a format in this folder, found by iteration.

A format's module has exactly three public names: `SUFFIXES`, the file names it may have; `recognises(name, head)`, whether
the first bytes (`HEAD` of them) are its format, whatever the name says; and `read(name, data)`, which gives the `Briefing`.
To add a format, add such a module. Modules whose name begins with `_` are what the formats share. A module whose libraries
take long to import does so in `read`, so that to know the formats costs nothing.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.document import Briefing, BriefingError, Words

HEAD = 4096
_MAX_BYTES = 64 * 1024 * 1024
_OLD_WORD = Words(
    de="Die Datei ist ein altes Word-Dokument (.doc) oder eines mit Kennwort, und dafür gibt es keinen Leser; bitte als .docx "
    "ohne Kennwort speichern",
    en="is an old Word document (.doc) or one with a password, which no reader knows; save it as .docx without a password",
)
_RICH_TEXT = Words(
    de="Die Datei ist Rich Text (.rtf), und dafür gibt es keinen Leser; bitte als .docx speichern",
    en="is rich text (.rtf), which no reader knows; save it as .docx",
)
_PICTURE = Words(
    de="Die Datei ist ein Bild, und dafür gibt es keinen Leser; bitte den Text selbst speichern",
    en="is a picture, which no reader knows; save the text itself",
)
_PACKED = Words(
    de="Die Datei ist ein gepacktes Archiv, und dafür gibt es keinen Leser; bitte zuerst entpacken",
    en="is a packed file, which no reader knows; unpack it first",
)
_STRANGE = Words(
    de="Die Datei hat ein Format, für das es keinen Leser gibt; bitte als Text, HTML, Word (.docx) oder PDF speichern",
    en="is of a format that no reader knows; save it as text, HTML, Word (.docx) or PDF",
)
# First bytes of files that people take for briefings, and what to do with them.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", _OLD_WORD),
    (b"{\\rtf", _RICH_TEXT),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
)
_UNREADABLE = Words(
    de="Die Datei kann nicht geöffnet werden ({why}); bitte Namen und Zugriffsrechte prüfen",
    en="cannot be opened ({why}); check the name and the permissions",
)
_EMPTY = Words(de="Die Datei ist leer; bitte das Briefing neu speichern", en="the file is empty; save the briefing again")
_LARGE = Words(
    de="{size} MB sind zu viel für ein Briefing; bitte den Text ohne seine Bilder speichern",
    en="{size} MB are too much for a briefing; save the text without its pictures",
)
_UNKNOWN = Words(de="{what}; bekannt sind {known}", en="{what}; known are {known}")
_FAILED = Words(
    de="Der Leser für {form} kam damit nicht zurecht ({kind}); bitte in einem anderen Format speichern",
    en="the reader of {form} failed ({kind}: {error}); save it in another format",
)
_NO_TEXT = Words(
    de="Die Datei enthält unter dem Titel keinen Text eines Briefings; bitte prüfen, ob die richtige Datei gespeichert wurde",
    en="holds no text of a briefing below its title; check that the right file was saved",
)


@dataclass(frozen=True, slots=True)
class Format:
    """One format's reader."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str, bytes], bool]
    read: Callable[[str, bytes], Briefing]


@cache
def formats() -> tuple[Format, ...]:
    """All formats, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(
        Format(name, module.SUFFIXES, module.recognises, module.read) for name, module in zip(names, modules, strict=True)
    )


SUFFIXES: frozenset[str] = frozenset(suffix for form in formats() for suffix in form.suffixes)


def read_briefing(path: Path) -> Briefing:
    """The briefing in a file. Raises BriefingError, which names file, place and cure, where it cannot be read at all."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BriefingError(path, _UNREADABLE, why=error.strerror) from None
    return read_briefing_bytes(path.name, data)


def read_briefing_bytes(name: str, data: bytes) -> Briefing:
    """The same for a briefing that is no file, such as an upload. `name` tells its format only where the bytes do not."""
    if not data.strip():
        raise BriefingError(name, _EMPTY)
    if len(data) > _MAX_BYTES:
        raise BriefingError(name, _LARGE, size=len(data) // 2**20)
    head = data[:HEAD]
    form = next((form for form in formats() if form.recognises(name, head)), None)
    if form is None:
        raise BriefingError(name, _UNKNOWN, what=_foreign(head), known=", ".join(sorted(SUFFIXES)))
    try:
        briefing = form.read(name, data)
    except BriefingError:
        raise
    except Exception as error:
        # Whatever a file does to a reader must not stop the others; the cause is kept for whoever mends the reader.
        raise BriefingError(name, _FAILED, form=form.name, kind=type(error).__name__, error=error) from error
    if not any(section.text for section in briefing.sections):
        raise BriefingError(name, _NO_TEXT)
    return briefing


def _foreign(head: bytes) -> Words:
    return next((what for start, what in _FOREIGN if head.startswith(start)), _STRANGE)
