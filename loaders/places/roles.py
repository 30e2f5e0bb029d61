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
# Words by which an event says that it belongs to the one told before; the second set is about the day only.
_PART = re.compile(
    r"\b(?:Eröffnung|Abschluss|Rande|Dabei|Auftakt|opening|closing|sidelines|margins|Schlusstag|Eröffnungstag|Schlussakt|Finale|finale"
    r"|(?:ersten|zweiten|dritten|vierten|letzten|vorletzten|folgenden) (?:\w+)?[Tt]age?"
    r"|(?:Vormittag|Nachmittag|Abend|Morgen) des|[Dd]ie Teilnehmer"
    r"|(?:morning|afternoon|evening) of|[Tt]he (?:participants|organi[sz]ers)"
    r"|(?:first|second|third|fourth|final|last|opening|closing) day)\b"
)
_SAME_DAY = re.compile(r"\b(?:[Aa]m (?:selben|gleichen) Tag|[Dd]abei|[Aa]m Rande|[Oo]n the (?:same day|sidelines))\b")
_AFAR = re.compile(
    r"\b(?:Video|[Oo]nline|[Tt]elefon|[Vv]irtu|[Ww]ebinar|video|phone call|[Vv]erschoben|[Aa]bgesagt|[Pp]ostponed|[Cc]ancelled)"
)

# A clause that only gives a further day: 'und am 29. November', 'sowie vom 3. bis 5. Mai 2024'.
_ONLY_A_DAY = re.compile(r"(?:und|sowie|and|as well as|,|am|den|vom|on|from|auf|then|dann|[\s.:])*")
# Something put off is to happen where it was to happen before.
_PUT_OFF = re.compile(
    r"\b(?:[Vv]erschoben|[Vv]ertagt|[Vv]erlegt|[Nn]achgeholt|[Nn]achzuholen|[Pp]ostponed|[Rr]escheduled|moved|put off|pushed back"
    r"|will now|[Uu]rsprünglich|[Ss]tattdessen|[Ii]nstead|[Ee]igentlich|[Oo]riginally|[Ii]nitially)\b"
)
# A clause that tells of a part of what the rest of the sentence is about: 'das Forum, bei dem …', 'at which', 'am Rande'.
_HANGS_ON = re.compile(r"(?:(?:bei|auf) (?:dem|der|denen)\b(?! (?:[a-zäöüß]+e[nrms]? )?[A-ZÄÖÜ])|(?:at|during) which\b)")
# A day counted from that of the event told before.
_DAY_BESIDE = re.compile(
    r"(?:[Tt]ags (?:darauf|zuvor)|[Aa]m (?:folgenden|nächsten|darauffolgenden|Vor)\s?[Tt]age?|[Aa]m Vortag"
    r"|[Ee]inen Tag (?:später|zuvor|darauf)|[Zz]wei Tage (?:später|zuvor|darauf)"
    r"|(?:[Oo]n )?[Tt]he (?:next|following|previous) day|[Tt]he day (?:after|before)"
    r"|(?:[Aa]|[Oo]ne|[Tt]wo) days? (?:later|earlier|afterwards))"
)
# 'the summit in X, now set for 3 May'
_SET_FOR = re.compile(
    r"(?:(?:now|then|first|originally|jetzt|nun|zunächst|ursprünglich) )?"
    r"(?:(?:set|scheduled|due|planned|slated|announced|booked|pencill?ed in) (?:for|on)"
    r"|(?:geplant|angesetzt|vorgesehen|gelegt) (?:für|auf)"
    r"|für|auf)\b"
)
_WHEN_BEHIND = re.compile(r",?\s?(?:when|wenn|an dem)\b")
_ASIDE = re.compile(r"\b(?:[Aa]m Rande|[Oo]n the (?:sidelines|margins|fringes))\b")
# Before a date that another one parts from its clause: 'im Mai 2020 beschloss der Rat in X auf seiner Sitzung am …'.
_CUT_OFF = re.compile(
    r"(?:^|[,;:–—]\s)((?:[^,;:–—])*\b(?:auf|bei|beim|im|in|während|at|during) (?:\w+ ){1,3}(?:am|vom|im|on|from|in) )$"
)
_STOP = re.compile(r";\s")
_PRONOUN = re.compile(r"(?:;\s)?(?:er|sie|es|diese[rs]?|it|they|this)\b", re.IGNORECASE)


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
    whole = passage.sentence_start, passage.sentence_end
    only_a_day = _ONLY_A_DAY.fullmatch(text[passage.start : passage.date_start] + text[passage.date_end : passage.end].rstrip())
    if only_a_day or _PUT_OFF.search(passage.text):
        return _named_at(scene, *_between_stops(scene))
    cut_off = passage.start == passage.date_start and _CUT_OFF.search(text[passage.sentence_start : passage.start])
    if cut_off:
        return _named_at(scene, passage.sentence_start + cut_off.start(1), passage.start)
    if passage.start > passage.sentence_start and text[passage.start - 2] == "," and _SET_FOR.match(text, passage.start):
        before = [m for m in scene.around if m.cue in AT | {"event"} and not is_country(m) and m.start < passage.start]
        return tuple(mention.place_id for mention in before[-1:])
    if _WHEN_BEHIND.match(text, passage.end - 1) or _WHEN_BEHIND.match(text, passage.end):
        behind = [m for m in scene.around if m.cue in AT and not is_country(m) and m.start > passage.end]
        return tuple(mention.place_id for mention in behind[:1])
    if _HANGS_ON.match(text, passage.start) or _ASIDE.search(text, passage.sentence_start, passage.end):
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
    if _PRONOUN.match(text, passage.start) or _PRONOUN.match(text, first):
        first = passage.sentence_start
    return first, last


def _taken_over(scene: Scene, inherited: tuple[str, ...], earlier: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The venue of the event that this one belongs to, unless its own words speak against it."""
    text = scene.passage.text
    belongs = scene.event_type in _FOLLOWERS or (scene.event_type == "other" and _PART.search(text))
    if _AFAR.search(text) or not belongs:
        return ()
    if not inherited and scene.event_type not in ABOUT_STATES and _SAME_DAY.search(text):
        inherited = next((places for places in reversed(earlier) if places), ())
    if not inherited and scene.event_type in GATHERINGS and _DAY_BESIDE.fullmatch(scene.passage.date_text):
        inherited = earlier[-1] if earlier else ()
    return () if any(mention.place_id in inherited for mention in scene.own) else inherited
