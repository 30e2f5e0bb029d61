"""Which places an event concerns without taking place there."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.passage import sentence_at
from loaders.places.mention import PlaceMention
from loaders.places.scene import ABOUT_STATES, AT, GATHERINGS, Scene, is_country

# Cues of a country that the event concerns; those of other parts in the sentence (who takes part, whose minister speaks)
# make it an actor at most.
_CONCERNS = frozenset(
    ("topic", "route", "way", "joining", "counterpart", "guest", "near", "election", "venue", "visit", "government", "with")
)
# By which a capital without a preposition is told of: as the government that sits there.
_ACTING = frozenset(("mention", "participant", "with", "joining", "guest", "genitive"))
_NOT_SMALL = frozenset(("event", "from", "office", "post", "government"))
# What takes place nowhere is a state's own: 'Nepals Parlament billigte das Abkommen'.
_OF_A_STATE = frozenset(("document", "other"))
# Cues of a place where something bad has happened, and how many characters before one speaks of that.
_STRUCK = frozenset(("struck", "venue", "topic", "near", "post"))
_JUST_BEFORE = 150
_DATED = re.compile(r"\b\d{1,2}\. \w+ |\b(?:19|20)\d\d\b")


def concerned(scene: Scene, venues: list[PlaceMention]) -> Iterator[PlaceMention]:
    """The places concerned, the surest first; venues may be among them."""
    at = {mention.place.country_code for mention in venues}
    for mention in scene.own:
        is_concerned = _country_is_concerned(scene, mention, at) if is_country(mention) else _small_is_concerned(scene, mention)
        if is_concerned:
            yield mention
    yield from _told_later(scene, bool(venues))
    joining_section = scene.event_type != "other" and any(mention.cue == "joining" for mention in scene.heading)
    if joining_section and not any(map(is_country, scene.own)):
        yield from (mention for mention in scene.heading if mention.cue == "joining")
    elif scene.event_type in ABOUT_STATES and not any(map(is_country, scene.own)):
        joining = [m for m in scene.mentions if m.start < scene.passage.start and m.cue == "joining"]
        yield from [m for m in scene.heading if is_country(m)] or joining[-1:]
    if not (venues or scene.own):
        yield from _country_of_section(scene)
    yield from _partners(scene)
    yield from _of_subject(scene)
    yield from _struck_before(scene)
    if scene.passage.is_main:
        yield from _country_of_vote(scene, at)
    if not scene.own and scene.is_about_vote:
        yield from scene.country_told_before()


def _country_of_section(scene: Scene) -> list[PlaceMention]:
    """The one place of the heading, a country, for an event that names none, where the text went on to no other country."""
    told = [m.place_id for m in scene.mentions if m.start < scene.passage.start and is_country(m)][-1:]
    headed = {mention.place_id for mention in scene.heading}
    if len(headed) != 1 or not headed.issuperset(told):
        return []
    return [mention for mention in scene.heading if is_country(mention) and mention.cue in ("topic", "mention", "with")]


def _partners(scene: Scene) -> Iterator[PlaceMention]:
    """The countries that act together, wherever it was: 'China, Nepal und Oman unterzeichneten in Maskat'."""
    text, listed = scene.passage.section.text, scene.frames.behind["listed"]
    acting = [mention for mention in scene.own if is_country(mention) and mention.cue == "mention"]
    for one, other in pairwise(acting):
        if listed.fullmatch(text, one.end, other.start):
            yield from (one, other)


def _of_subject(scene: Scene) -> list[PlaceMention]:
    """What the subject of the sentence is about, where the event's clause goes on with it: 'The group on X, …, is to meet'."""
    passage, text = scene.passage, scene.passage.section.text
    goes_on = passage.start > passage.sentence_start and scene.frames.behind["goes on"].match(text, passage.start)
    if not goes_on or any(map(is_country, scene.own)):
        return []
    before = [mention for mention in scene.around if mention.start < passage.start and is_country(mention)]
    return [mention for mention in before if mention.cue in ("topic", "joining")]


