"""Chooses, of all actors a section mentions, those who act in one event.

Each mention near the event gives signs: where it stands, how it stands in its sentence, what the sentence is about. Signs
have weights in `actor_signs.csv`; an actor is chosen if the weights of all its signs add up to more than nothing. The
weights are fitted to the annotated quarters by `python -m tests.benchmarks.fit_actor_signs`, which prints what it does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter

from loaders.actors.mentions import ActorMention
from loaders.passage import Passage
from loaders.telling import told_on
from loaders.terms import TermIndex
from loaders.vocabulary import Vocabulary, default

_CONTINUES = re.compile(r"^(?:und|sowie|and|,|der|die|das|den|dem|wo|dessen|deren)\b")
_COLLECTIVE = re.compile(r"minister|chefs|sekretäre|richter|anwälte|behörden|verwaltungen|dienste|[Ee]xperten|gruppe|vertreter")
_VERB = re.compile(r"[a-zäöüß]+(?:t|te|ten|en|ng|b|f|g|m)")
_PLACE = itemgetter(1, 2)
_UNNAMED = frozenset({"pronoun", "noun"})
_ALONE = frozenset({"sco", "rats", "sco-member-states", "un"})


@dataclass(slots=True)
class Candidate:
    """An actor that may act in an event: the signs for and against, and the mention that shows it best."""

    signs: set[str] = field(default_factory=set)
    shown: ActorMention | None = None
    nearness: int = 9


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
        if candidate.shown and sum(map(weights.__getitem__, candidate.signs)) + weights["always"] > 0:
            chosen.append((actor_id, candidate.shown.start, candidate.shown.end))
    return sorted(chosen, key=_PLACE)


def candidates(
    passage: Passage,
    mentions: Sequence[ActorMention],
    others: Sequence[Passage] = (),
    vocabulary: Vocabulary | None = None,
) -> dict[str, Candidate]:
    """Every actor mentioned near the event with its signs."""
    found: dict[str, Candidate] = {}
    start, end = passage.start, passage.end
    clause = [mention for mention in mentions if start <= mention.start < end]
    index = _matters(vocabulary or default())
    matters = tuple(sorted({hit.row for hit in index.find(passage.section.text, start, end)}))
    acting = [
        mention for mention in clause if mention.role in ("subject", "noun") and mention.form not in ("compound", "adjective")
    ]
    persons = {mention.actor_id for mention in clause if mention.kind == "person"}
    near = list(_zones(passage, mentions, told_on(passage, others)))
    named = {(mention.actor_id, zone) for mention, zone in near if mention.form not in _UNNAMED}
    for mention, zone in near:
        # 'Singh packte seine Koffer': the pronoun tells nothing of one who is named beside it.
        if mention.form == "pronoun" and mention.role == "owner" and (mention.actor_id, zone) in named:
            continue
        signs = _add(found, mention, zone).signs
        signs |= _standing_signs(_kind(mention), zone, mention.role, mention.form if mention.form in _UNNAMED else "named")
        signs.update(_signs(passage, mention, zone, acting))
        if zone == "clause":
            signs |= _clause_signs(passage, mention, len(persons - {mention.actor_id}), matters)
    for mention, sign in _implied(passage, mentions, acting):
        _add(found, mention, "implied").signs.update(
            (sign, f"{sign}:{_kind(mention)}", *(f"{sign}:{matter}" for matter in matters))
        )
    return found


_NEARNESS = {"clause": 0, "before": 1, "after": 2, "goes-on": 3, "taken-up": 4, "implied": 5}


def _add(found: dict[str, Candidate], mention: ActorMention, zone: str) -> Candidate:
    candidate = found.get(mention.actor_id)
    if candidate is None:
        candidate = found[mention.actor_id] = Candidate()
    nearness = 2 * _NEARNESS[zone] + (mention.form in _UNNAMED)
    if nearness < candidate.nearness or candidate.shown is None:
        candidate.nearness, candidate.shown = nearness, mention
    return candidate


def _zones(
    passage: Passage, mentions: Sequence[ActorMention], spans: Sequence[tuple[int, int]]
) -> Iterator[tuple[ActorMention, str]]:
    """The mentions near the event, each with what it is near to: its clause, its sentence, the `spans` that go on about it."""
    start, end, sentence_start, sentence_end = passage.start, passage.end, passage.sentence_start, passage.sentence_end
    for mention in mentions:
        place = mention.start
        if sentence_start <= place < sentence_end:
            yield mention, "clause" if start <= place < end else "before" if place < start else "after"
        elif start <= place < end:
            yield mention, "clause"
        elif place >= sentence_end and any(first <= place < last for first, last in spans):
            yield mention, "goes-on" if place < passage.reach else "taken-up"


def _signs(passage: Passage, mention: ActorMention, zone: str, acting: Sequence[ActorMention]) -> Iterator[str]:
    """The signs that few mentions have."""
    kind = _kind(mention)
    if mention.is_new:
        yield f"{kind}:new"
    if zone in ("goes-on", "taken-up"):
        yield f"{kind}:{zone}:{mention.role}:{_place(passage, mention)}"
        if passage.is_main:
            yield f"{kind}:{zone}:{mention.role}:main"
    if passage.is_main:
        yield f"{kind}:{zone}:main"
        if _in_heading(passage.section.heading, mention):
            yield from ("heading", f"{kind}:heading")
    if zone == "clause":
        if acting and acting[0] is mention:
            yield f"{kind}:first"
        if mention.start < passage.date_start:
            yield f"{kind}:before-date"
    elif zone == "before" and mention.role == "subject" and not acting and _CONTINUES.match(passage.text):
        yield f"{kind}:carried-on"


# Mentions stand in few ways: their signs are put together once for all.
@cache
def _standing_signs(kind: str, zone: str, role: str, form: str) -> frozenset[str]:
    """The signs of where and how a mention stands."""
    signs = {kind, zone, f"{kind}:{zone}", f"{kind}:{zone}:{form}", f"{kind}:{role}", f"{kind}:{zone}:{role}:{form}"}
    if role in ("owner", "attribute"):
        signs.add(f"{kind}:{role}:{'clause' if zone == 'clause' else 'else'}")
    return frozenset(signs)


def _clause_signs(passage: Passage, mention: ActorMention, persons: int, matters: tuple[str, ...]) -> frozenset[str]:
    """The signs of what the clause is about, and of how many other persons it tells."""
    return _matter_signs(_kind(mention), mention.role, min(2, persons), _place(passage, mention), matters)


@cache
def _matter_signs(kind: str, role: str, persons: int, place: str, matters: tuple[str, ...]) -> frozenset[str]:
    about = (sign for matter in matters for sign in (f"{kind}:{matter}", f"{kind}:{role}:{matter}"))
    company = "persons" if persons else "alone"
    return frozenset((*about, f"{kind}:persons:{persons}", f"{kind}:{role}:{company}", f"{kind}:{role}:{place}"))


def _place(passage: Passage, mention: ActorMention) -> str:
    """Whether a mention opens its clause, stands behind a verb (or another small word), or elsewhere."""
    before = passage.section.text[max(0, mention.start - 25) : mention.start].rstrip()
    if mention.start == passage.start or before.endswith((",", ";", ":", ".")):
        return "opening"
    word = before.rpartition(" ")[2]
    return "behind-verb" if _VERB.fullmatch(word) else "inside"


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


def _kind(mention: ActorMention) -> str:
    if mention.actor_id in _ALONE:
        return mention.actor_id
    return _kind_of_body(mention.label) if mention.kind == "body" else mention.kind


@cache
def _kind_of_body(label: str) -> str:
    return "collective" if _COLLECTIVE.search(label) else "body"


def _in_heading(heading: str, mention: ActorMention) -> bool:
    words = mention.label.split()
    return (
        mention.text in heading
        or mention.label in heading
        or (mention.kind == "person" and (words[-1] in heading or words[0] in heading))
    )


@cache
def _matters(vocabulary: Vocabulary) -> TermIndex[str]:
    return TermIndex(vocabulary.rows("actor_matters"), "pattern", itemgetter("matter"))


@cache
def _weights(vocabulary: Vocabulary) -> Counter[str]:
    """The weights in hundredths: whole numbers add up to the same in any order; other signs weigh nothing."""
    return Counter({row["sign"]: round(100 * float(row["weight"])) for row in vocabulary.rows("actor_signs")})
