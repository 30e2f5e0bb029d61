"""The signs that a mention gives for or against its actor acting in an event, by name; `actor_signs.csv` weighs them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from loaders.actors.clauses import Part
from loaders.actors.mention import ActorMention
from loaders.passage import Passage

# What a mention is near to, the nearest first: the event's clause, its sentence, the sentences that go on about it, later ones
# that take it up again, the next dated sentence; last whoever is not named there at all.
ZONES = ("clause", "before", "after", "goes-on", "taken-up", "next", "implied")

_CONTINUES = re.compile(r"^(?:und|sowie|and|,|der|die|das|den|dem|wo|dessen|deren)\b")
_COLLECTIVE = re.compile(r"minister|chefs|sekretäre|richter|anwälte|behörden|verwaltungen|dienste|[Ee]xperten|gruppe|vertreter")
_VERB = re.compile(r"[a-zäöüß]+(?:t|te|ten|en|ng|b|f|g|m)")
# Actors that texts name so often that they have signs of their own.
_ALONE = frozenset({"sco", "rats", "sco-member-states", "un"})
# Whoever of these stands so in the event's clause acts there: bodies beside them are mostly the occasion only.
_ACTORS = frozenset({"person", "state", "organisation", "rats", "un"})
_ACTING = frozenset({"subject", "with", "by", "leading", "noun", "compound", "under", "sent"})


def kind_of(mention: ActorMention) -> str:
    """What signs call an actor: its kind, 'collective' for a body of persons, or its id if it has signs of its own."""
    if mention.actor_id in _ALONE:
        return mention.actor_id
    return _kind_of_body(mention.label) if mention.kind == "body" else mention.kind


@cache
def _kind_of_body(label: str) -> str:
    return "collective" if _COLLECTIVE.search(label) else "body"


# Mentions stand in few ways: their signs are put together once for all.
@cache
def standing_signs(kind: str, zone: str, role: str, form: str) -> frozenset[str]:
    """The signs of where and how a mention stands."""
    signs = {kind, zone, f"{kind}:{zone}", f"{kind}:{zone}:{form}", f"{kind}:{role}", f"{kind}:{zone}:{role}:{form}"}
    signs.add(f"{role}:{zone}")  # of any kind: what few mentions of one kind tell, all together do
    if role in ("owner", "attribute"):
        signs.add(f"{kind}:{role}:{'clause' if zone == 'clause' else 'else'}")
    return frozenset(signs)


def part_signs(kind: str, zone: str, role: str, part: Part | None, dated: Part) -> frozenset[str]:
    """The signs of how the part of the sentence that holds a mention stands to the one that holds the date."""
    relation = "same" if part == dated else f"{part.kind if part else 'main'}-{dated.kind}"
    return _relation_signs(kind, zone, role, relation)


@cache
def _relation_signs(kind: str, zone: str, role: str, relation: str) -> frozenset[str]:
    return frozenset((f"{zone}:{relation}", f"{kind}:{zone}:{relation}", f"{kind}:{role}:{relation}"))


def place_signs(kind: str, role: str, passage: Passage, head: ActorMention) -> frozenset[str]:
    """The sign of the place in the clause; `head` is the first of the mention's list."""
    return frozenset((f"{kind}:{role}:{_place(passage, head)}",))


@cache
def order_sign(kind: str, is_later: bool, has_others: bool) -> str:
    """The sign of an event that shares its sentence with others: who opens the sentence acts in the first of them."""
    return f"{kind}:{'later' if is_later else 'first' if has_others else 'only'}-event"


def beside_signs(stands: Mapping[str, tuple[str, str, set[str]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each actor with the signs of who else acts; `stands` has the kind, nearest zone and roles there of each actor."""
    acting = {actor for actor, (kind, zone, roles) in stands.items() if zone == "clause" and kind in _ACTORS and roles & _ACTING}
    told = {actor for actor, (kind, zone, _) in stands.items() if kind == "person" and zone in ("clause", "goes-on", "taken-up")}
    for actor, (kind, zone, _) in stands.items():
        beside = f"{kind}:{zone}:{'beside' if acting - {actor} else 'alone'}"
        if kind == "person":
            yield actor, (beside,)
        else:
            yield actor, (beside, f"{beside}:{'persons' if told - {actor} else 'nobody'}")


@cache
def company_signs(kind: str, persons: int, company: int) -> frozenset[str]:
    """The signs of how many other persons the clause names, and all that is told of the event."""
    return frozenset((f"{kind}:persons:{min(2, persons)}", f"{kind}:company:{min(2, company)}"))


def signs_of(
    passage: Passage, mention: ActorMention, zone: str, acting: Sequence[ActorMention], head: ActorMention
) -> Iterator[str]:
    """The signs that few mentions have; `head` is the first of the mention's list, `acting` who acts in the clause."""
    kind = kind_of(mention)
    if mention.is_new:
        yield f"{kind}:new"
    if zone in ("goes-on", "taken-up"):
        yield f"{kind}:{zone}:{mention.role}:{_place(passage, head)}"
        if passage.is_main:
            yield f"{kind}:{zone}:{mention.role}:main"
    if passage.is_main:
        yield f"{kind}:{zone}:main"
        if _in_heading(passage.section.heading, mention):
            yield from ("heading", f"{kind}:heading")
    if zone == "clause":
        if acting and acting[0] is head:
            yield f"{kind}:first"
        if head.start < passage.date_start:
            yield f"{kind}:before-date"
    elif zone == "before" and mention.role == "subject" and not acting and _CONTINUES.match(passage.text):
        yield f"{kind}:carried-on"


def _place(passage: Passage, mention: ActorMention) -> str:
    """Whether a mention opens its clause, stands behind a verb (or another small word), or elsewhere."""
    before = passage.section.text[max(0, mention.start - 25) : mention.start].rstrip()
    if mention.start == passage.start or before.endswith((",", ";", ":", ".")):
        return "opening"
    word = before.rpartition(" ")[2]
    return "behind-verb" if _VERB.fullmatch(word) else "inside"


def _in_heading(heading: str, mention: ActorMention) -> bool:
    words = mention.label.split()
    return (
        mention.text in heading
        or mention.label in heading
        or (mention.kind == "person" and (words[-1] in heading or words[0] in heading))
    )
