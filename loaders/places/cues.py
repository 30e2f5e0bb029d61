"""Why a place is named: what the words around a name say of it. The words are the rows of `place_cues.csv`.

Cues: `venue` (happens there), `visit`, `near`, `event` (the summit of X), `struck` (the attack on X), `title` (X is cultural
capital), `host`, `election`, `topic` (it is about X), `route` (the railway X–Y), `way` (from X to Y), `joining` (X is to become
a member or partner), `guest`, `participant`, `counterpart`, `chair`, `from`, `with`, `of`, `within`, `genitive`, `government`
(a capital speaks), `left` (one sets out there), `office` (who comes from there), `post` (somebody serves there), `mention`
(all else); `name` stands for a place inside another name, which is no place at all.
"""

import re

from loaders.places.clauses import cue_of_clause
from loaders.places.frames import BEHIND, WINDOW, Frames
from loaders.places.names import Found
from loaders.places.rules import Before, CueRules, words_before

_QUOTED = re.compile(r"„[^“”\n]{1,160}[“”]|“[^”\n]{1,160}”|»[^«\n]{1,160}«|«[^»\n]{1,160}»|\"[^\"\n]{1,160}\"|‚[^‘\n]{1,160}‘")
_COMPOUND, _ROUTE, _NEXT = re.compile(r"-\w"), re.compile(r"[–—]\w"), re.compile(r"\s(\w+)")
# Who is told of by where they come from or serve; they too are sent somewhere: 'invited colleagues to X'.
_PERSONS = frozenset(("office", "post", "counterpart"))
_TOWARDS = frozenset(("nach", "ins", "to", "into"))
_AFTER_NEXT = re.compile(r"\s[a-z-]+\s([a-z]+)")
# Frames that tell the cue of what stands behind them, of any place and of a smaller one than a country.
_TOLD_OF_ANY = (("passed to", "with"), ("sent to", "topic"), ("speaks for", "participant"))
_TOLD_OF_SMALL = (("shore", "venue"), ("reached", "venue"), ("place of it", "venue"), ("left", "left"), *_TOLD_OF_ANY)
_TOLD = {"country": _TOLD_OF_ANY, "region": _TOLD_OF_SMALL, "city": _TOLD_OF_SMALL}
_NOUN = re.compile(r"\s((?:[\w-]+\s)?)([\w-]+)")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where the text quotes: titles and names, whose places are none."""
    return [found.span() for found in _QUOTED.finditer(text)]


def cue_of(text: str, found: Found, rules: CueRules) -> str:
    """The cue of a name that stands outside quotation marks."""
    start, end, frames = found.start, found.end, rules.frames
    if found.name.form == "adjective":
        return _cue_of_adjective(text, end, rules)
    if found.name.places[0].kind == "city" and text[start - 1 : start] != "-" and frames.behind["event name"].match(text, end):
        return "event"
    if text[start - 1 : start] == "-" or _COMPOUND.match(text, end):
        return "topic" if rules.compound.search(text, max(0, start - 30), end + 30) else "name"
    if _ROUTE.match(text, end) or (text[start - 1 : start] in ("–", "—") and re.match(r"\w", text[max(0, start - 2) :])):
        # 'die Bahn China–Kirgisistan–Usbekistan', but 'the SCO–Afghanistan Contact Group'
        return "topic" if rules.compound.search(text, max(0, start - 30), end + 30) else "route"
    if found.name.places[0].kind == "city" and (cue := _cue_of_compound(text, found, text[end : end + BEHIND], frames)):
        return cue
    following = _NEXT.match(text, end, end + BEHIND)
    after = following.group(1) if following else ""
    if after and rules.after[after]:
        return "name"
    before = words_before(text, start, rules)
    return (
        _cue_of_part(text, found, before, rules)
        or _cue_of_government(text, found, before, after, rules)
        or (rules.nouns[before.bare] == "name" and "name")
        or (_cue_of_genitive(text, found, before, after, rules) if found.genitive else _cue_of_phrase(text, found, before, rules))
    )


def _cue_of_compound(text: str, found: Found, behind: str, frames: Frames) -> str:
    """English names that a city opens: of an event held there, of a house that stands there."""
    left = text[max(0, found.start - 20) : found.start]
    is_definite = frames.before["definite"].search(left)
    if is_definite and frames.behind["event behind"].match(behind):
        return "event"
    bare = left[: is_definite.start()] if is_definite else left
    return "near" if frames.behind["house behind"].match(behind) and frames.before["locative"].search(bare) else ""


def _cue_of_part(text: str, found: Found, before: Before, rules: CueRules) -> str:
    """Names behind a class noun ('die Provinz X'), and countries whose parts are told of ('in mehreren Städten Xs')."""
    if found.genitive and rules.frames.before["parts"].search(text, max(0, found.start - WINDOW), found.start):
        return "venue"
    if not before.kind:
        return ""
    left = text[max(0, found.start - WINDOW) : found.start]
    if any(rules.frames.before[frame].search(left) for frame in ("in the", "place of it")):
        return "venue"
    return "venue" if before.head in ("auf", "an", "on") else _cue_of_head(before, rules) or cue_of_clause(text, found, rules)


def _cue_of_government(text: str, found: Found, before: Before, after: str, rules: CueRules) -> str:
    if found.name.places[0].kind == "country":
        return ""
    is_inside = before.head in rules.frames.words["in"] and before.noun not in rules.frames.words["ruling"]
    owns = found.genitive and (rules.stance[before.bare] or rules.stance[after])
    stance = owns or (rules.stance[before.noun] and not is_inside)
    speaks = before.head in rules.frames.words["opener"] and after and rules.verb[after]
    if speaks and not stance:
        host = rules.host.search(text, found.end, found.end + BEHIND)
        speaks = host is None or host.start() > found.end + 1  # 'X welcomed the ministers'
    return "government" if stance or speaks else ""


def _cue_of_genitive(text: str, found: Found, before: Before, after: str, rules: CueRules) -> str:
    kind, locative = found.name.places[0].kind, rules.frames.before["locative"]
    second = _AFTER_NEXT.match(text, found.end, found.end + 40)
    further = second.group(1) if second else ""
    if kind == "city" and rules.stance[further]:
        return "government"  # 'at Tashkent's own request'
    is_part = kind != "country" or rules.frames.behind["wide part"].match(text, found.end)
    if is_part and locative.search(text, max(0, found.start - 3), found.start):
        return "venue"  # 'in Tashkent's Olympic village'
    nouns = [rules.nouns[word] for word in (before.bare, after, further)]
    cue = next((noun for noun in nouns if noun in ("topic", "election")), "")
    return cue or ("joining" if cue_of_clause(text, found, rules) == "joining" else "genitive")


def _cue_of_phrase(text: str, found: Found, before: Before, rules: CueRules) -> str:
    left = text[max(0, found.start - WINDOW) : found.start]
    kind, frames = found.name.places[0].kind, rules.frames
    if kind != "country" and rules.entries.is_listed(text, found):
        return "venue"
    if kind == "city" and before.head in ("von", "of", "bei", "at") and rules.blows.is_blow(before.noun):
        return "struck"
    is_blow = kind != "country" and rules.blows.is_blow(before.noun)
    if is_blow and (rules.blows.is_dated_behind(text, found) or frames.behind["struck behind"].match(text, found.end)):
        return "struck"
    if before.head in ("by", "von") and before.noun in frames.words["hosted"]:
        return "host" if kind == "country" else "venue"
    if kind != "country" and rules.blows.is_told(left):
        return "struck"
    if kind != "country" and _is_planned(text, found, left, frames):
        return "venue"
    if told := next((cue for frame, cue in _TOLD[kind] if frames.before[frame].search(left)), ""):
        return told
    if kind == "city" and before.head in frames.words["by"]:
        return "government"
    cue = _cue_of_head(before, rules)
    if cue == "venue" and frames.behind["seated"].match(text, found.end):
        return "office"
    if cue == "topic" and kind == "city" and before.head in frames.words["in"] and rules.blows.is_dated_behind(text, found):
        cue = "venue"
    if cue == "topic" and before.noun == "war" and not frames.before["war"].search(left):
        cue = "venue"
    if cue == "office" and before.head == "in" and kind != "country":
        return "venue"
    if cue == "from" and before.noun in frames.words["opener"]:
        return "guest"  # 'aus Pakistan reiste … an'
    if cue == "from" and frames.before["bearer"].search(left):
        return "office"
    if cue in ("venue", "near") and rules.blows.is_spoken_of(text, found, left):
        return "topic"
    if cue in ("venue", "near") and frames.before["aim"].search(left) and not _is_where(text, found, left, rules):
        return "topic"
    if cue == "with" and before.head == "auf" and kind == "region":
        return "venue"
    if cue in ("of", "with") and kind == "country" and cue_of_clause(text, found, rules) == "joining":
        return "joining"
    if cue in ("of", "topic") and before.head in ("von", "of") and kind != "country" and frames.before["part of"].search(left):
        return "venue"
    return cue or ("visit" if frames.behind["visited"].match(text, found.end) else cue_of_clause(text, found, rules))


def _is_where(text: str, found: Found, left: str, rules: CueRules) -> bool:
    """Whether what seems to be the aim of something in the place is what meets there: 'a seminar about drones in X'."""
    before = rules.frames.before
    if found.name.places[0].kind != "country" and rules.blows.is_dated_behind(text, found):
        return True
    return bool(before["gathering on"].search(left) or before["office for"].search(left))


def _is_planned(text: str, found: Found, left: str, frames: Frames) -> bool:
    """Whether something is to take place in what stands behind 'für' or 'for'."""
    behind = text[found.end : found.end + BEHIND]
    return bool(frames.before["planned for"].search(left)) or (
        left.endswith("für ") and bool(frames.behind["planned behind"].match(behind))
    )


def _cue_of_head(before: Before, rules: CueRules) -> str:
    if before.head in rules.frames.words["copula"] and rules.seat.search(before.noun):
        return "venue"
    cue = rules.heads.get(before.head, "")
    if cue not in ("venue", "of", "near", "from"):
        return cue
    kind = rules.nouns[before.noun]
    if not kind or (kind == "name" and cue != "of") or (kind in _PERSONS and before.head in _TOWARDS):
        return cue
    return kind


def _cue_of_adjective(text: str, end: int, rules: CueRules) -> str:
    noun = _NOUN.match(text, end, end + BEHIND)
    if not noun:
        return "name"
    return rules.adjectives[noun.group(1).strip()] or rules.adjectives[noun.group(2)] or "name"
