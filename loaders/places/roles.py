"""Decides for one event which places are its venue and which it merely concerns."""

import re
from collections.abc import Sequence

from loaders.passage import Passage
from loaders.places.concerns import concerned
from loaders.places.mention import PlaceMention
from loaders.places.scene import ABOUT_STATES, AT, GATHERINGS, Scene, is_country
from loaders.places.venues import venues
from loaders.vocabulary import Vocabulary, default

# place_id, role (venue or mention), start and end of the evidence in the section's text
Role = tuple[str, str, int, int]

# Events of these types take the place of a longer event of the section that they fall into.
_FOLLOWERS = GATHERINGS | {"membership", "document"}
_STOP = re.compile(r";\s")


def choose_places(
    passage: Passage,
    mentions: Sequence[PlaceMention],
    earlier: Sequence[tuple[str, ...]] = (),
    heading_mentions: Sequence[PlaceMention] = (),
    is_online: bool = False,
    event_type: str = "",
    inherited: tuple[str, ...] = (),
    vocab: Vocabulary | None = None,
) -> list[Role]:
    """The places of one event with their roles and evidence; a place has one role, and that of a venue wins.

    `mentions` and `heading_mentions` are all places of the section; `earlier` are the venues of its events told before,
    in order; `inherited` are the venues of an earlier event of at most a fortnight into whose period this one falls.
    An online event has no venue. Where the evidence is the heading or another event, the date stands for it.
    """
    headed = tuple(m._replace(start=passage.date_start, end=passage.date_end) for m in heading_mentions)
    scene = Scene.of(passage, mentions, headed, event_type, vocab or default())
    here = [] if is_online else venues(scene)
    roles = {mention.place_id: (mention.place_id, "venue", mention.start, mention.end) for mention in here}
    if not here and not is_online:
        places = _told_beside(scene) or _taken_over(scene, inherited, earlier)
        roles = {place: (place, "venue", passage.date_start, passage.date_end) for place in places}
    for mention in concerned(scene, here):
        roles.setdefault(mention.place_id, (mention.place_id, "mention", mention.start, mention.end))
    return list(roles.values())


def _told_beside(scene: Scene) -> tuple[str, ...]:
    """The venue that the rest of the sentence gives: for a further day, for what is put off, for a part of what it tells of."""
    passage, text = scene.passage, scene.passage.section.text
    told, whole = scene.rules.belonging, (passage.sentence_start, passage.sentence_end)
    only_a_day = told.only_a_day.fullmatch(
        text[passage.start : passage.date_start] + text[passage.date_end : passage.end].rstrip()
    )
    if only_a_day or told.put_off.search(passage.text):
        return _named_at(scene, *_between_stops(scene))
    cut_off = passage.start == passage.date_start and told.cut_off.search(text[passage.sentence_start : passage.start])
    if cut_off:
        return _named_at(scene, passage.sentence_start + cut_off.start(1), passage.start)
    if passage.start > passage.sentence_start and text[passage.start - 2] == "," and told.set_for.match(text, passage.start):
        before = [m for m in scene.around if m.cue in AT | {"event"} and not is_country(m) and m.start < passage.start]
        return tuple(mention.place_id for mention in before[-1:])
    if told.when.match(text, passage.end - 1) or told.when.match(text, passage.end):
        behind = [m for m in scene.around if m.cue in AT and not is_country(m) and m.start > passage.end]
        return tuple(mention.place_id for mention in behind[:1])
    if told.hangs_on.match(text, passage.start) or told.aside.search(text, passage.sentence_start, passage.end):
        return _named_at(scene, *whole)
    return ()


def _named_at(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """The smaller places outside the event's clause where something is, between two offsets."""
    told = [m for m in scene.around if m.cue in AT and not is_country(m) and first <= m.start < last]
    return tuple(dict.fromkeys(mention.place_id for mention in told))


def _between_stops(scene: Scene) -> tuple[int, int]:
    """The part of the event's sentence between semicolons; all of it where a pronoun opens the event's clause."""
    passage, text = scene.passage, scene.passage.section.text
    bounds = [cut.end() for cut in _STOP.finditer(text, passage.sentence_start, passage.sentence_end)]
    first = max((end for end in bounds if end <= passage.date_start), default=passage.sentence_start)
    last = min((end for end in bounds if end > passage.date_start), default=passage.sentence_end)
    pronoun = scene.rules.belonging.pronoun
    if pronoun.match(text, passage.start) or pronoun.match(text, first):
        first = passage.sentence_start
    return first, last


def _taken_over(scene: Scene, inherited: tuple[str, ...], earlier: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The venue of the event that this one belongs to, unless its own words speak against it."""
    text, told = scene.passage.text, scene.rules.belonging
    belongs = scene.event_type in _FOLLOWERS or (scene.event_type == "other" and told.part.search(text))
    if told.afar.search(text) or not belongs:
        return ()
    if not inherited and scene.event_type not in ABOUT_STATES and told.same_day.search(text):
        inherited = next((places for places in reversed(earlier) if places), ())
    if not inherited and scene.event_type in GATHERINGS and told.day_beside.fullmatch(scene.passage.date_text):
        inherited = earlier[-1] if earlier else ()
    return () if any(mention.place_id in inherited for mention in scene.own) else inherited
