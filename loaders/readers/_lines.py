"""Lines that were broken to fit a page or a screen, made one text again."""

import re
from collections.abc import Iterable

_LAST = 400  # characters at the end of a line that hold its last word or address
_HYPHEN = re.compile(r"(?P<left>[^\W_]+)[-‐]$")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED = re.compile(r"(?:und|oder|sowie|bis|bzw\.?|beziehungsweise|noch|wie|and|or|to|nor)\b")
_ADDRESS_END = re.compile(r"(?:\w{2,7}:/{1,2}|www\.)\S*$", re.IGNORECASE)
_SCHEME = re.compile(r"\bh?https?://", re.IGNORECASE)
_ADDRESS_PIECE = re.compile(r"[\w%&=?./#~+:;,@!()*'–-]+")
_BACK = re.compile(r"(?:\[\d{1,4}\])?[↩⤴⏎↑↵]?$")  # the number of a link, and a sign that leads back to a marker
_ENDING = re.compile(r"(?:s?html?|aspx?|php|pdf|jsp)\b/?", re.IGNORECASE)
_INSIDE_ADDRESS = re.compile(r"[/_=&%?#+]|-\S*-|\d-|-\d|^[a-z0-9]\S*-\w|\.(?:s?html?|aspx?|php|pdf|jsp)\W*$|\d{4,}")
_COMPLETE = re.compile(r"\.(?:s?html?|aspx?|php|pdf|jsp)/?$", re.IGNORECASE)
# First parts that keep their hyphen in English compounds, and begin no German word that hyphenation would part there.
_KEEPS_HYPHEN = re.compile(r"cross|high|low|long|short|mid|self|non|well|full|large|small|two|three|four|five", re.IGNORECASE)
# The same where the second part is a word of the text as well: 'ten-year', but 'ten-sion'.
_MAY_KEEP_HYPHEN = re.compile(
    r"one|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|year|day|week|month|vice|post|fib(?:re|er)|open|free|then|much"
)


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of a text as they stand inside its lines: they show whether a hyphen at a line's end belongs to the word."""
    known: set[str] = set()
    is_parted = False
    for line in lines:
        words = _WORDS.findall(line)
        known.update(words[1:] if is_parted else words)  # a piece of a word is none
        is_parted = line.endswith(("-", "\u2010"))
    return frozenset(known)


def is_parted(before: str, after: str) -> bool:
    """Whether a line ends at a hyphen inside of a word, and not at one that leaves a part out ('Jugend- und …')."""
    return bool(_HYPHEN.search(before)) and not _SUSPENDED.match(after.lstrip())


def seam(before: str, after: str, known: frozenset[str] = frozenset(), is_full: bool = True) -> tuple[int, str]:
    """How two lines are joined: how many characters the first loses at its end, and what comes between.

    `known` are the words of the whole text, `is_full` tells that the first line had no room for the next word.

    >>> seam("die Zusammen-", "arbeit der Staaten")
    (1, '')
    >>> seam("zum SCO-", "Gipfel")
    (0, '')
    """
    head, tail = before[-_LAST:].rstrip(), after.lstrip()
    if _goes_on(head, tail, is_full):
        return 0, ""
    if hyphen := _HYPHEN.search(head):
        return _hyphened(hyphen["left"], tail, known)
    if re.search(r"\d[–/-]$", head) and tail[:1].isdigit():
        return 0, ""
    if re.search(r"\w/$|[\w.]–$", head) and not _SUSPENDED.match(tail):
        return 0, ""
    return 0, "\n"


def _hyphened(left: str, tail: str, known: frozenset[str]) -> tuple[int, str]:
    if _SUSPENDED.match(tail):
        return 0, "\n"
    right = re.match(r"[^\W\d_]+", tail)
    is_name = right is not None and (left.isupper() or right[0][0].isupper())
    if right and is_name and left + right[0] in known and f"{left}-{right[0]}" not in known:
        return 1, ""
    if not right or not tail[0].islower() or left[-1].isdigit():
        return 0, ""
    is_compound = (
        len(left) == 1
        or (left.isupper() and len(left) > 1)
        or (left.endswith("isch") and re.search(r"isch(?:e[nrsm]?)?$", right[0]))
        or f"{left}-{right[0]}" in known
        or left == "anti"  # 'anti-terrorism', but 'Anti-' begins a German compound written solid
        or (bool(_KEEPS_HYPHEN.fullmatch(left)) and left + right[0] not in known)
        or (bool(_MAY_KEEP_HYPHEN.fullmatch(left)) and right[0] in known and left + right[0] not in known)
    )
    return (0, "") if is_compound else (1, "")


def _goes_on(head: str, tail: str, is_full: bool) -> bool:
    """Whether an address at the end of a line goes on in the next one."""
    edge = re.split(r"\s", head[-8:])[-1]
    if edge and len(edge) < 8 and (scheme := _SCHEME.search(edge + tail[:8])) and scheme.start() < len(edge) < scheme.end():
        return True
    address = _ADDRESS_END.search(head)
    tail = _BACK.sub("", tail)
    piece = tail.split(maxsplit=1)[0] if tail.split() else ""
    if address and piece and address[0].endswith("://"):
        return True
    if not address or not _ADDRESS_PIECE.fullmatch(piece) or _ADDRESS_END.match(piece):
        return False
    if address[0][-1] == "." and _ENDING.fullmatch(piece):
        return True
    if address[0][-1] in ".,;" and address[0][-2:-1] != "." and not _INSIDE_ADDRESS.search(piece):
        return False
    if _COMPLETE.search(address[0]):
        return piece[0] in "?#&/"
    if address[0][-1] in "-_=?&%#~+":
        return True
    if not is_full:
        return False
    is_word = piece.rstrip(".,;:").isalpha()
    if address[0][-1] == "/":
        return not is_word or (piece.islower() and len(tail.split()) == 1) or piece == tail
    return bool(_INSIDE_ADDRESS.search(piece)) or (piece == tail and (piece.islower() or piece.isdigit()))
