"""Places that something struck: an attack, fighting, an earthquake. There it happened, unless others only speak of it."""

import re

from loaders.places.names import Found

# 'verurteilte den Überfall auf die Bahn in X': what is spoken of, not where one speaks.
_SPOKEN_OF = re.compile(
    r"\b(?:[Vv]erurteil\w*|[Bb]edauer\w*|[Bb]eklag\w*|condemn\w*|deplor\w*|denounc\w*|mourn\w*)\b(?:[^,;.!?]|(?<=\d)\.)*"
    r"\b(?:\w*(?:[Aa]nschl[aä]g|[Aa]ngriff|[Ee]ntführung|[Üü]berfall|[Aa]ttentat|[Gg]ewalt|[Mm]ord|[Gg]eiselnahme)\w*"
    r"|attacks?|bombings?|hijacking|kidnapping|killings?|strikes?|violence|shelling|assault|blast)\b(?:[^,;.!?]|(?<=\d)\.)*\s(?:in|im|at|bei)\s"
    r"(?:(?:der|dem|den|the)\s)?$"
)
# 'begrüßte die Gespräche in X' likewise; guests are welcomed where one is oneself.
_PRAISED = re.compile(
    r"\b(?:[Bb]egrüß\w*|[Ww]ürdig\w*|[Ll]obte?n?|[Kk]ritisier\w*|welcom\w*|prais\w*|hail\w*|commend\w*|critici[sz]\w*)\b[^,;.!?]*"
    r"\b(?:\w*(?:[Gg]espräche?n?|[Vv]erhandlungen|[Aa]bkommens?|[Ee]inigung|[Ww]affenruhe|[Ss]piele|[Ww]ahl(?:en)?|[Rr]eformen)"
    r"|talks|negotiations|agreement|deal|ceasefire|truce|[Gg]ames|elections?|reforms)\s(?:in|im)\s(?:(?:der|dem|den|the)\s)?$"
)
# 'bei einem Anschlag in X': what happened, not what others speak of.
_IN_A_BLOW = re.compile(
    r"\b(?:[Bb]eim|[Bb]ei (?:d(?:em|er)|eine[mr]|mehreren|zwei|drei)|[Ii]n (?:the|an?|two|three)|[Dd]uring (?:the|an?))"
    r"\s(?:\w+\s){0,2}"
    r"(?:\w*(?:[Aa]nschl[aä]ge?n?|[Aa]ngriffe?n?|[Üü]berf[aä]lle?n?|[Aa]ttentate?n?|[Gg]efechte?n?|[Kk]ämpfe?n?|[Ee]rdbeben|[Ee]xplosion(?:en)?)"
    r"|(?:\w+-)?(?:attacks?|assaults?|bombings?|raids?|strikes?|fighting|clashes|earthquakes?|explosions?))"
    r"\s(?:in|im|bei|nahe|at|near|on)\s(?:(?:der|dem|den|the)\s)?$"
)
_DATED_BEHIND = re.compile(r"\s(?:vom|am|on|of)\s(?:\w+\s){0,2}\d|\s\(\d")
# 'der Anschlag von X' was in X; 'der Anschlag in Afghanistan' may be what others speak of.
_STRUCK = re.compile(
    r"\w*(?:[Aa]ngriff|[Aa]ngriffe?s?n?)|[Üü]berf(?:all|alls|älle)|[Aa]nschl(?:ag|ags|ages|äge|ägen)|Attentate?s?|Gefechte?n?|Schlacht|Erdbebens?|attacks?|bombings?|battle|earthquake"
)


def is_blow(word: str) -> bool:
    """Whether a word before 'von X' says that something struck X."""
    return _STRUCK.fullmatch(word) is not None


def is_dated_behind(text: str, found: Found) -> bool:
    """Whether the date of what happened follows the place."""
    return _DATED_BEHIND.match(text, found.end) is not None


def is_told(left: str) -> bool:
    """Whether the words before a place tell of a blow as what happened: 'bei einem Anschlag in X'."""
    return _IN_A_BLOW.search(left) is not None


def is_spoken_of(text: str, found: Found, left: str) -> bool:
    """Whether others speak of what struck or happened at the place; behind the date of that it is the event itself."""
    return bool(_SPOKEN_OF.search(left) or _PRAISED.search(left)) and not is_dated_behind(text, found)
