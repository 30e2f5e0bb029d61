"""Text that went by mail: its encoding for the way, the sign before quoted lines, the head above it."""

import quopri
import re
from collections.abc import Sequence

from loaders.document import Problem

# The fields that mail programs write above a text they save or forward.
_FIELD = re.compile(
    r"\W{0,4}(?P<name>From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Attachments?|Importance|Message-ID"
    r"|Von|An|Kopie|Gesendet|Datum|Betreff|Antwort an|Anlagen?|Anhänge|Priorität)\s?:\**\s+(?P<value>\S.*)$",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"^(?:(?:Re|Fwd?|AW|WG|Antwort)\s*:\s*)+", re.IGNORECASE)
_QUOTED = re.compile(r"(?:[>|] ?)+")
_PACKED = re.compile(r"=[89A-F][0-9A-F]|=\n")
# Text packed for the way writes every sign of equality as '=3D', and no line is longer.
_UNPACKED = re.compile(r"=(?![0-9A-F]{2}|\n)|[^\n]{78}")
_FIRST_LINES = 12  # among which a head begins
_LEAST_FIELDS = 3
_LEAST_SIGNS = 6
_COVER = 800  # characters above a quoted or forwarded text that are a cover note
_SHOWN = 80


def unpacked(text: str) -> str:
    """Text that is still written as quoted-printable ('=C3=A4', lines that end in '=') as it was meant; any other as it is."""
    if not text.isascii() or len(_PACKED.findall(text)) < _LEAST_SIGNS or _UNPACKED.search(text):
        return text
    data = quopri.decodestring(text.encode("ascii"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return text


def unquoted(text: str) -> tuple[str, list[Problem]]:
    """A text that is quoted as a whole ('> …') without the signs, its lines kept, and without a short note above it."""
    lines = text.split("\n")
    start = next((index for index, line in enumerate(lines) if _QUOTED.match(line)), len(lines))
    below = [line for line in lines[start:] if line.strip()]
    quoted = sum(bool(_QUOTED.match(line)) for line in below)
    if quoted < _LEAST_SIGNS or quoted * 10 < len(below) * 9 or sum(map(len, lines[:start])) > _COVER:
        return text, []
    plain = [_QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line for line in lines[start:]]
    return "\n".join([*[""] * start, *plain]), _left_out(lines[:start], 1)


def without_head(text: str) -> tuple[str, str, list[Problem]]:
    """The text without the head that a mail program wrote above it, its lines kept, and the mail's subject."""
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    start = next((index for index in filled[:_FIRST_LINES] if _FIELD.match(lines[index])), -1)
    if start < 0 or sum(map(len, lines[:start])) > _COVER:
        return text, "", []
    end = start
    fields = []
    # A field may go on in an indented line.
    while end < len(lines) and ((field := _FIELD.match(lines[end])) or (lines[end].strip() and lines[end][0] in " \t")):
        fields += [field] if field else []
        end += 1
    if len({field["name"].casefold() for field in fields}) < _LEAST_FIELDS:
        return text, "", []
    subject = next((field["value"] for field in fields if field["name"].casefold() in ("subject", "betreff")), "")
    return "\n".join([*[""] * end, *lines[end:]]), _ANSWERED.sub("", subject).strip(), _left_out(lines[:end], 1)


def _left_out(lines: Sequence[str], line: int) -> list[Problem]:
    words = " ".join(" ".join(lines).split())
    return [Problem("part-left-out", words[:_SHOWN], line)] if words else []
