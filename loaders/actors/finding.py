"""The actors of a briefing: found in its text, chosen for its events, and new ones as rows of the table `actors`."""

from loaders.actors.acting import choose_actors
from loaders.actors.mention import ActorMention
from loaders.actors.mentions import find_actors
from loaders.vocabulary import Row

__all__ = ["ActorMention", "actor_row", "choose_actors", "find_actors"]


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
