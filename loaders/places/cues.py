"""Why a place is named: what the words around a name say of it. The words are the rows of `place_cues.csv`.

Cues: `venue` (happens there), `visit`, `near`, `event` (the summit of X), `title` (X is cultural capital), `host`, `election`,
`topic` (it is about X), `route`, `joining` (X is to become a member or partner), `guest`, `participant`, `counterpart`, `chair`,
`from`, `with`, `of`, `within`, `genitive`, `government` (a capital speaks), `office` (who comes from there),
`post` (somebody serves there), `mention` (all
else); `name` stands for a place inside another name, which is no place at all.
"""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from loaders.places.blows import is_dated_behind
from loaders.places.entries import is_listed
from loaders.places.names import Found
from loaders.places.rules import WINDOW, Before, CueRules, words_before

_QUOTED = re.compile(r"„[^“”\n]{1,160}[“”]|“[^”\n]{1,160}”|»[^«\n]{1,160}«|«[^»\n]{1,160}»|\"[^\"\n]{1,160}\"|‚[^‘\n]{1,160}‘")
_HOSTED = frozenset(("hosted", "staged", "ausgerichtet", "veranstaltet", "beherbergt"))
_COPULA = frozenset(("war", "waren", "ist", "sind", "wird", "was", "were", "is", "are"))
# What may stand before a subject: nothing, a sign, a conjunction.
_JOINED = ("while", "as", "but", "although", "that", "because", "which", "and")
_OPENERS = frozenset((*",.;:–", "", "dass", "weil", "da", "obwohl", "wenn", "als", "aber", "doch", "und", *_JOINED))
# The point of an initial ('S. Rahman') ends none.
_CLAUSE = re.compile(r"(?<!\d)(?<!\b[A-ZÄÖÜ](?=\.))[.;:!?]\s|\n|,\s(?:und|während|wobei|nachdem|bevor|als|and|while)\s")
# 'in der Zone von X', 'in mehreren Städten Xs': what is in a part of the place is in the place.
_PART_OF = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Aa]uf|[Aa]n|[Aa]m|[Oo]n|[Bb]eim?)\s(?:(?:der|dem|den|the)\s)?"
    r"(?:[\w-]+\s){0,2}[A-ZÄÖÜ][\w-]+\s(?:(?:von|of)\s)?$"
    r"|\b(?:[Aa]t|[Ii]n|[Oo]n|[Nn]ear) (?:the|an?) (?:[\w-]+ ){0,2}(?:airport|port|harbour|university|station|square|market"
    r"|mosque|palace|stadium|hall|streets?|suburbs?|districts?|hospital|hotel|embassy|museum|barracks|prison|school) of $"
)
_PARTS = re.compile(
    r"\b[Ii][nm]\s(?:\w+\s){0,3}"
    r"(?:Städten|Orten|Regionen|Gebieten|Provinzen|Landesteilen|Teilen|Norden|Süden|Westen|Osten|Hauptstadt)\s$"
)
# 'für ein Zentrum in X', 'vor dem Gipfel in X': the aim of what happens, not its place. 'für Mai 2021 in X' is a date.
_AIM = re.compile(
    r"\b(?:(?:für|über|gegen|um|for|about)\s(?:(?:d(?:ie|en|as|er|em)|eine[nrms]?|ein|the|a|an)\s)?(?:(?:[a-zäöüß][\w-]*|[A-ZÄÖÜ][a-zäöüß]+e[nrms]?)\s){0,2}"
    r"(?!\w*(?:[Ss]tunde|[Ww]oche|[Tt]ag|[Mm]onat|[Qq]uartal|[Hh]albjahr|[Jj]ahr|[Hh]älfte)|Herbst|Sommer|Winter|Frühling"
    r"|hour|day|week|month|quarter|spring|summer|autumn|fall|winter|year"
    r"|Jan|Feb|März|Apr|Mai|Ma[yr]|Jun|Jul|Aug|Sep|Okt|Oct|Nov|De[zc]|Anfang|Mitte|Ende)[„“]?[^\W\d_][\w“-]+"
    r"|(?:vor|bis zu[mr]|before|until)\s(?:d(?:em|er)\s|the\s)?"
    r"\S*(?:[Gg]ipfel|[Tt]reffen|[Ss]itzung|[Ww]ahl|summit|meeting)\S*(?:\s\d{4})?)"
    r"\s(?:in|im)\s(?:(?:der|dem|den|the)\s)?$"
)
# 'X, dessen Ministerin …': who plays the host there is another.
_WHOSE = re.compile(r",\s(?:dessen|deren|whose)\s")
# 'in the southern Kyrgyz city of X'
_IN_THE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]o) the (?:[\w-]+ ){1,4}of $")
# 'die in X ansässige Behörde'
_SEATED = re.compile(r"\s(?:ansässig|beheimatet|gelegen|stationiert|angesiedelt)e[nrms]?\b")
# 'the war in X', but German 'war in X'.
_WAR = re.compile(r"\b(?:[Tt]he|[Aa]n?|of|[Tt]his|[Tt]hat|[Cc]ivil|[\w’']+(?:ing|ian|[’']s)) war in (?:the )?$")
# 'Moid Yusuf aus Pakistan': where a person comes from.
_BEARER = re.compile(r"[A-ZÄÖÜ]\S+\s[A-ZÄÖÜ]\S+\s(?:aus|from)\s(?:(?:der|dem|den|the)\s)?$")
# 'der Omsk-Marathon': what bears the name of its city is held there.
_EVENT_COMPOUND = re.compile(
    r"-(?:\w*[Mm]arathon|Gipfel|Gipfeltreffen|Forum|Messe|Konferenz|Treffen|Tagung|Festival|Turnier|Regatta|Rallye|Biennale)s?\b"
)
_COMPOUND, _ROUTE, _NEXT = re.compile(r"-\w"), re.compile(r"[–—]\w"), re.compile(r"\s(\w+)")
_AFTER_NEXT = re.compile(r"\s[a-z-]+\s([a-z]+)")
_NOUN = re.compile(r"\s((?:[\w-]+\s)?)([\w-]+)")
# As many characters behind a name as its cue can depend on.
_BEHIND = 60
_SHORE = re.compile(
    r"\b(?:[Oo]n|[Ii]n|[Aa]t) the (?:shores?|banks?|outskirts|cent(?:re|er)|heart|suburbs?) of (?:the )?(?:Lake )?$"
)
# 'The Harbin snow half marathon': a city in front of what happens there.
_EVENT_BEHIND = re.compile(
    r"\s(?:[a-z-]+\s){0,3}(?:marathon|forum|summit|meeting|conference|session|festival|fair|congress|exhibition|exercise|talks)\b"
)
# 'at the Shanghai University of …', 'at Astana International Airport': houses that bear the name of their city.
_HOUSE_BEHIND = re.compile(
    r"\s(?:[A-Z]\w+\s){0,4}(?:University|Academy|Hotel|Cent(?:re|er)|Institute|Museum|Stadium|Arena|Airport|Palace|Theatre)\b"
)
_IN = (" in ", " at ", "In ", "At ")
_AT_THE = re.compile(r"\b(?:at|in) (?:the )?$")
_WITHIN = re.compile(r",?\s(?:in|im)\s(?:(?:der|dem|the)\s)?(?:[a-zäöüß]\w+\s)?(?:[A-Z]\w+\s)?|,\s")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where the text quotes: titles and names, whose places are none."""
    return [found.span() for found in _QUOTED.finditer(text)]


def cue_of(text: str, found: Found, rules: CueRules) -> str:
    """The cue of a name that stands outside quotation marks."""
    start, end = found.start, found.end
    if found.name.form == "adjective":
        return _cue_of_adjective(text, end, rules)
    if found.name.places[0].kind == "city" and text[start - 1 : start] != "-" and _EVENT_COMPOUND.match(text, end):
        return "event"
    if text[start - 1 : start] == "-" or _COMPOUND.match(text, end):
        return "topic" if rules.compound.search(text, max(0, start - 30), end + 30) else "name"
    if _ROUTE.match(text, end) or (text[start - 1 : start] in ("–", "—") and re.match(r"\w", text[max(0, start - 2) :])):
        return "route"  # 'die Bahn China–Kirgisistan–Usbekistan'
    if found.name.places[0].kind == "city" and (cue := _cue_of_compound(text, found, text[end : end + _BEHIND])):
        return cue
    following = _NEXT.match(text, end, end + _BEHIND)
    after = following.group(1) if following else ""
    if after and rules.after[after]:
        return "name"
    before = words_before(text, start, rules)
    return (
        _cue_of_part(text, found, before, rules)
        or _cue_of_government(found, before, after, rules)
        or (rules.nouns[before.bare] == "name" and "name")
        or (_cue_of_genitive(text, found, before, after, rules) if found.genitive else _cue_of_phrase(text, found, before, rules))
    )


def _cue_of_compound(text: str, found: Found, behind: str) -> str:
    """English names that a city opens: of an event held there, of a house that stands there."""
    left = text[max(0, found.start - 20) : found.start]
    if _EVENT_BEHIND.match(behind) and left.endswith(("The ", "the ")):
        return "event"
    return "near" if _HOUSE_BEHIND.match(behind) and _AT_THE.search(left) else ""


def lies_within(text: str, one: Found, other: Found) -> bool:
    """Whether the second name says where the first one lies: 'Qingdao in der Provinz Shandong', 'Tashkent, Uzbekistan'.

    Of a place that nobody knows the larger one is the better told of.
    """
    smaller = one.name.places[0]
    larger = other.name.places[0].kind != "city" and smaller.kind == "city" and smaller.source != "text"
    return larger and bool(_WITHIN.fullmatch(text[one.end : other.start]))


def _cue_of_part(text: str, found: Found, before: Before, rules: CueRules) -> str:
    """Names behind a class noun ('die Provinz X'), and countries whose parts are told of ('in mehreren Städten Xs')."""
    if found.genitive and _PARTS.search(text, max(0, found.start - WINDOW), found.start):
        return "venue"
    if not before.kind:
        return ""
    if _IN_THE.search(text, max(0, found.start - WINDOW), found.start):
        return "venue"
    return "venue" if before.head in ("auf", "an", "on") else _cue_of_head(before, rules) or _cue_of_clause(text, found, rules)


def _cue_of_government(found: Found, before: Before, after: str, rules: CueRules) -> str:
    if found.name.places[0].kind == "country":
        return ""
    stance = rules.stance[before.noun] or (found.genitive and (rules.stance[before.bare] or rules.stance[after]))
    speaks = before.head in _OPENERS and after and rules.verb[after]
    return "government" if stance or speaks else ""


def _cue_of_genitive(text: str, found: Found, before: Before, after: str, rules: CueRules) -> str:
    if found.name.places[0].kind != "country" and text.endswith(_IN, 0, found.start):
        return "venue"  # 'in Tashkent's Olympic village'
    second = _AFTER_NEXT.match(text, found.end, found.end + 40)
    nouns = [rules.nouns[word] for word in (before.bare, after, second.group(1) if second else "")]
    cue = next((noun for noun in nouns if noun in ("topic", "election")), "")
    return cue or ("joining" if _cue_of_clause(text, found, rules) == "joining" else "genitive")


def _cue_of_phrase(text: str, found: Found, before: Before, rules: CueRules) -> str:
    left = text[max(0, found.start - WINDOW) : found.start]
    kind = found.name.places[0].kind
    if kind != "country" and (_SHORE.search(left) or is_listed(text, found)):
        return "venue"
    if kind == "city" and before.head in ("von", "of", "bei", "at") and rules.blows.is_blow(before.noun):
        return "event"
    if kind != "country" and rules.blows.is_blow(before.noun) and is_dated_behind(text, found):
        return "event"
    if before.head in ("by", "von") and before.noun in _HOSTED:
        return "host" if kind == "country" else "venue"
    if kind != "country" and rules.blows.is_told(left):
        return "event"
    cue = _cue_of_head(before, rules)
    if cue == "venue" and _SEATED.match(text, found.end):
        return "office"
    if cue == "topic" and before.noun == "war" and not _WAR.search(left):
        cue = "venue"
    if cue == "office" and before.head == "in" and kind != "country":
        return "venue"
    if cue == "from" and before.noun in _OPENERS:
        return "guest"  # 'aus Pakistan reiste … an'
    if cue == "from" and _BEARER.search(left):
        return "office"
    if cue in ("venue", "near") and (_AIM.search(left) or rules.blows.is_spoken_of(text, found, left)):
        return "topic"
    if cue == "with" and before.head == "auf" and kind == "region":
        return "venue"
    if cue in ("of", "with") and kind == "country" and _cue_of_clause(text, found, rules) == "joining":
        return "joining"
    if cue in ("of", "topic") and before.head in ("von", "of") and kind != "country" and _PART_OF.search(left):
        return "venue"
    return cue or _cue_of_clause(text, found, rules)


def _cue_of_clause(text: str, found: Found, rules: CueRules) -> str:
    """What the clause says of a name without preposition: that it is visited, plays the host, takes part."""
    cuts, ends = _clause_cuts(text)
    before, after = bisect_right(ends, found.start) - 1, bisect_left(cuts, found.end)
    start = ends[before] if before >= 0 else 0
    stop = cuts[after] if after < len(cuts) else len(text)
    whose = _WHOSE.search(text, found.end, stop)
    ends_at = {"host": whose.start()} if whose else {}
    for cue, pattern in rules.clauses:
        fits = {"visit": found.start > start, "title": found.name.places[0].kind == "city"}.get(cue, True)
        if fits and pattern.search(text, start, ends_at.get(cue, stop)):
            return cue
    return "mention"


# Each name of a section asks for the clause around it.
@lru_cache(maxsize=4)
def _clause_cuts(text: str) -> tuple[list[int], list[int]]:
    """Where the words and signs begin, and where they end, that part the clauses of a text."""
    cuts = [cut.span() for cut in _CLAUSE.finditer(text)]
    return [start for start, _ in cuts], [end for _, end in cuts]


def _cue_of_head(before: Before, rules: CueRules) -> str:
    if before.head in _COPULA and rules.seat.search(before.noun):
        return "venue"
    cue = rules.heads.get(before.head, "")
    if cue not in ("venue", "of", "near", "from"):
        return cue
    kind = rules.nouns[before.noun]
    if not kind or (kind == "name" and cue != "of") or (kind in ("office", "post") and before.head == "nach"):
        return cue
    return kind


def _cue_of_adjective(text: str, end: int, rules: CueRules) -> str:
    noun = _NOUN.match(text, end, end + _BEHIND)
    if not noun:
        return "name"
    return rules.adjectives[noun.group(1).strip()] or rules.adjectives[noun.group(2)] or "name"
