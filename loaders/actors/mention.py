"""What one mention of an actor is, made of what was found in the text."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.actors.names import ActorNames, Known, slug
from loaders.actors.organisations import Organisation
from loaders.actors.person_names import NameParts
from loaders.actors.surnames import Found

_BEHIND = re.compile(r"(?P<join>[-‑]|\s)(?P<word>[^\W\d_][\w-]*)")


class ActorMention(NamedTuple):
    """`text[start:end]` of a section names an actor.

    `kind` is person, organisation, body or state. `form` tells how it is named: by its name, a surname, an office
    ('der Botschafter'), the adjective of a state ('usbekischer Vorsitz'), the first part of a compound ('FAO-Generaldirektor'),
    a pronoun or a noun that takes up a name ('der Rat'), a collective that does so ('die Minister'), an ellipsis, which is a
    verb whose subject went before. `role` is how it stands in its sentence, see `roles.Standing`.
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


def of_person(text: str, one: Found) -> ActorMention:
    person = one.person
    return ActorMention(
        one.start, one.end, text[one.start : one.end], person.actor_id, "person", person.is_new, person.label, one.form
    )


def of_known(text: str, hit: Known, parts: NameParts) -> ActorMention:
    actor = hit.actor
    behind = _BEHIND.match(text, hit.end)
    # 'SCO-Generalsekretär', 'SCO Secretary-General': the name belongs to the function.
    modifies = behind and (behind["join"] != " " or (actor["kind"] != "state" and parts.is_function(behind["word"])))
    form = "compound" if modifies else "name"
    return ActorMention(
        hit.start, hit.end, text[hit.start : hit.end], actor["actor_id"], actor["kind"], False, actor["label_de"], form
    )


def of_unknown(
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
            yield of_known(text, Known(one.start, one.end, actor), parts)
        elif label:
            yield ActorMention(one.start, one.end, text[one.start : one.end], slug(label), "organisation", True, label)