def _struck_before(scene: Scene) -> list[PlaceMention]:
    """The place just told of whose loss others regret: 'Der Generalsekretär verurteilte den Anschlag am Tag darauf'."""
    passage, text = scene.passage, scene.passage.section.text
    if scene.own or not scene.rules.blows.grieved.search(text, passage.start, passage.end):
        return []
    before = [m for m in scene.mentions if 0 <= passage.start - m.end < _JUST_BEFORE and m.cue in _STRUCK]
    return before[-1:]


def _country_of_vote(scene: Scene, at: set[str]) -> list[PlaceMention]:
    """The one country of the heading whose vote is observed, where that takes place in cities of it."""
    countries = [mention for mention in scene.heading if is_country(mention)]
    is_one = len({mention.place_id for mention in countries}) == 1
    return [m for m in countries if is_one and m.cue == "election" and m.place.country_code in at]


def _small_is_concerned(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a city or region counts; 'dort' repeats what was told of another event.

    A capital that acts is a government in English texts; whoever annotates German ones takes it for a place concerned.
    """
    acts = mention.cue in _ACTING and mention.place_id in scene.rules.capitals
    if (acts and scene.language == "en") or mention.cue in _NOT_SMALL:
        return False
    return not scene.rules.back.search(scene.passage.section.text, mention.start, mention.end)


def _country_is_concerned(scene: Scene, mention: PlaceMention, at: set[str]) -> bool:
    about_states = scene.event_type in ABOUT_STATES
    acting = any(m.cue == "mention" and is_country(m) for m in scene.own)
    receiving = any(m.cue == "with" and is_country(m) for m in scene.own)
    # Of giver and receiver of a chair the receiver counts: 'von A an B', 'B übernimmt von A'.
    if about_states and ((receiving and mention.cue not in ("with", "joining")) or (acting and mention.cue == "of")):
        return False
    if mention.cue in _CONCERNS:
        return not (mention.cue == "joining" and scene.event_type == "other")
    if mention.cue in ("mention", "host"):
        return about_states or receiving or mention.place.country_code not in at
    if not at and mention.cue in ("genitive", "of") and scene.event_type in _OF_A_STATE:
        return True
    if mention.cue == "genitive" and scene.event_type == "meeting":
        return not at
    return about_states and not acting and mention.cue in ("genitive", "chair")


def _told_later(scene: Scene, is_placed: bool) -> Iterator[PlaceMention]:
    """What later sentences add: guests, places in lists of countries, and for a main event what it was about."""
    yield from (mention for mention in scene.told_on if mention.cue in ("guest", "route"))
    yield from (m for m in scene.told_on if not is_country(m) and m.cue in ("of", "genitive"))
    if scene.passage.is_main:
        small = (m for m in scene.told_on if m.cue == "mention" and not is_country(m))
        yield from (m for m in small if _small_is_concerned(scene, m))
        yield from (m for m in scene.told_on if m.cue == "participant" and is_country(m) and not is_placed)
        yield from (mention for mention in scene.told_on if mention.cue in ("counterpart", "way"))
        if scene.event_type not in GATHERINGS:
            yield from (mention for mention in scene.around if mention.cue in AT and not is_country(mention))
        # What a summit decides on members is told of as an event of its own.
        is_of_one = scene.event_type == "summit" or any(mention.cue == "joining" for mention in scene.own)
        told_of = {"topic"} if is_of_one else {"topic", "joining"}
        yield from (mention for mention in scene.mentions if mention.cue in told_of and _goes_on(scene, mention))
        about_states = scene.event_type in ABOUT_STATES
        yield from (m for m in scene.heading if m.cue == "topic" or (about_states and is_country(m)))
    listed = [mention for mention in scene.told_on if mention.cue == "venue" and is_country(mention)]
    if len({mention.place_id for mention in listed}) > 1:
        yield from listed


def _goes_on(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a mention stands in a sentence that tells of no other time."""
    passage, text = scene.passage, scene.passage.section.text
    if passage.goes_on_to(mention.start):
        return True
    around = sentence_at(text, mention.start) if mention.start > passage.start else None
    return around is not None and not _DATED.search(text, *around)
