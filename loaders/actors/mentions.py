"""Finds the actors of a briefing: persons, organisations, bodies and states, with the place of each mention."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.actors.governments import governments
from loaders.actors.names import ActorNames, Known, actor_names, slug
from loaders.actors.offices import holders
from loaders.actors.organisations import Organisation, organisation_words
from loaders.actors.person_names import NameParts, name_parts
from loaders.actors.persons import Found, People
from loaders.actors.references import find_references
from loaders.actors.roles import Standing, standing
from loaders.anchored import AnchoredPattern
from loaders.document import Briefing
from loaders.passage import sentences
from loaders.vocabulary import Row, Vocabulary

_QUOTED = re.compile(r"„[^„“”]*[“”]|“[^“”„]*”|«[^«»]*»|»[^«»]*«|\"[^\"\n]*\"")
_SINGULAR = re.compile(
    r"(?:(?<![a-zäöüß]\s)\b(?:[Dd]er|[Tt]he)\s(?:[\wäöüß]+e[nrs]?\s)?|\b(?:[Dd]em|[Dd]es|[Ee]in|[Ee]inem|[Ss]ein|[Ii]hr)\s(?:[\wäöüß]+e[nrs]?\s)?"
    r"|[a-zäöü]s\s|ische[rnm]?\s(?:\w+e[rnm]?\s)?)$"
)
_PLURAL = re.compile(r"(?:chefs|ern|äre|ären|anwälte|anwälten)$")
# 'unter usbekischem Vorsitz', 'die pakistanische Delegation': the state acts.
_LED = AnchoredPattern(
    r"(?P<adjective>\w+sche?[nrsm]?)\s(?:[a-zäöüß]+e[nrsm]?\s)?(?:Vorsitz\w*|Leitung|Präsidentschaft|Führung|Regie|Federführung|Initiative|Betreiben|Einladung|Seite"
    r"|Delegation|Regierung|Vorschlag|\w*[Ee]ntwurf\w*|Angebot|chairmanship|presidency|initiative|proposal|delegation|government|side|leadership)\b",
    lead=r"\w+sche?[nrsm]?\b",
)
_BEHIND = re.compile(r"(?P<join>[-‑]|\s)(?P<word>[^\W\d_][\w-]*)")
_TAIL = re.compile(r"[-‑]([\w-]+)")
# 'SCO Film Week', 'the SCO half marathon': what happens is no organisation.
_EVENT_BEHIND = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:[Ff]estival|[Ff]orum|[Ww]eek|[Mm]arathon|[Ss]ummit|[Mm]eeting|[Cc]onference|[Ee]xhibition|[Ee]xpo|[Ff]air"
    r"|[Cc]up|[Gg]ames|[Dd]ay|[Yy]ear|edition|capital)\b"
)
# Who or what is sent out acts for its organisation: 'OSZE-Wahlbeobachter', 'SCO-Mission'.
_SENT = re.compile(r"Delegation|Interview|Gespräch|interview|delegation|(?:Wahl)?[Bb]eobachter|(?:Wahl)?[Mm]ission|observer")
_OF_ALL = re.compile(r"\s(?:der|von|aus)\s(?:SCO|Mitglied)")
_PROPER_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+e[nrs]?")
_STRONG = re.compile(r"(?<=isch)e[nrsm]?$")


class ActorMention(NamedTuple):
    """`text[start:end]` of a section names an actor.

    `kind` is person, organisation, body or state. `form` tells how it is named: by its name, a surname, an office
    ('der Botschafter'), the adjective of a state ('usbekischer Vorsitz'), the first part of a compound ('FAO-Generaldirektor'),
    a pronoun or a noun that takes up a name ('der Rat'). `role` is how it stands in its sentence, see `actor_roles.Standing`.
    `is_new` tells that the vocabulary does not know the actor; `label` is then the name as the text has it.
    """

    start: int
    end: int
    text: str
    actor_id: str
    kind: str
    is_new: bool
    label: str
    form: str = "name"
    role: str = ""


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
    mentions = [_of_person(text, one) for one in persons]
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
        _of_known(text, hit, parts)
        for hit in others
        if not _is_one_person(text, hit, persons, parts) and not _is_modifier(text, hit, parts)
    ]
    mentions += list(_of_unknown(text, unknown, actor_names(vocabulary), parts, others))
    mentions += [mention for mention in _by_adjective(text, vocabulary) if not _overlaps(mention.start, mention.end, taken)]
    return mentions


def _is_part(text: str, one: Organisation, hit: Known) -> bool:
    """Whether a known name is only a part of the unknown one: a state, or the noun of 'Trilaterale Kontaktgruppe'."""
    adjective = text[one.start : hit.start].rstrip()
    return hit.actor["kind"] == "state" or (
        one.end == hit.end and bool(_PROPER_ADJECTIVE.fullmatch(adjective)) and text[hit.start : hit.end].isalpha()
    )


def _is_same(text: str, one: Organisation, hit: Known) -> bool:
    """Whether an unknown name is a known one, perhaps with its seat: 'Sekretariat in Peking'."""
    return hit.start == one.start and (hit.end == one.end or text.startswith(" in ", hit.end))


def _with_references(text: str, mentions: Sequence[ActorMention], vocabulary: Vocabulary) -> list[ActorMention]:
    """The mentions outside quotations with their roles, and the words that take them up, in order of the text."""
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    named = sorted((one for one in mentions if not _is_quoted(one, quoted)), key=lambda one: (one.start, one.end))
    named = _with_roles(text, named, name_parts(vocabulary))
    references = [
        named[found.mention]._replace(
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            form=found.form,
            role=found.role,
        )
        for found in find_references(text, named, sentences(text))
    ]
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


def _with_roles(text: str, mentions: Sequence[ActorMention], parts: NameParts) -> list[ActorMention]:
    before: list[tuple[int, str, Standing]] = []
    found = []
    for mention in mentions:
        if mention.form in ("adjective", "compound"):
            found.append(ActorMention(*mention[:-1], mention.form))
            continue
        stands = standing(text, mention.start, mention.end, mention.label, mention.kind, parts.is_function, before)
        before.append((mention.end, mention.kind, stands))
        found.append(ActorMention(*mention[:-1], stands.role))
    return found


def _of_person(text: str, one: Found) -> ActorMention:
    person = one.person
    return ActorMention(
        one.start, one.end, text[one.start : one.end], person.actor_id, "person", person.is_new, person.label, one.form
    )


def _of_known(text: str, hit: Known, parts: NameParts) -> ActorMention:
    actor = hit.actor
    behind = _BEHIND.match(text, hit.end)
    # 'SCO-Generalsekretär', 'SCO Secretary-General': the name belongs to the function.
    modifies = behind and (behind["join"] != " " or (actor["kind"] != "state" and parts.is_function(behind["word"])))
    form = "compound" if modifies else "name"
    return ActorMention(
        hit.start, hit.end, text[hit.start : hit.end], actor["actor_id"], actor["kind"], False, actor["label_de"], form
    )


def _of_unknown(
    text: str, found: Sequence[Organisation], names: ActorNames, parts: NameParts, known: Sequence[Known]
) -> Iterator[ActorMention]:
    labels = {one.label: one.label for one in found}
    ends = {one.end: one.label for one in found}
    for one in found:
        # 'Austrian Institute for European and Security Policy (AIES)' is one actor, called AIES.
        if text[one.start - 2 : one.start] == " (" and text[one.end : one.end + 1] == ")":
            full = ends.get(one.start - 2)
            if full:
                labels[full] = one.label
            if any(hit.end == one.start - 2 for hit in known):
                labels[one.label] = ""
    for one in found:
        label = labels[one.label]
        actor = names.by_name(label) if label else None
        if actor:
            yield _of_known(text, Known(one.start, one.end, actor), parts)
        elif label:
            yield ActorMention(one.start, one.end, text[one.start : one.end], slug(label), "organisation", True, label)


def _by_adjective(text: str, vocabulary: Vocabulary) -> Iterator[ActorMention]:
    states = _state_adjectives(vocabulary)
    for found in _LED.finditer(text):
        state = states.get(_STRONG.sub("", found["adjective"].lower()))
        if state:
            start, end = found.span("adjective")
            yield ActorMention(start, end, text[start:end], state["actor_id"], "state", False, state["label_de"], "adjective")


@cache
def _state_adjectives(vocabulary: Vocabulary) -> dict[str, Row]:
    states = {row["country_code"]: row for row in vocabulary.rows("actors") if row["kind"] == "state"}
    return {
        row["stem"].rstrip("*").lower(): states[row["country_code"]]
        for row in vocabulary.rows("country_adjectives")
        if row["country_code"] in states
    }


def _is_one_person(text: str, hit: Known, persons: Sequence[Found], parts: NameParts) -> bool:
    """Whether a collective such as 'Außenminister' is the function of a single person here."""
    word = text[hit.start : hit.end]
    if hit.actor["kind"] != "body" or not parts.is_function(word):
        return False
    if _PLURAL.search(word):
        return False
    named = any(0 < one.start - hit.end <= 2 and one.form != "office" for one in persons)
    return named or (bool(_SINGULAR.search(text, max(0, hit.start - 40), hit.start)) and not _OF_ALL.match(text, hit.end))


def _is_modifier(text: str, hit: Known, parts: NameParts) -> bool:
    """Whether a name is the first part of a compound that names a thing: 'SCO-Gipfel', but not 'FAO-Generaldirektor'."""
    if text[hit.start : hit.end].isupper() and _EVENT_BEHIND.match(text, hit.end):
        return True
    tail = _TAIL.match(text, hit.end)
    return tail is not None and not (parts.is_function(tail[1]) or _SENT.match(tail[1]))


def _is_quoted(mention: ActorMention, quoted: Sequence[tuple[int, int]]) -> bool:
    """Names in titles of plans, exercises and speeches are no actors; an organisation that is all of a quotation is one."""
    whole = 0 if mention.kind == "person" else mention.end - mention.start + 2
    return any(start < mention.start and mention.end < end and end - start > whole for start, end in quoted)


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in spans)
