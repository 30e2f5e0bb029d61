"""Names that do not name who acts: the function of a single person ('Außenminister Wang Yi'), a part of a thing's name."""

import re
from collections.abc import Sequence

from loaders.actors.names import Known
from loaders.actors.person_names import NameParts
from loaders.actors.surnames import Found

_SINGULAR = re.compile(
    r"(?:(?<![a-zäöüß]\s)\b(?:[Dd]er|[Tt]he)\s(?:[\wäöüß]+e[nrs]?\s)?|\b(?:[Dd]em|[Dd]es|[Ee]in|[Ee]inem|[Ss]ein|[Ii]hr)\s(?:[\wäöüß]+e[nrs]?\s)?"
    r"|[a-zäöü]s\s|ische[rnm]?\s(?:\w+e[rnm]?\s)?)$"
)
_PLURAL = re.compile(r"(?:chefs|ern|äre|ären|anwälte|anwälten)$")
_TAIL = re.compile(r"[-‑]([\w-]+)")
# 'SCO Film Week', 'the SCO half marathon': what happens is no organisation.
_EVENT_BEHIND = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:[Ff]estival|[Ff]orum|[Ww]eek|[Mm]arathon|[Ss]ummit|[Mm]eeting|[Cc]onference|[Ee]xhibition|[Ee]xpo|[Ff]air"
    r"|[Cc]up|[Gg]ames|[Dd]ay|[Yy]ear|edition|capital)\b"
)
# Who or what is sent out acts for its organisation: 'OSZE-Wahlbeobachter', 'SCO-Mission'.
_SENT = re.compile(
    r"Delegation|Interview|Gespräch|interview|delegation|(?:Wahl)?[Bb]eobachter|(?:Wahl)?[Mm]ission|observer|Staaten|Länder|Mitglied"
)
_OF_ALL = re.compile(r"\s(?:der|von|aus)\s(?:SCO|Mitglied)")


def is_one_person(text: str, hit: Known, persons: Sequence[Found], parts: NameParts) -> bool:
    """Whether a collective such as 'Außenminister' is the function of a single person here."""
    word = text[hit.start : hit.end]
    if hit.actor["kind"] != "body" or not parts.is_function(word):
        return False
    if _PLURAL.search(word):
        return False
    named = any(text[hit.end : one.start] in (" ", ", ") and one.form != "office" for one in persons)
    return named or (bool(_SINGULAR.search(text, max(0, hit.start - 40), hit.start)) and not _OF_ALL.match(text, hit.end))


def is_modifier(text: str, hit: Known, parts: NameParts) -> bool:
    """Whether a name is the first part of a compound that names a thing: 'SCO-Gipfel', but not 'FAO-Generaldirektor'."""
    if text[hit.start : hit.end].isupper() and _EVENT_BEHIND.match(text, hit.end):
        return True
    tail = _TAIL.match(text, hit.end)
    return tail is not None and not (parts.is_function(tail[1]) or _SENT.match(tail[1]))
