"""Finds the actors of a briefing: persons, organisations, bodies and states, with the place of each mention."""

import re
from collections.abc import Iterator, Sequence

from loaders.actors.adjectives import states_by_adjective
from loaders.actors.governments import governments
from loaders.actors.mention import ActorMention, of_known, of_person, of_unknown
from loaders.actors.modifiers import is_modifier, is_one_person
from loaders.actors.names import ActorNames, Known, actor_names
from loaders.actors.offices import holders
from loaders.actors.organisations import Organisation, organisation_words
from loaders.actors.person_names import name_parts
from loaders.actors.persons import People
from loaders.actors.references import find_references
from loaders.actors.roles import Standing, standing
from loaders.actors.surnames import Found
from loaders.document import Briefing
from loaders.passage import sentences
from loaders.vocabulary import Vocabulary

_QUOTED = re.compile(r"„[^„“”]*[“”]|“[^“”„]*”|«[^«»]*»|»[^«»]*«|\"[^\"\n]*\"")
_PROPER_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+e[nrs]?")


def find_actors(briefing: Briefing, vocabulary: Vocabulary) -> list[tuple[ActorMention, ...]]:
    """The mentions of each section of the briefing, in order of `briefing.sections` and of the text.

    Takes the whole briefing, since a surname or an office is understood from where its holder was introduced.
    """
    names, parts = actor_names(vocabulary), name_parts(vocabulary)
    people = People(names, parts, holders(briefing.organisation_id, briefing.quarter, vocabulary))
    texts = [text for section in briefing.sections for text in (section.heading, section.text)]
    known = [_known(text, names, vocabulary) for text in texts]
    for text, hits in zip(texts, known, strict=True):
        people.read(text, hits)
    sections = range(1, len(texts), 2)
    named = [_named(texts[number], known[number], people.find(number, known[number]), vocabulary) for number in sections]
    short = _short_names(named, vocabulary)
    return [
        tuple(_with_references(texts[number], [*found, *_by_short_name(texts[number], found, short)], vocabulary))
        for number, found in zip(sections, named, strict=True)
    ]


def _known(text: str, names: ActorNames, vocabulary: Vocabulary) -> list[Known]:
    found = names.find(text)
    spans = [(hit.start, hit.end) for hit in found]
    capitals = [hit for hit in governments(text, vocabulary) if not _overlaps(hit.start, hit.end, spans)]
    return sorted([*found, *capitals], key=lambda hit: hit.start) if capitals else found


def _named(text: str, known: Sequence[Known], persons: Sequence[Found], vocabulary: Vocabulary) -> list[ActorMention]:
    parts = name_parts(vocabulary)
    taken = [(one.start, one.end) for one in persons]
    mentions = [of_person(text, one) for one in persons]
    others = [hit for hit in known if hit.actor["kind"] != "person" and not _overlaps(hit.start, hit.end, taken)]
    firm = [(hit.start, hit.end) for hit in others if hit.actor["kind"] != "state" and " " in text[hit.start : hit.end]]
    unknown = organisation_words(vocabulary).find(text, [*taken, *firm])
    unknown = [one for one in unknown if not any(_is_same(text, one, hit) for hit in others)]
    # 'Sekretariat der OVKS' is the OVKS; 'Sekretariat des indischen Sicherheitsrates' is not the SCO's.
    unknown = [
        one
        for one in unknown
        if not any(one.start < hit.start and hit.end <= one.end and not _is_part(text, one, hit) for hit in others)
    ]
    others = [hit for hit in others if not any(one.start <= hit.start and hit.end <= one.end for one in unknown)]
    mentions += [
        of_known(text, hit, parts)
        for hit in others
        if not is_one_person(text, hit, persons, parts) and not is_modifier(text, hit, parts)
    ]
    mentions += list(of_unknown(text, unknown, actor_names(vocabulary), parts, others))
    mentions += [
        ActorMention(*span, text[slice(*span)], state["actor_id"], "state", False, state["label_de"], "adjective", role)
        for span, state, role in states_by_adjective(text, vocabulary)
        if not _overlaps(*span, taken)
    ]
    return mentions


def _is_part(text: str, one: Organisation, hit: Known) -> bool:
    """Whether a known name is only a part of the unknown one: a state, or the noun of 'Trilaterale Kontaktgruppe'."""
    adjective = text[one.start : hit.start].rstrip()
    return hit.actor["kind"] == "state" or (
        one.end == hit.end and bool(_PROPER_ADJECTIVE.fullmatch(adjective)) and text[hit.start : hit.end].isalpha()
    )


def _is_same(text: str, one: Organisation, hit: Known) -> bool:
    """Whether an unknown name is a known one, perhaps with its seat: 'Sekretariat in Peking'."""
    name = text[hit.start : hit.end]
    goes_on = text.startswith(" in ", hit.end) or ("-" in name and text.startswith((" zu ", " zur "), hit.end))
    return hit.start == one.start and (hit.end == one.end or goes_on)


def _with_references(text: str, mentions: Sequence[ActorMention], vocabulary: Vocabulary) -> list[ActorMention]:
    """The mentions outside quotations with their roles, and the words that take them up, in order of the text."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    named = sorted((one for one in mentions if not _is_quoted(one, quoted)), key=lambda one: (one.start, one.end))
    named = _with_roles(text, named, vocabulary)
    is_function = name_parts(vocabulary).is_function
    references = []
    for found in find_references(text, named, sentences(text), vocabulary):
        owner, start, end = named[found.mention], found.start, found.end
        role = found.role or standing(text, start, end, owner.label, owner.kind, is_function, (), vocabulary).role
        references.append(owner._replace(start=start, end=end, text=text[start:end], form=found.form, role=role))
    return sorted([*named, *references], key=lambda one: (one.start, one.end))


def _short_names(named: Sequence[Sequence[ActorMention]], vocabulary: Vocabulary) -> dict[str, ActorMention]:
    """Unknown organisations by the short form of their name, 'Zentaro' for the 'Zentaro Group'."""
    words = organisation_words(vocabulary)
    new = [one for mentions in named for one in mentions if one.is_new and one.kind == "organisation"]
    return {short: one for one in new if (short := words.short_name(one.label))}


def _by_short_name(text: str, named: Sequence[ActorMention], short: dict[str, ActorMention]) -> Iterator[ActorMention]:
    for name, owner in short.items():
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}s?(?!\w)", text):
            if not any(found.start() < one.end and one.start < found.end() for one in named):
                form = "compound" if text[found.end() : found.end() + 1] == "-" else "name"
                yield owner._replace(start=found.start(), end=found.end(), text=found.group(), form=form)


def _with_roles(text: str, mentions: Sequence[ActorMention], vocabulary: Vocabulary) -> list[ActorMention]:
    is_function = name_parts(vocabulary).is_function
    before: list[tuple[int, str, Standing]] = []
    found = []
    for mention in mentions:
        if mention.form in ("adjective", "compound"):
            found.append(mention if mention.role else ActorMention(*mention[:-1], mention.form))
            continue
        stands = standing(text, mention.start, mention.end, mention.label, mention.kind, is_function, before, vocabulary)
        before.append((mention.end, mention.kind, stands))
        found.append(ActorMention(*mention[:-1], stands.role))
    return found


def _is_quoted(mention: ActorMention, quoted: Sequence[tuple[int, int]]) -> bool:
    """Names in titles of plans, exercises and speeches are no actors; an organisation that is all of a quotation is one."""
    whole = 0 if mention.kind == "person" else mention.end - mention.start + 2
    return any(start < mention.start and mention.end < end and end - start > whole for start, end in quoted)


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)
