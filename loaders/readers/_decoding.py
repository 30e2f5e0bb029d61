"""From the bytes of a text file to its characters, and its front matter apart from the rest."""

import re

from loaders.document import BriefingError, Problem, Words
from loaders.readers._text import sanitised

_BROKEN_UTF8 = re.compile("Ã[\u0080-\u00bf„“”‚‘’†‡ˆ‰Š‹Œ•–—˜™š›œžŸ¤¼¶Ÿ]|â€[žœ\u009d“”™˜¦]")
_BINARY = (
    b"%PDF-",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
)
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENTRY = re.compile(r"^(?P<key>[^\W\d][\w -]{0,30}?)\s*[:=]\s*(?P<value>.*)$")
_FENCE = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n")
_MAX_FRONT = 40
_NO_ENCODING = Words(
    de="Byte {place} passt zu keinem bekannten Zeichensatz; bitte den Text als UTF-8 speichern",
    en="byte {place} is of no known encoding; save the text as UTF-8",
)


def decoded(data: bytes) -> tuple[str, str]:
    """The text of some bytes, and the encoding it was taken for: UTF-8 or UTF-16 (with or without mark), else Windows-1252.

    Raises UnicodeDecodeError where none of them fits (binary data). The source of the order: UTF-8 fails at once on
    anything else, UTF-16 without a mark shows in its zero bytes, Windows-1252 takes almost everything.
    """
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(bom):
            return data.decode(encoding), encoding
    head = data[:400]
    if head.count(0) > len(head) // 5:
        encoding = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        return data.decode(encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252"), "cp1252"


def mended(text: str) -> str:
    """UTF-8 that was once taken for Windows-1252 ('TÃ¤tigkeit') set right; the same text where it is not that."""
    if not _BROKEN_UTF8.search(text):
        return text
    return "\n".join(_mended_line(line) for line in text.split("\n"))


def _mended_line(line: str) -> str:
    if not _BROKEN_UTF8.search(line):
        return line
    try:
        # Windows-1252 leaves five bytes without a character; they survive as control characters.
        data = b"".join(char.encode("cp1252") if not 0x80 <= ord(char) <= 0x9F else bytes([ord(char)]) for char in line)
        return data.decode("utf-8")
    except UnicodeError:
        return line


def head_text(head: bytes) -> str | None:
    """The beginning of a text file, as far as it can be told; None where the bytes are of no text."""
    if head.startswith(_BINARY):
        return None
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > len(head) // 5
    if not is_wide and len(_CONTROL_BYTES.findall(head)) > len(head) // 50:
        return None
    for cut in range(4):
        try:
            return decoded(head[: len(head) - cut])[0]
        except UnicodeDecodeError:
            continue
    return None


def text_of(name: str, data: bytes) -> tuple[str, list[Problem]]:
    """The text of a file with `\\n` line ends, and what was guessed about it. Raises BriefingError for what is no text."""
    try:
        text, encoding = decoded(data)
    except UnicodeDecodeError as error:
        raise BriefingError(name, _NO_ENCODING, place=error.start) from None
    problems = [Problem("encoding-guessed", encoding)] if encoding == "cp1252" or encoding.startswith("utf-16-") else []
    text = sanitised(text.replace("\r\n", "\n").replace("\r", "\n"))
    whole = mended(text)
    if whole != text:
        line = next(
            number for number, (is_, was) in enumerate(zip(whole.split("\n"), text.split("\n"), strict=True), 1) if is_ != was
        )
        problems.append(Problem("encoding-mended", text.split("\n")[line - 1].strip()[:60], line))
    return whole, problems


def front_matter(text: str) -> tuple[tuple[tuple[str, str, int], ...], str, list[Problem]]:
    """The entries (key, value, line) between two lines '---' at the top, the text without them, and what is malformed."""
    opening = _FENCE.match(text)
    if not opening:
        return (), text, []
    first = text.count("\n", 0, opening.end())
    lines = text.split("\n")
    fence = opening["fence"]
    end = next((i for i in range(first, min(len(lines), first + _MAX_FRONT)) if lines[i].strip() in (fence, "...")), None)
    problems: list[Problem] = []
    if end is None:
        end = next((i for i in range(first, len(lines)) if not _ENTRY.match(lines[i])), len(lines))
        if end == first:
            return (), text, []
        problems.append(Problem("front-matter-open", fence, first))
        end -= 1
    elif not any(_ENTRY.match(line) for line in lines[first:end]) and any(line.strip() for line in lines[first:end]):
        # Two rules around running text.
        return (), text, []
    entries = []
    for number in range(first, end + (1 if problems else 0)):
        line = lines[number]
        entry = _ENTRY.match(line)
        if entry:
            entries.append((entry["key"], _value(entry["value"]), number + 1))
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            problems.append(Problem("front-matter-line", line.strip(), number + 1))
    return tuple(entries), "\n".join([*[""] * (end + 1), *lines[end + 1 :]]), problems


def _value(printed: str) -> str:
    value = printed.strip()
    if value.startswith(("'", '"')) and value.find(value[0], 1) > 0:
        return value[1 : value.find(value[0], 1)]
    return re.sub(r"(?:^|\s+)#.*$", "", value).strip()
