"""Short titles of events: the heading without its date, or the words of the text that state the event."""

import re
from collections.abc import Iterable, Mapping

from loaders.noun_phrases import noun_phrase, starts_noun_phrase
from loaders.passage import Passage, Span

_LONGEST = 110
_CONTEXT = 7  # words shown before a clause that cannot stand alone
# What leads to a date in a heading and makes no sense without it.
_LEAD = re.compile(
    r"[\s,;:(–—-]*(?:\b(?:am|vom|im|in|bis|ab|seit|zum|on|from|at)\b[\s,]*(?:(?:den|dem|der|the)\b[\s,]*)?)?$", re.IGNORECASE
)
_JOINING = re.compile(r"^(?:(?:und|sowie|and)\s+)", re.IGNORECASE)
# Subordinate clauses that say all of an event; English ones are main clauses without their first word.
_WHOLE = re.compile(r"^(?:dass|ob|wie|indem|nachdem|bevor|weil|da|obwohl|wenn|whether|because|how)\s")
_WHOLE_WITHOUT = re.compile(
    r"^(?:that|when|where|while|after which)\s+(?=(?:it|he|she|they|the|an?|its|their|his|her|all)\s|[A-Z])"
)
# 'der Plan folgte im Mai', not 'die im Mai folgte' nor 'die Oman im Mai vorlegen wird'.
_MAIN = re.compile(r"^(?:der|die|das|den|dem|ein|eine|the|an?|tags|am|im|on|in|zwei|two)\s(?:[A-ZÄÖÜ]|darauf|zuvor|\w+en\s)")
_VERB_LAST = re.compile(
    r"\b(?:hat|haben|hatten?|wird|werden|wurden?|ist|sind|waren?|soll|sollen|sollten?|will|wollen|kann|können)\W*$"
)
# The second half of an 'und' that has no subject of its own.
_GOING_ON = re.compile(r"^(?:und|sowie|and)\s(?!(?:der|die|das|den|dem|ein\w*|the|an?)\s)", re.IGNORECASE)
_DATE_LEAD = re.compile(r"(?:am|vom|im|on|from|in)\s", re.IGNORECASE)
_DATE_LEAD_END = re.compile(r"\b(?:am|vom|im|on|from|in)\s\Z", re.IGNORECASE)
_CUT = re.compile(r"[;:]\s")
# Openers that point to the sentence before; what follows them stands alone.
_POINTING = re.compile(
    r"^(?:Gleichfalls|Ebenfalls|Ebenso|Außerdem|Zudem|Ferner|Überdies|Auch(?=\s(?:am|im|in|vom|der|die|das)\s)|Also|Likewise|Moreover),?\s+"
)
_PAUSE = re.compile(r"(?<=[^\d]),\s|;\s|:\s|\s[–—]\s")
_SHORTEST = 45  # a title is not cut at a comma before this many characters
_CLOSING = " ,;:–—-("


def from_heading(heading: str, dates: Iterable[Span]) -> str:
    """The heading without its dates and what leads to them; the whole heading where nothing else would be left."""
    title = heading
    for start, end in sorted(dates, reverse=True):
        title = _without(title, start, end)
    return _tidied(title) or _tidied(heading)


def from_passage(passage: Passage, names: Mapping[Span, str] | None = None, beside: Passage | None = None) -> str:
    """The event's clause in the text's own words, cut at a pause or a word's end to at most about 110 characters.

    A clause that hangs on the words before it is given the noun phrase that it goes on about, where there is one, else the last
    of those words. One that only gives another time takes the beginning of `beside`, the event told before in its sentence.
    `names` are the actors that pronouns stand for, by the pronoun's span in the section: 'er' becomes the person's name.
    """
    text = passage.section.text
    before = text[passage.sentence_start : passage.start].rstrip()
    clause = _named(passage, names or {})
    alone = _alone(before, clause)
    if alone:
        return _shortened(_tidied(alone))
    shared = _shared(passage, beside) if beside else ""
    if shared:
        return _shortened(_tidied(f"{shared} {_JOINING.sub('', clause)}"))
    words = _CUT.split(before)[-1].split()
    whole = words if len(words) <= _CONTEXT else [] if _GOING_ON.match(clause) else noun_phrase(words)
    if not whole and starts_noun_phrase(clause):
        return _shortened(_tidied(clause))
    lead = " ".join(whole or words[-_CONTEXT:])
    return _shortened(("" if whole else "… ") + _tidied(f"{lead} {clause}", is_start=bool(whole)))


def _alone(before: str, clause: str) -> str:
    """What of a clause can stand alone, given the words before it; '' where it hangs on them."""
    if not before or before[-1] in ";:":
        return _JOINING.sub("", clause)
    bare = _JOINING.sub("", clause)
    if _WHOLE.match(bare):
        return bare
    if _WHOLE_WITHOUT.match(bare):
        return _WHOLE_WITHOUT.sub("", bare)
    if before[-1] == "," and (bare != clause or (_MAIN.match(clause) and not _VERB_LAST.search(clause))):
        return bare
    return ""


def _shared(passage: Passage, beside: Passage) -> str:
    """The words that two events have before their dates, where the second has no more than a date: 'Der Rat tagt' of
    'Der Rat tagt am 3. Mai in Omsk und am 9. Juni in Perm'.
    """
    text = passage.section.text
    first, second = text[beside.start : beside.date_start], text[passage.start : passage.date_start]
    lead = _DATE_LEAD.fullmatch(_JOINING.sub("", second))
    is_alike = lead and _DATE_LEAD_END.search(first) and passage.date_start < passage.date_end and _JOINING.match(second)
    words = _LEAD.sub("", first)
    return words if is_alike and "," not in words and len(words.split()) > 1 else ""


def _named(passage: Passage, names: Mapping[Span, str]) -> str:
    clause = passage.text
    for (start, end), name in sorted(names.items(), reverse=True):
        if passage.holds(start) and end <= passage.end:
            clause = clause[: start - passage.start] + name + clause[end - passage.start :]
    return _POINTING.sub("", _part_with(clause, passage.date_text))


def _part_with(clause: str, date: str) -> str:
    """Of halves parted by a semicolon or colon the one that holds the date."""
    return next((part for part in _CUT.split(clause) if date in part), clause) if date else clause


def _without(text: str, start: int, end: int) -> str:
    before = _LEAD.sub("", text[:start])
    after = text[end:].removeprefix(")")
    comma = after[:1] == "," and text[start - 2 : start].strip() == ","
    return before + (after[1:] if comma else after)


def _tidied(text: str, is_start: bool = True) -> str:
    words = " ".join(text.split()).strip(_CLOSING).removesuffix(".")
    for sign in ",;.":
        words = words.replace(f" {sign}", sign)
    return words[:1].upper() + words[1:] if is_start else words


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    pauses = [found.start() for found in _PAUSE.finditer(text, _SHORTEST, _LONGEST)]
    if pauses:
        return text[: pauses[-1]].rstrip(_CLOSING)
    cut = text.rfind(" ", 0, _LONGEST)
    return text[: cut if cut > 0 else _LONGEST].rstrip(_CLOSING) + " …"
