"""The actors of a briefing: found in its text, chosen for its events, and new ones as rows of the table `actors`."""

from collections.abc import Iterator, Sequence

from loaders.actors.acting import choose_actors
from loaders.actors.mention import ActorMention
from loaders.actors.mentions import find_actors
from loaders.document import Briefing, Problem
from loaders.vocabulary import Row

__all__ = ["ActorMention", "actor_row", "choose_actors", "find_actors", "new_actor_problems"]


def actor_row(mention: ActorMention) -> Row:
    """The row of the table `actors` for an actor that the vocabulary does not know."""
    return {
        "actor_id": mention.actor_id,
        "label_de": mention.label,
        "label_en": mention.label,
        "kind": mention.kind,
        "country_code": "",
        "is_new": "1" if mention.is_new else "0",
    }


def new_actor_problems(briefing: Briefing, people: Sequence[Sequence[ActorMention]], acting: set[str]) -> Iterator[Problem]:
    """Those who act in some event and are not in the vocabulary, each reported where it is named first."""
    seen: set[str] = set()
    for section, mentions in zip(briefing.sections, people, strict=True):
        for mention in mentions:
            if mention.is_new and mention.actor_id in acting and mention.actor_id not in seen:
                seen.add(mention.actor_id)
                yield Problem("actor-new", mention.label, section.line_at(mention.start), section.number)
