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

from loaders.actor_mentions import ActorMention
from loaders.passage import Passage
from loaders.telling import told_on
from loaders.terms import TermIndex
from loaders.vocabulary import Vocabulary, default

_CONTINUES = re.compile(r"^(?:und|sowie|and|,|der|die|das|den|dem|wo|dessen|deren)\b")
_COLLECTIVE = re.compile(r"minister|chefs|sekretäre|richter|anwälte|behörden|verwaltungen|dienste|[Ee]xperten|gruppe|vertreter")
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
        if candidate.shown and sum(weights.get(sign, 0) for sign in candidate.signs) + weights["always"] > 0:
            chosen.append((actor_id, candidate.shown.start, candidate.shown.end))
    return sorted(chosen, key=lambda found: found[1:])


def candidates(
    passage: Passage,
    mentions: Sequence[ActorMention],
    others: Sequence[Passage] = (),
    vocabulary: Vocabulary | None = None,
) -> dict[str, Candidate]:
    """Every actor mentioned near the event with its signs."""
    found: dict[str, Candidate] = {}
    spans = told_on(passage, others)
    clause = [mention for mention in mentions if passage.holds(mention.start)]
    index = _matters(vocabulary or default())
    matters = sorted({hit.row["matter"] for hit in index.find(passage.section.text, passage.start, passage.end)})
    acting = [
        mention for mention in clause if mention.role in ("subject", "noun") and mention.form not in ("compound", "adjective")
    ]
    for mention in mentions:
        zone = _zone(passage, mention.start, spans)
        if zone:
            _add(found, mention, zone, set(_signs(passage, mention, zone, clause, acting, matters)))
    for mention, sign in _implied(passage, mentions, acting):
        _add(found, mention, "implied", {sign, *(f"{sign}:{matter}" for matter in matters), f"{sign}:{_kind(mention)}"})
    return found


_NEARNESS = {"clause": 0, "before": 1, "after": 2, "goes-on": 3, "taken-up": 4, "implied": 5}


def _add(found: dict[str, Candidate], mention: ActorMention, zone: str, signs: set[str]) -> None:
    candidate = found.setdefault(mention.actor_id, Candidate())
    candidate.signs |= signs
    nearness = 2 * _NEARNESS[zone] + (mention.form in ("pronoun", "noun"))
    if nearness < candidate.nearness or candidate.shown is None:
        candidate.nearness, candidate.shown = nearness, mention


def _zone(passage: Passage, start: int, spans: Sequence[tuple[int, int]]) -> str:
    if passage.holds(start):
        return "clause"
    if passage.sentence_start <= start < passage.sentence_end:
        return "before" if start < passage.start else "after"
    if any(first <= start < last for first, last in spans):
        return "goes-on" if start < passage.reach else "taken-up"
    return ""


def _signs(
    passage: Passage,
    mention: ActorMention,
    zone: str,
    clause: Sequence[ActorMention],
    acting: Sequence[ActorMention],
    matters: Sequence[str],
) -> Iterator[str]:
    kind, form = _kind(mention), mention.form if mention.form in ("pronoun", "noun") else "named"
    yield from (
        kind,
        zone,
        f"{kind}:{zone}",
        f"{kind}:{zone}:{form}",
        f"{kind}:{mention.role}",
        f"{kind}:{zone}:{mention.role}:{form}",
    )
    if mention.is_new:
        yield f"{kind}:new"
    if passage.is_main:
        yield f"{kind}:{zone}:main"
        if _in_heading(passage.section.heading, mention):
            yield from ("heading", f"{kind}:heading")
    if mention.role == "owner" or mention.role == "attribute":
        yield f"{kind}:{mention.role}:{'clause' if zone == 'clause' else 'else'}"
    if zone == "clause":
        yield from (f"{kind}:{matter}" for matter in matters)
        yield from (f"{kind}:{mention.role}:{matter}" for matter in matters)
        persons = {other.actor_id for other in clause if other.kind == "person"} - {mention.actor_id}
        yield f"{kind}:persons:{min(2, len(persons))}"
        yield f"{kind}:{mention.role}:{'persons' if persons else 'alone'}"
        yield f"{kind}:{mention.role}:{_place(passage, mention)}"
        if acting and acting[0] is mention:
            yield f"{kind}:first"
        if mention.start < passage.date_start:
            yield f"{kind}:before-date"
    elif zone == "before" and mention.role == "subject" and not acting and _CONTINUES.match(passage.text):
        yield f"{kind}:carried-on"


def _place(passage: Passage, mention: ActorMention) -> str:
    """Whether a mention opens its clause, stands behind a verb (or another small word), or elsewhere."""
    before = passage.section.text[max(0, mention.start - 25) : mention.start].rstrip()
    if mention.start == passage.start or before.endswith((",", ";", ":", ".")):
        return "opening"
    word = before.rpartition(" ")[2]
    return "behind-verb" if re.fullmatch(r"[a-zäöüß]+(?:t|te|ten|en|ng|b|f|g|m)", word) else "inside"


def _implied(
    passage: Passage, mentions: Sequence[ActorMention], acting: Sequence[ActorMention]
) -> Iterator[tuple[ActorMention, str]]:
    """Who may act without being named: whoever acted last before the clause, and whom the section is about."""
    before = [mention for mention in mentions if mention.start < passage.start]
    if not any(mention.kind == "person" for mention in acting):
        subjects = [mention for mention in before if mention.kind == "person" and mention.role == "subject"]
        busy = "else-acts" if acting else "nobody-acts"
        if subjects:
            yield subjects[-1], f"last-person:{busy}"
            counts = Counter(mention.actor_id for mention in subjects)
            leading = max(subjects, key=lambda mention: counts[mention.actor_id])
            yield leading, f"main-person:{busy}"
    bodies = [mention for mention in before if mention.kind == "body" and mention.form == "name"]
    if bodies and not acting:
        yield bodies[-1], "last-body"
    states = [mention for mention in before if mention.kind == "state" and mention.role == "subject"]
    if states and not acting:
        yield states[-1], "last-state"


def _kind(mention: ActorMention) -> str:
    if mention.actor_id in _ALONE:
        return mention.actor_id
    if mention.kind == "body":
        return "collective" if _COLLECTIVE.search(mention.label) else "body"
    return mention.kind


def _in_heading(heading: str, mention: ActorMention) -> bool:
    words = mention.label.split()
    return (
        mention.text in heading
        or mention.label in heading
        or (mention.kind == "person" and (words[-1] in heading or words[0] in heading))
    )


@cache
def _matters(vocabulary: Vocabulary) -> TermIndex:
    return TermIndex(vocabulary.rows("actor_matters"), "pattern")


@cache
def _weights(vocabulary: Vocabulary) -> dict[str, int]:
    """The weights in hundredths: whole numbers add up to the same in any order."""
    return {row["sign"]: round(100 * float(row["weight"])) for row in vocabulary.rows("actor_signs")}
