"""Reads a briefing of any known format: one module a format in this folder, found by iteration.

A format's module has exactly three public names: `SUFFIXES`, the file names it may have; `recognises(name, head)`, whether
the first bytes (`HEAD` of them) are its format, whatever the name says; and `read(name, data)`, which gives the `Briefing`.
To add a format, add such a module. Modules whose name begins with `_` are what the formats share.
"""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from loaders.document import Briefing, BriefingError

HEAD = 4096
_MAX_BYTES = 64 * 1024 * 1024
# First bytes of files that people take for briefings, and what to do with them.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc) or one with a password", "save it as .docx without a password"),
    (b"{\\rtf", "rich text (.rtf)", "save it as .docx"),
    (b"\x89PNG", "a picture", "save the text itself"),
    (b"\xff\xd8\xff", "a picture", "save the text itself"),
    (b"GIF8", "a picture", "save the text itself"),
    (b"\x1f\x8b", "a packed file", "unpack it first"),
    (b"7z\xbc\xaf", "a packed file", "unpack it first"),
    (b"Rar!", "a packed file", "unpack it first"),
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
        raise BriefingError(f"{path}: cannot be opened ({error.strerror}); check the name and the permissions") from None
    return read_briefing_bytes(path.name, data)


def read_briefing_bytes(name: str, data: bytes) -> Briefing:
    """The same for a briefing that is no file, such as an upload. `name` tells its format only where the bytes do not."""
    if not data.strip():
        raise BriefingError(f"{name}: the file is empty; save the briefing again")
    if len(data) > _MAX_BYTES:
        raise BriefingError(f"{name}: {len(data) // 2**20} MB are too much for a briefing; save the text without its pictures")
    head = data[:HEAD]
    form = next((form for form in formats() if form.recognises(name, head)), None)
    if form is None:
        raise BriefingError(f"{name}: {_foreign(head)}; known are {', '.join(sorted(SUFFIXES))}")
    try:
        briefing = form.read(name, data)
    except BriefingError:
        raise
    except Exception as error:
        # Whatever a file does to a reader must not stop the others; the cause is kept for whoever mends the reader.
        message = f"{name}: the reader of {form.name} failed ({type(error).__name__}: {error}); save it in another format"
        raise BriefingError(message) from error
    if not any(section.text for section in briefing.sections):
        raise BriefingError(f"{name}: holds no text of a briefing below its title; check that the right file was saved")
    return briefing


def _foreign(head: bytes) -> str:
    for start, what, cure in _FOREIGN:
        if head.startswith(start):
            return f"is {what}, which no reader knows; {cure}"
    return "is of a format that no reader knows; save it as text, HTML, Word (.docx) or PDF"
