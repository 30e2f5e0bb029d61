"""Decides for one event which places are its venue and which it merely concerns."""

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.passage import Passage
from loaders.place_concerns import concerned
from loaders.place_scene import GATHERINGS, Scene
from loaders.place_venues import venues
from loaders.places import PlaceMention
from loaders.vocabulary import Vocabulary, default

# place_id, role (venue or mention), start and end of the evidence in the section's text
Role = tuple[str, str, int, int]

# Events of these types take the place of a longer event of the section that they fall into.
_FOLLOWERS = GATHERINGS | {"document"}
# Words by which an event says that it belongs to the one told before; the second set is about the day only.
_PART = re.compile(r"\b(?:Eröffnung|Abschluss|Rande|Dabei|Auftakt|opening|closing|sidelines)\b")
_SAME_DAY = re.compile(r"\b(?:[Aa]m (?:selben|gleichen) Tag|[Dd]abei|[Aa]m Rande|[Oo]n the (?:same day|sidelines))\b")
_AFAR = re.compile(
    r"\b(?:Video|[Oo]nline|[Tt]elefon|[Vv]irtu|[Ww]ebinar|video|phone call|[Vv]erschoben|[Aa]bgesagt|[Pp]ostponed|[Cc]ancelled)"
)


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
    headed = tuple(replace(m, start=passage.date_start, end=passage.date_end) for m in heading_mentions)
    scene = Scene(passage, tuple(mentions), headed, event_type, vocab or default())
    here = [] if is_online else venues(scene)
    roles = {mention.place_id: (mention.place_id, "venue", mention.start, mention.end) for mention in here}
    if not here and not is_online:
        places = _taken_over(scene, inherited, earlier)
        roles = {place: (place, "venue", passage.date_start, passage.date_end) for place in places}
    for mention in concerned(scene, here):
        roles.setdefault(mention.place_id, (mention.place_id, "mention", mention.start, mention.end))
    return list(roles.values())


def _taken_over(scene: Scene, inherited: tuple[str, ...], earlier: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The venue of the event that this one belongs to, unless its own words speak against it."""
    text = scene.passage.text
    belongs = scene.event_type in _FOLLOWERS or (scene.event_type == "other" and _PART.search(text))
    if _AFAR.search(text) or not belongs:
        return ()
    if not inherited and _SAME_DAY.search(text):
        inherited = next((places for places in reversed(earlier) if places), ())
    return () if any(mention.place_id in inherited for mention in scene.own) else inherited
