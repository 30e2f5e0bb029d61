"""Numbers of UN documents in texts and addresses, so that the two can be compared.

A number is kept as what tells documents apart: '75/268' and '2593' for resolutions of the General Assembly and of the
Security Council, the whole symbol ('A/74/341', 'E/CN.7/2020/2') for other documents. See
https://research.un.org/en/docs/symbols for the symbols.
"""

import re
from urllib.parse import unquote

_RESOLUTION = re.compile(
    r"(?:\bresolution(?:en|s)?|\bres\.|резолюци\w+)\W{0,3}(?:(?:nr|no|number|nummer)\.?\s*)?(?:[AES]/(?:HRC/)?RES/)?"
    r"(?P<number>\d{1,3}/\d{1,3}|\d{3,4}(?=\s*\((?:19|20)\d\d\)))(?![/\d])",
    re.IGNORECASE,
)
# What every number holds, so that most texts need no closer look; it begins with signs that are found fast.
_HINT = re.compile(r"/(?:(?<=\d/)\d|(?<=[AESCaesc]/)(?<![A-Za-z0-9][AESCaesc]/)[\dA-Za-z])|_|%|\((?:19|20)\d\d")
_SYMBOL = re.compile(
    r"(?<![a-z0-9])(?P<symbol>[aesc](?:/(?:res|hrc|pv\.\d+|cn\.\d+|c\.\d+|conf\.\d+|l\.\d+|add\.\d+|rev\.\d+|\d{1,4}(?![\d.-])))+)",
    re.IGNORECASE,
)


def numbers_in(text: str) -> frozenset[str]:
    """The document numbers of a text or an address."""
    if not _HINT.search(text):
        return frozenset()
    plain = re.sub(r"(?<=[AESaesc])_(?=RES_|\d)|(?<=RES)_|(?<=\d)_(?=\d)", "/", unquote(text) if "%" in text else text)
    found = {match["number"] for match in _RESOLUTION.finditer(plain)}
    found |= {_short(match["symbol"].upper()) for match in _SYMBOL.finditer(plain)}
    return frozenset(number for number in found if any(letter.isdigit() for letter in number))


def conflict(printed: frozenset[str], other: frozenset[str]) -> tuple[str, str] | None:
    """A number of `printed` and the one of `other` that stands in its place; None where both agree or cannot be compared."""
    for kind in (_is_assembly, _is_council, _is_symbol):
        ours, theirs = sorted(filter(kind, printed)), sorted(filter(kind, other))
        if ours and theirs and not set(ours) & set(theirs):
            return ours[0], theirs[0]
    return None


def _short(symbol: str) -> str:
    _, resolution, number = symbol.rpartition("/RES/")
    return number if resolution else symbol


def _is_assembly(number: str) -> bool:
    return bool(re.fullmatch(r"\d+/\d+", number))


def _is_council(number: str) -> bool:
    return number.isdigit()


def _is_symbol(number: str) -> bool:
    return not number[0].isdigit() and number.count("/") > 1
