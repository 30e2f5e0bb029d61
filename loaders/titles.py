"""Short titles of events: the heading without its date, or the words of the text that state the event."""

import re
from collections.abc import Iterable, Mapping

from loaders.noun_phrases import noun_phrase, starts_noun_phrase
from loaders.passage import Passage, Span
from loaders.title_patterns import Patterns, patterns_of
from loaders.title_words import hangs, without_loose_end, words_of
from loaders.vocabulary import Vocabulary, default

_LONGEST = 110
_CONTEXT = 7  # words of the sentence that a clause takes along whole
_CUT = re.compile(r"[;:]\s")
_PAUSE = re.compile(r"(?<=[^\d]),\s|;\s|:\s|\s[–—]\s")
# An aside and the clause behind it, which goes on with the words before: 'Der Rat, sonst träge, |tagte'.
_AROUND_ASIDE = re.compile(r"(?P<head>[^,]+),\s[^,]+(?:,\s[^,]+)?,$")
_SHORTEST = 45  # a title is not cut at a comma before this many characters
_LEAD = 80  # characters before a date in which the words stand that lead to it
_CLOSING = " ,;:–—-("


def from_heading(heading: str, dates: Iterable[Span], vocabulary: Vocabulary | None = None) -> str:
    """The heading without its dates and what leads to them; the whole heading where nothing else would be left."""
    words = vocabulary or default()
    patterns = patterns_of(words)
    title = heading
    for start, end in reversed(_joined(heading, sorted(dates), patterns)):
        title = _without(title, start, end, patterns)
    return without_loose_end(_tidied(title), words, is_cut=False) or _tidied(heading)


def from_passage(
    passage: Passage,
    names: Mapping[Span, str] | None = None,
    beside: Passage | None = None,
    subject: str = "",
    vocabulary: Vocabulary | None = None,
) -> str:
    """The event's clause in the text's own words, cut at a pause or a word's end to at most about 110 characters.

    A clause that hangs on the words before it is given what it goes on about: the `subject` of its sentence behind an 'und',
    a noun phrase, the words before an aside. One that only gives another time takes the beginning of `beside`, the event told
    before in its sentence. `names` are the actors that pronouns stand for, by the pronoun's span in the section: 'er' becomes
    the person's name. No title ends in a word that leads to what is cut off; one that nothing can open begins with '… '.
    """
    words = vocabulary or default()
    patterns = patterns_of(words)
    before = passage.section.text[passage.sentence_start : passage.start].rstrip()
    told = _whole_end(passage, names or {}, words)
    clause = _part_with(told, passage.date_text)
    # The half behind a semicolon or colon needs nothing of what stands before the clause.
    before = before if told.startswith(clause) else ""
    clause = patterns.pointing.sub("", clause)
    shared = _shared(passage, beside, patterns) if beside else ""
    lead, rest = _beginning(before, clause, shared, subject, words)
    title = f"{lead} {rest}".strip()
    is_part = not _CUT.split(before)[-1].startswith(lead or title) and _is_relative(title, words)
    return ("… " if is_part else "") + _shortened(_tidied(title, is_start=not is_part), words, len(lead))


