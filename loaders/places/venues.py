"""Where an event takes place."""

import re

from loaders.places.mention import PlaceMention
from loaders.places.scene import AT, GATHERINGS, Scene, is_country

Places = list[PlaceMention]

_NAMED_AFTER = frozenset(("event", "struck"))
_HELD = AT | _NAMED_AFTER | {"near", "topic"}
# Cues by which a country told of before can have been a subject.
_SUBJECTS = frozenset(("mention", "host", "participant", "joining", "guest"))
# What is done for a whole country does not take place in all of it.
_ACTS = frozenset(("membership", "appointment", "chairmanship", "resolution", "document"))
# From a place to the words for the region it lies in, in characters.
_NEAR_BY = 40
_STOP = re.compile(r"[,;:]\s|[.!?](?:\s|$)")


def venues(scene: Scene) -> Places:
    """The places where the event is, by the strongest words there are; none where nothing tells of one.

    In this order: a smaller place in the words around the date, a host there, a smaller place anywhere in the clause, the
    place an event is named after, a single country, a host, an election's country, a city that bears a title, the heading,
    the country a vote is held in.
    """
    found = _in_own_words(scene) or _by_where(scene) or _at_opening(scene) or _in_next_sentence(scene) or _by_heading(scene)
    if found and all(map(is_country, found)):
        codes = {mention.place.country_code for mention in found}
        found = found + [m for m in scene.told_on if m.cue in AT and not is_country(m) and m.place.country_code in codes]
    if not found and not scene.own and scene.is_vote:
        found = scene.country_told_before()
    is_act = scene.event_type in _ACTS
    return [mention for mention in found if not (is_act and is_country(mention) and mention.cue != "host")]


def _in_own_words(scene: Scene) -> Places:
    small = [mention for mention in scene.own if not is_country(mention)]
    at = [m for m in small if (m.cue in AT or _is_near_in_region(scene, m)) and not _is_aside(scene, m)]
    near_date = [mention for mention in at if scene.in_segment(mention)]
    if near_date:
        return _with_companions(scene, at, near_date)
    antecedent = _antecedent(scene)
    if antecedent:
        return antecedent
    named_after = [mention for mention in small if mention.cue in _NAMED_AFTER and scene.in_segment(mention)]
    if named_after:
        return named_after
    hosts = _hosts(scene)
    if hosts and _hosting(scene, scene.segment):
        return hosts
    states = [mention for mention in scene.own if is_country(mention) and mention.cue in AT and not _is_aside(scene, mention)]
    several = len({mention.place_id for mention in states}) > 1
    if scene.segment[0] > scene.passage.start and _is_to_be_done(scene):
        at = []
    return (
        at
        or [mention for mention in small if mention.cue in _NAMED_AFTER]
        or [mention for mention in small if mention.cue == "left" and scene.event_type == "launch" and scene.in_segment(mention)]
        or [mention for mention in small if mention.cue == "near" and not _is_aside(scene, mention)]
        or ([] if several else states)
        or hosts
        or [mention for mention in small if mention.cue == "post" and scene.event_type == "launch"]
        or [mention for mention in scene.own if mention.cue == "election" and scene.event_type in ("mission", "other")]
        or [mention for mention in scene.own if mention.cue == "title"]
        or (
            [mention for mention in scene.own if is_country(mention) and mention.cue == "mention"]
            if scene.event_type == "mission"
            else []
        )
    )


def _is_to_be_done(scene: Scene) -> bool:
    """Whether the date's part of the clause tells of what others are to do: 'den Tag im Mai 2020 zu begehen'."""
    return scene.frames.before["to be done"].search(scene.passage.section.text, *scene.segment) is not None


def _is_near_in_region(scene: Scene, mention: PlaceMention) -> bool:
    """Whether it is near a place that lies in the venue told of behind it: 'bei X in der Provinz Y'."""
    text, within = scene.passage.section.text, scene.frames.behind["within"]
    regions = (m for m in scene.own if m.place.kind == "region" and m.cue in AT and 0 < m.start - mention.end < _NEAR_BY)
    return mention.cue == "near" and any(within.match(text, mention.end, region.start) for region in regions)


def _antecedent(scene: Scene) -> Places:
    """What the relative clause around the date hangs on: 'die Entführung in X, die am 3. Mai begann', 'strikes on X, which …'."""
    text, start, struck = scene.passage.section.text, scene.segment[0], scene.frames.before["struck at"]
    if text[start - 2 : start] != ", " or not scene.frames.behind["relative"].match(text, start):
        return []
    before = [mention for mention in scene.mentions if mention.end == start - 2]
    return [m for m in before if (not is_country(m) and m.cue in _HELD) or struck.search(text, max(0, m.start - 40), m.start)]


def _by_where(scene: Scene) -> Places:
    """The place before 'wo' in the event's sentence, where it is the last one told of before the date."""
    passage, text, where = scene.passage, scene.passage.section.text, scene.frames.behind["where"]
    before = [m for m in scene.mentions if passage.sentence_start <= m.start < passage.date_start and not is_country(m)]
    return [mention for mention in before[-1:] if where.match(text, mention.end)]


