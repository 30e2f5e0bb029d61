"""Understands pronouns: whom 'er', 'sie', 'their' and 'beide' stand for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.actors.antecedents import Pronoun, antecedent, fits
from loaders.actors.reference import Named, Reference, words_for
from loaders.anchored import AnchoredPattern
from loaders.passage import Span
from loaders.vocabulary import Vocabulary
from loaders.words import Judged, places_of

_WORD = re.compile(r"\w+")
# 'Beide reisten ab', 'both sides agreed'; 'beide Dokumente' are no actors.
_BOTH = AnchoredPattern(
    r"(?:[Bb]eide[nr]?|[Bb]oth|[Tt]he two)\b"
    r"(?=\s(?:[a-zäöüß]|(?:Seiten|Länder|Staaten|Minister|Präsidenten|Politiker|Regierungen|Partner|Organisationen|Gremien)\b))"
    r"(?!\s(?:documents|events|meetings|texts|drafts|days|sessions|exercises|cities|[a-z]+ings?)\b)"
)
_BOTH_BODIES = re.compile(r"\s(?:bodies|organi[sz]ations|institutions|Organisationen|Gremien)\b")
_EXPLETIVE = re.compile(
    r"\b(?:es (?:ging|geht|gab|gibt|war|ist|sei|wurde|wird|handelt|bleibt)|(?:ging|geht|gab|gibt|war|ist|kam|wurde|bleibt) es)\b"
)
# 'muss fertig sein.', 'die Lage sein könnte': the verb, no pronoun.
_TO_BE = re.compile(r"sein(?=[.,;:!?)]|$|\s(?:soll|will|wird|kann|könn|muss|müss|dürf|darf|werd|woll|zu\b))")


def find_pronouns(text: str, mentions: Sequence[Named], spans: Sequence[Span], vocabulary: Vocabulary) -> Iterator[Reference]:
    """The pronouns with the mention they take up; `spans` are the sentences of the text."""
    taken_up: list[tuple[int, int]] = []
    for start, pronoun in _pronouns_in(text, vocabulary):
        end = start + len(pronoun.word)
        if _is_no_pronoun(text, start, end, pronoun, mentions):
            continue
        index = _named_next(text, start, pronoun, mentions, spans, vocabulary)
        if index is None:
            index = antecedent(text, start, pronoun, mentions, spans, taken_up)
        if index is not None:
            if pronoun.role != "owner":
                taken_up.append((start, index))
            yield Reference(start, end, index, "pronoun", _role(text, end, pronoun, vocabulary))
    for found in _BOTH.finditer(text):
        kinds = ("body", "organisation") if _BOTH_BODIES.match(text, found.end()) else ()
        for index in _last_two(found.start(), mentions, kinds):
            yield Reference(found.start(), found.end(), index, "pronoun", "subject")


@cache
def _pronouns(vocabulary: Vocabulary) -> dict[str, Pronoun]:
    rows = [row for row in vocabulary.rows("reference_words") if row["takes_up"]]
    return {word: Pronoun(word, row["use"], row["takes_up"], row["language"]) for row in rows for word in row["words"].split()}


@cache
def _is_pronoun(vocabulary: Vocabulary) -> Judged[bool]:
    words = _pronouns(vocabulary)
    return Judged(lambda word: word in words or (word[1:].islower() and word.lower() in words))


def _pronouns_in(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, Pronoun]]:
    words = _pronouns(vocabulary)
    for start in places_of(text, _is_pronoun(vocabulary).__getitem__):
        found = _WORD.match(text, start)
        if found:
            yield start, words[found.group().lower()]


def _is_no_pronoun(text: str, start: int, end: int, pronoun: Pronoun, mentions: Sequence[Named]) -> bool:
    if pronoun.word == "es":
        return bool(_EXPLETIVE.search(text, max(0, start - 6), end + 9))
    if pronoun.word == "sein":
        return bool(_TO_BE.match(text, start))
    # 'als China sie vortrug': behind a subject the pronoun is an object, most often a thing.
    return pronoun.word == "sie" and any(one.end == start - 1 and one.role == "subject" for one in mentions)


def _role(text: str, end: int, pronoun: Pronoun, vocabulary: Vocabulary) -> str:
    """Of an owner whether it acts in what it owns: 'seine Reise'."""
    if pronoun.role != "owner":
        return pronoun.role
    words = (word for word in text[end : end + 40].replace(",", " ,").split()[:3])
    return "leading" if any(word in words_for("deed", vocabulary) for word in _until_mark(words)) else "owner"


def _until_mark(words: Iterator[str]) -> Iterator[str]:
    for word in words:
        bare = word.rstrip(".;:")
        yield bare
        if bare != word or word == "," or word[0].isupper():
            return


def _named_next(
    text: str, start: int, pronoun: Pronoun, mentions: Sequence[Named], spans: Sequence[Span], vocabulary: Vocabulary
) -> int | None:
    """The subject behind a pronoun that opens a sentence: 'Nach seinem Besuch flog Norow ab'."""
    first, last = next((span for span in spans if span[0] <= start < span[1]), (start, start))
    opening = text[first:start].split()
    if pronoun.role != "owner" or len(opening) != 1 or opening[0].lower() not in words_for("fronted", vocabulary):
        return None
    for index, mention in enumerate(mentions):
        if start < mention.start < last and mention.role == "subject":
            # 'Nach seinem Besuch empfing ihn Li Qiang': then both pronouns are someone else.
            between = set(re.findall(r"\w+", text[start + len(pronoun.word) : mention.start]))
            return index if fits(text, mention, pronoun, False) and not between & _pronouns(vocabulary).keys() else None
    return None


def _last_two(position: int, mentions: Sequence[Named], kinds: Sequence[str]) -> list[int]:
    """The last two actors of one kind named before a place; none where only one is known."""
    found: dict[str, dict[str, int]] = {}
    for index in range(len(mentions) - 1, -1, -1):
        mention = mentions[index]
        if mention.start < position and (not kinds or mention.kind in kinds):
            alike = found.setdefault(mention.kind, {})
            alike.setdefault(mention.actor_id, index)
            if len(alike) == 2:
                return sorted(alike.values())
    return []