def _beginning(before: str, clause: str, shared: str, subject: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What a title begins with of the words before its clause, and what of the clause follows."""
    patterns = patterns_of(vocabulary)
    bare = patterns.joining.sub("", clause)
    alone = _alone(before, clause, patterns)
    if alone:
        return "", alone
    if shared:
        return shared, bare
    goes_on = patterns.going_on.match(clause) and not hangs(bare.partition(" ")[0], vocabulary, is_cut=True)
    if subject and goes_on:
        return subject, bare
    told = _CUT.split(before)[-1]
    words = told.split()
    if len(words) <= _CONTEXT:
        return told, clause
    aside = _AROUND_ASIDE.fullmatch(told)
    if aside and clause[:1].islower() and not _is_small(clause.partition(" ")[0], vocabulary):
        return aside["head"], clause
    phrase = [] if patterns.going_on.match(clause) else _phrase(words, vocabulary)
    if phrase:
        return " ".join(phrase), clause
    if starts_noun_phrase(clause, vocabulary) and not _is_relative(clause, vocabulary):
        return "", clause
    if len(told) + len(_PAUSE.split(clause)[0]) < _LONGEST:
        return told, clause
    start = told.rfind(", ")
    return ("", bare) if goes_on or start < 0 or told.endswith(",") else (told[start + 2 :], clause)


def _is_small(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word opens a clause or a phrase, and so is no verb."""
    return hangs(word, vocabulary, is_cut=True) or word in words_of(vocabulary, "relative")


def _is_relative(clause: str, vocabulary: Vocabulary) -> bool:
    """Whether a clause is a relative one; behind 'der', 'die', 'das' its verb tells, which German puts last."""
    patterns = patterns_of(vocabulary)
    found = patterns.relative.match(clause)
    if not found or found["word"] not in words_of(vocabulary, "article", "genitive"):
        return bool(found)
    return bool(patterns.verb_last.search(clause.partition(", ")[0]))


def _alone(before: str, clause: str, patterns: Patterns) -> str:
    """What of a clause can stand alone, given the words before it; '' where it hangs on them."""
    bare = patterns.joining.sub("", clause)
    if not before or before[-1] in ";:" or patterns.whole.match(bare):
        return bare
    if patterns.whole_without.match(bare):
        return patterns.whole_without.sub("", bare)
    is_main = patterns.main.match(clause) and not patterns.verb_last.search(clause)
    return bare if before[-1] == "," and (bare != clause or is_main) else ""


def _phrase(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """The noun phrase that words before a clause end in, without the particle of their verb: 'ging auf den Plan ein, der …'."""
    particles = words_of(vocabulary, "particle", language="de")
    if not words[-1].endswith(",") or words[-1][:-1] not in particles:
        return noun_phrase(words, vocabulary)
    phrase = noun_phrase(words[:-1], vocabulary)
    if not phrase or len(phrase) == len(words) - 1:
        return words if phrase else []
    return [*phrase[:-1], phrase[-1] + ","]


def _shared(passage: Passage, beside: Passage, patterns: Patterns) -> str:
    """The words that two events have before their dates, where the second has no more than a date: 'Der Rat tagt' of
    'Der Rat tagt am 3. Mai in Omsk und am 9. Juni in Perm'.
    """
    text = passage.section.text
    first, second = text[beside.start : beside.date_start], text[passage.start : passage.date_start]
    lead = patterns.date_lead.fullmatch(patterns.joining.sub("", second))
    is_alike = lead and patterns.date_lead_end.search(first) and passage.date_start < passage.date_end
    words = patterns.lead.sub("", first)
    is_joined = is_alike and patterns.joining.match(second)
    return words if is_joined and "," not in words and len(words.split()) > 1 else ""


def _whole_end(passage: Passage, names: Mapping[Span, str], vocabulary: Vocabulary) -> str:
    """The clause with names for its pronouns; one that ends in a word that leads on, with the sentence's words up to a pause."""
    text, clause = passage.section.text, passage.text
    for (start, end), name in sorted(names.items(), reverse=True):
        if passage.holds(start) and end <= passage.end:
            clause = clause[: start - passage.start] + name + clause[end - passage.start :]
    after = text[passage.end : passage.sentence_end].lstrip()
    is_cut = after[:1].isalnum() and not patterns_of(vocabulary).joining.match(after)
    if not hangs(clause, vocabulary, is_cut):
        return clause
    pause = _PAUSE.search(text, passage.end, passage.sentence_end)
    return clause + text[passage.end : pause.start() if pause else passage.sentence_end]


def _part_with(clause: str, date: str) -> str:
    """Of halves parted by a semicolon or colon the one that holds the date."""
    return next((part for part in _CUT.split(clause) if date in part), clause) if date else clause


def _joined(heading: str, dates: list[Span], patterns: Patterns) -> list[Span]:
    """The dates, those as one that only an 'und' or a comma joins: '3. Mai und 5. Juni'."""
    joined: list[Span] = []
    for start, end in dates:
        if joined and patterns.between_dates.fullmatch(heading, joined[-1][1], start):
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _without(text: str, start: int, end: int, patterns: Patterns) -> str:
    lead = max(0, start - _LEAD)
    before = text[:lead] + patterns.lead.sub("", text[lead:start])
    after = text[end:].removeprefix(")")
    comma = after[:1] == "," and text[start - 2 : start].strip() == ","
    return before + (after[1:] if comma else after)


def _tidied(text: str, is_start: bool = True) -> str:
    words = " ".join(text.split()).strip(_CLOSING).removesuffix(".")
    for sign in ",;.":
        words = words.replace(f" {sign}", sign)
    return words[:1].upper() + words[1:] if is_start else words


def _shortened(text: str, vocabulary: Vocabulary, lead: int = 0) -> str:
    """The words up to a pause behind the first `lead` characters, else up to a word that may end a phrase."""
    if len(text) <= _LONGEST:
        return text
    pauses = [found.start() for found in _PAUSE.finditer(text, max(_SHORTEST, lead + 1), _LONGEST)]
    if pauses:
        return text[: pauses[-1]].rstrip(_CLOSING)
    cut = text.rfind(" ", 0, _LONGEST)
    return without_loose_end(text[: cut if cut > 0 else _LONGEST], vocabulary, is_cut=True) + " …"
