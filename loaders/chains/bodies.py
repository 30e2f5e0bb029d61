"""Which other organisations take part: 'OVKS-Gipfel' and 'Minister von SCO, GUS und OVKS' are not meetings of the SCO alone."""

import re
from collections import Counter

from loaders.anchored import AnchoredPattern
from loaders.document import Briefing
from loaders.vocabulary import Vocabulary

JOINT = "+"  # others take part, not said which
_JOINT = AnchoredPattern(
    r"(?:gemeinsame[nrms]?|joint)\s(?:\w+\s)?(?:sitzung|tagung|treffen|meeting|session|sitting)", flags=re.IGNORECASE
)
_JOINT_WITHIN = 160
_PREFIX = re.compile(r"(?<![\w-])((?:[A-ZÄÖÜ][\w’]*-)+|[A-ZÄÖÜ][A-ZÄÖÜ\d]+(?:-\w+)*\s)\Z")
_LISTED = re.compile(
    r"\w*\s+(?:der|von|of|mit|with|zwischen|between)\s+(?:den\s\w+\s+|the\s+|der\s+)?"
    r"((?:(?:the |der |die )?[A-ZÄÖÜ][A-ZÄÖÜ\d]+(?![\w-])(?:,\s|\s(?:und|and|sowie)\s(?:der |the |mit |with )?)?)+)"
)
_WRITTEN_OUT = re.compile(r"\w*\s+(?:der|von|of)\b[^.;]{0,40}\bOrgani[sz]ation\b[^.;()]{0,90}\(([A-ZÄÖÜ]{2,})\)")
_THEIR_OWN = re.compile(
    r"\b(?:[Dd]ie|[Dd]er|[Tt]he)\s([A-ZÄÖÜ][A-ZÄÖÜ\d]+)\s[^.;,]{0,40}?\b(?:ihre?[mnrs]?|its)\s(?:\w+\s){0,2}(?:\w+-)?\Z"
)
_ABBREVIATION = re.compile(r"\b[A-ZÄÖÜ][A-ZÄÖÜ\d]+\b")


def other_bodies(text: str, start: int, end: int, own: frozenset[str]) -> frozenset[str]:
    """The abbreviations of other organisations whose meeting `text[start:end]` names, `JOINT` where none is named."""
    found: set[str] = set()
    prefix = _PREFIX.search(text, max(0, start - 40), start)
    if prefix:
        found.update(_ABBREVIATION.findall(prefix.group(1)))
    holder = _THEIR_OWN.search(text, max(0, start - 120), start)
    if holder:
        found.add(holder.group(1))
    for pattern in (_LISTED, _WRITTEN_OUT):
        behind = pattern.match(text, end)
        if behind:
            found.update(_ABBREVIATION.findall(behind.group(1)))
    found -= own
    is_joint = bool(_JOINT.search(text, max(0, start - _JOINT_WITHIN), end + _JOINT_WITHIN))
    return frozenset(found) if found or not is_joint else frozenset({JOINT})


def own_bodies(briefing: Briefing, vocabulary: Vocabulary) -> frozenset[str]:
    """The abbreviations of the organisation that the briefing is about; of an unknown one the commonest in its text."""
    rows = [row for row in vocabulary.rows("organisations") if row["organisation_id"] == briefing.organisation_id]
    names = [row[column] for row in rows for column in ("organisation_id", "abbreviation_de", "abbreviation_en")]
    if names:
        return frozenset(name.upper() for name in names if name)
    texts = (briefing.title, *(f"{section.heading} {section.text}" for section in briefing.sections))
    told_in = Counter(body for text in texts for body in set(_ABBREVIATION.findall(text)))
    commonest = max(told_in, key=lambda body: (told_in[body], body), default="")
    return frozenset({commonest}) if told_in[commonest] > 1 else frozenset()
