"""Chooses, of all actors a section mentions, those who act in one event.

Each mention near the event gives signs: where it stands, how it stands in its sentence, what stands beside it. Signs have
weights in `actor_signs.csv`; an actor is chosen if the weights of all its signs add up to more than nothing. The weights are
fitted to annotated briefings by `python -m tests.benchmarks.fit_actor_signs`, which prints what it does.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from operator import itemgetter

from loaders.actors.clauses import attribute_at, part_at, parts_of
from loaders.actors.mention import ActorMention
from loaders.actors.roles import is_joined
from loaders.actors.signs import (
    ZONES,
    beside_signs,
    company_signs,
    kind_of,
    order_sign,
    part_signs,
    place_signs,
    signs_of,
    standing_signs,
)
from loaders.passage import Passage
from loaders.telling import told_on
from loaders.vocabulary import Vocabulary, default

_PLACE = itemgetter(1, 2)
_UNNAMED = frozenset({"pronoun", "noun"})


@dataclass(slots=True)
class Candidate:
    """An actor that may act in an event: the signs for and against, and the mention that shows it best."""

    signs: set[str] = field(default_factory=set)
    shown: ActorMention | None = None
    nearness: int = 0


def choose_actors(
    passage: Passage,
    mentions: Sequence[ActorMention],
    others: Sequence[Passage] = (),
    vocabulary: Vocabulary | None = None,
) -> list[tuple[str, int, int]]:
    """The actors of one event as (actor_id, start, end) of the mention that shows it best, in order of the text.

    `mentions` are those of the whole section, `others` all passages of the section.
    """
    weights = _weights(vocabulary or default())
    chosen = []
    for actor_id, candidate in candidates(passage, mentions, others, vocabulary).items():
        if candidate.shown and sum(map(weights.get, candidate.signs, repeat(0))) + weights["always"] > 0:
            chosen.append((actor_id, candidate.shown.start, candidate.shown.end))
    return sorted(chosen, key=_PLACE)


def candidates(
    passage: Passage,
    mentions: Sequence[ActorMention],
    others: Sequence[Passage] = (),
    vocabulary: Vocabulary | None = None,
) -> dict[str, Candidate]:
    """Every actor mentioned near the event with its signs."""
    words = vocabulary or default()
    found: dict[str, Candidate] = {}
    clause = [mention for mention in mentions if passage.start <= mention.start < passage.end]
    acting = [
        mention for mention in clause if mention.role in ("subject", "noun") and mention.form not in ("compound", "adjective")
    ]
    near = list(_zones(passage, mentions, others, words))
    named = {(mention.actor_id, zone) for mention, zone in near if mention.form not in _UNNAMED}
    persons = {mention.actor_id for mention in clause if mention.kind == "person"}
    company = {mention.actor_id for mention, zone in near if mention.kind == "person" and zone not in ("next", "taken-up")}
    heads = _heads(passage.section.text, mentions)
    parts = parts_of(passage.section.text, passage.sentence_start, words)
    attribute = attribute_at(passage.section.text, passage.date_start, passage.date_end)
    parts = (attribute, *parts) if attribute else parts
    dated = part_at(parts, passage.date_start)
    beside = [other.date_start for other in others if other.sentence_start == passage.sentence_start]
    is_later, has_others = any(date < passage.date_start for date in beside), len(beside) > 1
    stands: dict[str, tuple[str, str, set[str]]] = {}
    for mention, zone in near:
        # 'Singh packte seine Koffer': the pronoun tells nothing of one who is named beside it.
        if mention.form == "pronoun" and mention.role == "owner" and (mention.actor_id, zone) in named:
            continue
        signs, kind = _add(found, mention, zone).signs, kind_of(mention)
        _stand(stands, mention.actor_id, kind, zone, mention.role)
        # Members of a list stand or fall together: what tells of the place is told of the first.
        head = heads.get(mention.start, mention)
        signs |= standing_signs(kind, zone, mention.role, mention.form if mention.form in _UNNAMED else "named")
        signs.update(signs_of(passage, mention, zone, acting, head))
        if zone in ("clause", "before", "after"):
            signs.add(order_sign(kind, is_later, has_others))
        if dated and zone in ("clause", "before", "after"):
            signs |= part_signs(kind, zone, mention.role, part_at(parts, mention.start), dated)
        if zone == "clause":
            signs |= place_signs(kind, mention.role, passage, head)
            signs |= company_signs(kind, len(persons - {mention.actor_id}), len(company - {mention.actor_id}))
    for actor_id, beside_others in beside_signs(stands):
        found[actor_id].signs.update(beside_others)
    for mention, sign in _implied(passage, mentions, acting):
        _add(found, mention, "implied").signs.update((sign, f"{sign}:{kind_of(mention)}"))
    return found


def _stand(stands: dict[str, tuple[str, str, set[str]]], actor_id: str, kind: str, zone: str, role: str) -> None:
    """Notes how an actor stands where it is named nearest to the event."""
    before = stands.get(actor_id)
    if before is None or ZONES.index(zone) < ZONES.index(before[1]):
        stands[actor_id] = (kind, zone, {role})
    elif before[1] == zone:
        before[2].add(role)


def _add(found: dict[str, Candidate], mention: ActorMention, zone: str) -> Candidate:
    candidate = found.get(mention.actor_id) or found.setdefault(mention.actor_id, Candidate())
    nearness = 2 * ZONES.index(zone) + (mention.form in _UNNAMED)
    if candidate.shown is None or nearness < candidate.nearness:
        candidate.nearness, candidate.shown = nearness, mention
    return candidate


def _zones(
    passage: Passage, mentions: Sequence[ActorMention], others: Sequence[Passage], vocabulary: Vocabulary
) -> Iterator[tuple[ActorMention, str]]:
    """The mentions near the event, each with what it is near to, see `signs.ZONES`."""
    spans = told_on(passage, others)
    after = min((other.sentence_start for other in others if other.sentence_start >= passage.sentence_end), default=-1)
    following = [other for other in others if other.sentence_start == after]
    for mention in mentions:
        place = mention.start
        if passage.sentence_start <= place < passage.sentence_end or passage.start <= place < passage.end:
            yield mention, "clause" if passage.holds(place) else "before" if place < passage.start else "after"
        elif place >= passage.sentence_end and any(first <= place < last for first, last in spans):
            yield mention, "goes-on" if place < passage.reach else "taken-up"
        elif following and mention.form not in _UNNAMED and _is_apart(mention, following, vocabulary):
            yield mention, "next"


def _is_apart(mention: ActorMention, following: Sequence[Passage], vocabulary: Vocabulary) -> bool:
    """Whether the next dated sentence names an actor apart from its dates: 'Norow legte vor, was 2019 beschlossen war'."""
    sentence = following[0]
    if not sentence.sentence_start <= mention.start < sentence.sentence_end:
        return False
    parts = parts_of(sentence.section.text, sentence.sentence_start, vocabulary)
    return part_at(parts, mention.start) not in [part_at(parts, other.date_start) for other in following]


def _heads(text: str, mentions: Sequence[ActorMention]) -> dict[int, ActorMention]:
    """The first member of each list ('China, Indien und Iran'), by where its other members stand."""
    heads: dict[int, ActorMention] = {}
    last = None
    for mention in mentions:
        if mention.form in _UNNAMED or (last and mention.start < last.end):
            continue
        if last and last.kind == mention.kind and is_joined(text[last.end : mention.start]):
            heads[mention.start] = heads.get(last.start, last)
        last = mention
    return heads


def _implied(
    passage: Passage, mentions: Sequence[ActorMention], acting: Sequence[ActorMention]
) -> Iterator[tuple[ActorMention, str]]:
    """Who may act without being named: whoever acted last before the clause, and whom the section is about."""
    if any(mention.kind == "person" for mention in acting):
        return
    before = [mention for mention in mentions if mention.start < passage.start]
    subjects = [mention for mention in before if mention.kind == "person" and mention.role == "subject"]
    busy = "else-acts" if acting else "nobody-acts"
    if subjects:
        yield subjects[-1], f"last-person:{busy}"
        counts = Counter(mention.actor_id for mention in subjects)
        leading = max(subjects, key=lambda mention: counts[mention.actor_id])
        yield leading, f"main-person:{busy}"
    if acting:
        return
    bodies = [mention for mention in before if mention.kind == "body" and mention.form == "name"]
    if bodies:
        yield bodies[-1], "last-body"
    states = [mention for mention in before if mention.kind == "state" and mention.role == "subject"]
    if states:
        yield states[-1], "last-state"


@cache
def _weights(vocabulary: Vocabulary) -> Counter[str]:
    """The weights in hundredths: whole numbers add up to the same in any order; other signs weigh nothing."""
    return Counter({row["sign"]: round(100 * float(row["weight"])) for row in vocabulary.rows("actor_signs")})
