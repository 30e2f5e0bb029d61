"""Places that an entry of a list of dates names beside the date."""

import re

from loaders.places.names import Found
from loaders.places.rules import WINDOW

# '29. Mai, Tianjin: Forum …', 'Tianjin, 29. Mai: …' and '29 May: forum of experts, Tianjin': entries of a list of dates.
_DAY = (
    r"(?:(?:\d[\d./–—-]*+|(?:[Aa]nfang|[Mm]itte|[Ee]nde|[Ee]arly|[Mm]id|[Ll]ate|und|bis|to|and|Jan|Feb|M[äa]r|Apr|Ma[iy]|Jun|Jul|Aug"
    r"|Sep|O[kc]t|Nov|De[zc])[a-zäö]*+\.?+)[\s–—-]*+)++"
)
_ENTRY = rf"(?:^|\n|[.!?]\s)(?=[^:]*\d){_DAY}"
_DATED_ENTRY = re.compile(rf"{_ENTRY}(?:,\s|\(|\|\s|(?<=[–—]\s))$")
# What the words before a listed place end in: most places need no closer look.
_MAY_END_LEFT = re.compile(r"(?:[,:|–—.!?]\s|\(|\n|^)$")
_NAMED_FIRST = re.compile(r"(?:^|\n|[.!?]\s)$")
# '29. Mai: Tianjin, Forum der Fachleute'
_DATE_WITH_COLON = re.compile(rf"{_ENTRY}:\s$")
_SHORT_ENTRY = re.compile(r",\s(?!das |die |der |which |who )[^\n.;:]{2,80}(?:$|\n|[.;])")
_DATE_AND_COLON = re.compile(rf"(?:,\s|\s\()(?=[^:;]*\d){_DAY}\)?[:;]")
_ENTRY_HEAD = re.compile(rf"{_ENTRY}:\s[^\n:]*,\s$")
_ENTRY_END = re.compile(r"(?:,(?:\s\w+){1,3}|\s\([^)\n]*\))?(?:[.;]?\s*$|[.;]?\n|\.\s)")


def is_listed(text: str, found: Found) -> bool:
    """Whether an entry of a list of dates names the place beside the date or, behind what happens, at its end."""
    if not _MAY_END_LEFT.search(text, max(0, found.start - 2), found.start):
        return False
    left, behind = text[max(0, found.start - 2 * WINDOW) : found.start], text[found.end : found.end + WINDOW]
    if _DATED_ENTRY.search(left):
        return re.match(r"\)?\s?[:|–—]", behind) is not None
    if _DATE_WITH_COLON.search(left):
        return _SHORT_ENTRY.match(behind) is not None
    if _NAMED_FIRST.search(left):
        return _DATE_AND_COLON.match(behind) is not None
    return bool(_ENTRY_HEAD.search(left)) and _ENTRY_END.match(behind) is not None
