"""The words of a section that speak for topics: rows of `topic_terms.csv` found in its text and its heading."""

from collections import defaultdict
from functools import cache
from operator import attrgetter, itemgetter
from typing import NamedTuple

from loaders.document import Section
from loaders.languages import language_of_text
from loaders.terms import Hit, TermIndex
from loaders.vocabulary import Row, Vocabulary
from loaders.weighing import outermost

_OTHERS = "un-cooperation"
_BY_PLACE = itemgetter(0, 1)
_RANK = attrgetter("rank")


class TopicMention(NamedTuple):
    """A word that speaks for a topic: `text` stands at `start:end` of the section's text (or of its heading).

    `weight` is 3 where the word names the topic, 2 where it is typical, 1 where it is a hint; `term` is the row's pattern.
    """

    start: int
    end: int
    text: str
    topic_id: str
    weight: float
    term: str


class _Term(NamedTuple):
    """A row of `topic_terms.csv`, read once."""

    topic_id: str
    weight: float
    pattern: str
    rank: tuple[bool, float]  # of two in one place the lower wins: a guard (weight 0), then the heavier


def find_topics(section: Section, vocabulary: Vocabulary, organisation_id: str = "") -> list[TopicMention]:
    """The topic words of `section.text`, in order; inside a longer one of the same topic a shorter one is left out.

    `organisation_id` is the organisation that the briefing is about: its own name says nothing of work with others.
    """
    return _without_own(section.text, _mentions(section.text, section, vocabulary), organisation_id, vocabulary)


def find_heading_topics(section: Section, vocabulary: Vocabulary, organisation_id: str = "") -> list[TopicMention]:
    """The topic words of the heading; their offsets count characters of `section.heading`."""
    return _without_own(section.heading, _mentions(section.heading, section, vocabulary), organisation_id, vocabulary)


def _mentions(text: str, section: Section, vocabulary: Vocabulary) -> list[TopicMention]:
    language = language_of_text(section.text or section.heading, vocabulary)
    by_topic: defaultdict[str, list[Hit[_Term]]] = defaultdict(list)
    for hit in _index(vocabulary, language).find(text):
        by_topic[hit.row.topic_id].append(hit)
    kept = [
        TopicMention(start, end, text[start:end], topic, weight, pattern)
        for hits in by_topic.values()
        for start, end, (topic, weight, pattern, _) in outermost(hits, _RANK)
        if weight
    ]
    return sorted(kept, key=_BY_PLACE)


def _without_own(text: str, mentions: list[TopicMention], organisation_id: str, vocabulary: Vocabulary) -> list[TopicMention]:
    own = _own_names(organisation_id.casefold(), vocabulary)
    # 'the League of Lakes (LOL)': an organisation that no vocabulary knows is told by what stands before its abbreviation.
    abbreviation = f" ({organisation_id})".casefold()

    def is_own(mention: TopicMention) -> bool:
        behind = text[mention.end : mention.end + len(abbreviation)].casefold()
        return mention.text.casefold() in own or (bool(organisation_id) and behind == abbreviation)

    return [mention for mention in mentions if mention.topic_id != _OTHERS or not is_own(mention)]


@cache
def _own_names(organisation: str, vocabulary: Vocabulary) -> frozenset[str]:
    """All names of an organisation that is told by any of them: OSZE and OSCE are one."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for row in vocabulary.rows("actors"):
        names[row["actor_id"]] |= {row["actor_id"].casefold(), row["label_de"].casefold(), row["label_en"].casefold()}
    for row in vocabulary.rows("actor_names"):
        names[row["actor_id"]].add(row["name"].casefold())
    return frozenset(name for known in names.values() if organisation in known for name in known)


@cache
def _index(vocabulary: Vocabulary, language: str) -> TermIndex[_Term]:
    rows = [row for row in vocabulary.rows("topic_terms") if row["language"] in (language, "")]
    return TermIndex(rows, "term", _term)


def _term(row: Row) -> _Term:
    weight = float(row["weight"])
    return _Term(row["topic_id"], weight, row["term"], (weight > 0, -weight))