def _at_opening(scene: Scene) -> Places:
    """The place that opens the event's sentence, where a relative clause parts it from the event's: 'In X, which …, he met …'."""
    passage, text = scene.passage, scene.passage.section.text
    first = [m for m in scene.around if m.start - passage.sentence_start <= len("In ") and m.cue in AT and m.end < passage.start]
    relative = scene.frames.behind["relative"]
    is_parted = text[passage.start - 2 : passage.start] == ", "
    return [m for m in first if is_parted and text[m.end : m.end + 2] == ", " and relative.match(text, m.end + 2)]


def _in_next_sentence(scene: Scene) -> Places:
    """The place that opens the next sentence, where that one goes on to tell what the gathering did: 'In X einigten sie sich'."""
    passage, text, they = scene.passage, scene.passage.section.text, scene.frames.behind["they"]
    if scene.event_type not in GATHERINGS or any(not is_country(mention) for mention in scene.own):
        return []
    later = [m for m in scene.mentions if 0 < m.start - passage.sentence_end <= len(" In ") and m.cue in AT]
    return [mention for mention in later if not is_country(mention) and they.match(text, mention.end)]


def _is_aside(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place is where one went on to, or in a relative clause that has no date and tells of nothing happening."""
    passage, text = scene.passage, scene.passage.section.text
    if passage.date_end <= mention.start and scene.frames.before["onward"].search(text[passage.date_end : mention.start]):
        return True
    opened = text.rfind("(", passage.start, mention.start)
    if 0 <= opened < passage.date_start and ")" not in text[opened : max(mention.start, passage.date_start)]:
        return False
    first, last = _ends_of_list(scene, mention)
    start = text.rfind(", ", passage.start, first) + 2
    end = _STOP.search(text, last)
    stretch = start, end.start() if end else passage.end
    if (
        start < 2
        or first - start <= len("die ")
        or not scene.frames.behind["relative"].match(text, start)
        or stretch[0] <= passage.date_start < stretch[1]
    ):
        return False
    return not scene.rules.happening.search(text, *stretch)


def _ends_of_list(scene: Scene, mention: PlaceMention) -> tuple[int, int]:
    """Where the list of places begins and ends that a place stands on; with others on none its own start and end."""
    text, companion = scene.passage.section.text, scene.frames.behind["companion"]
    first, last = mention.start, mention.end
    for other in scene.own:
        last = other.end if last <= other.start and companion.fullmatch(text, last, other.start) else last
    for other in reversed(scene.own):
        first = other.start if other.end <= first and companion.fullmatch(text, other.end, first) else first
    return first, last


def _with_companions(scene: Scene, at: Places, near_date: Places) -> Places:
    """The places near the date, with those that go on their list, and with the stops of a journey through a region."""
    text, companion = scene.passage.section.text, scene.frames.behind["companion"]
    toured = {m.place.country_code for m in near_date} if all(m.place.kind == "region" for m in near_date) else set()

    def belongs(mention: PlaceMention) -> bool:
        listed = any(m.end <= mention.start and companion.fullmatch(text, m.end, mention.start) for m in near_date)
        return mention in near_date or listed or mention.place.country_code in toured

    return [mention for mention in at if belongs(mention)]


def _hosts(scene: Scene) -> Places:
    """Who plays the host: named as such, or what a relative clause about hosting hangs on."""
    passage, text, behind = scene.passage, scene.passage.section.text, scene.frames.behind
    hosts = [mention for mention in scene.own if mention.cue == "host"]
    if not hosts and behind["relative"].match(passage.text) and _hosting(scene, (passage.start, passage.end)):
        hosts = [m for m in scene.mentions if m.end <= passage.start and passage.start - m.end < 12][-1:]
    sentence = passage.sentence_start, passage.sentence_end
    if not hosts and behind["the country"].match(passage.sentence) and _hosting(scene, sentence):
        hosts = [m for m in scene.mentions if is_country(m) and m.start < passage.sentence_start and m.cue in _SUBJECTS][-1:]
    if not hosts and _hosting(scene, scene.segment):
        hosts = [m for m in scene.own if is_country(m) and behind["antecedent"].match(text, m.end)]
    return hosts[:1]


def _hosting(scene: Scene, span: tuple[int, int]) -> bool:
    return bool(scene.rules.host.search(scene.passage.section.text, *span))


def _by_heading(scene: Scene) -> Places:
    """The place of the heading for a gathering it names; of several countries none."""
    if not scene.passage.is_main or scene.event_type not in GATHERINGS:
        return []
    cues = AT | _NAMED_AFTER | {"near"} | ({"election"} if scene.event_type == "mission" else set())
    found = [mention for mention in scene.heading if mention.cue in cues]
    small = [mention for mention in found if not is_country(mention)]
    return small or (found if len({mention.place_id for mention in found}) == 1 else [])
