"""How a mention of an actor stands in its sentence: as subject, behind which preposition, as whose attribute."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_KINDS = {
    "with": "mit zwischen neben samt with between alongside",
    "by": "von vom durch seitens laut by from",
    "under": "unter under",
    "to": "an to",
    "for": "für for",
    "in": "in im nach aus bei beim auf vor am ins hinter at on inside near",
    "about": "über zu zum zur gegen um wegen bis ohne außer trotz about against without except regarding",
}
_PREPOSITIONS = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_GENITIVE_ARTICLES = frozenset({"der", "des", "einer", "eines", "ihrer", "seiner", "the"})
_ARTICLES = _GENITIVE_ARTICLES | frozenset(
    {
        "die",
        "das",
        "dem",
        "den",
        "einem",
        "einen",
        "eine",
        "ein",
        "ihrem",
        "ihren",
        "ihre",
        "seinem",
        "seinen",
        "seine",
        "its",
        "their",
        "his",
        "her",
    }
)
_FUNCTION = re.compile(r"(?:(?:[A-ZÄÖÜ]\w*- und\s)?(?P<word>[A-ZÄÖÜ][\w-]*)\s)$")
# 'Foreign Minister', 'First Deputy Prime Minister': words that belong to the function behind them.
_OF_FUNCTION = re.compile(
    r"\b(?:Foreign|Defen[cs]e|Prime|Deputy|Vice|First|Assistant|Acting|Interior|Finance|Trade|Health|Energy|Transport|Culture|Justice"
    r"|Environment|Agriculture|Education|Economy|Industry|Security|National|Permanent|Special|Executive|General|Chief|State|Crown)\s$"
)
_NOUN_OF_PERSON = re.compile(
    r"\b(?:(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em|[Dd]es|[Ee]ine?[rnms]?)\s(?:[\wäöüß]+e[nrs]?\s)?|[a-zäöüß]+(?:isch|al|lich)e[nrms]?\s)(?P<noun>[A-ZÄÖÜ][\w-]+\s)$"
)
_POSSESSOR = re.compile(r"\b[A-ZÄÖÜ][\w-]*(?P<mark>’s|'s|s’|s'|s)\s$")
_NOUN_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]*)\s$")
_NEXT_WORD = re.compile(r"\s(?:[a-zäöüß]+\s)?([\w-]+)")
_JOINED = re.compile(
    r"\s?(?:,|,?\s?(?:und|sowie|and|or|oder))\s(?:(?:der|die|den|dem|the|auch|dessen|deren)\s)?(?:[\w-]+\s){0,3}?"
)
# Nouns whose attribute acts ('Initiative Chinas', 'Vorsitz von Sergej Lawrow'), and nouns of events and bodies.
_LEADING = re.compile(
    r"(?:Vorsitz|Vorsitzes|\w*[Ll]eitung|Führung|Initiative|Betreiben|Einladung|Präsidentschaft|Federführung|Regie|Anstoß|Vorschlag|Vorschläge|Angebot|Entwurf"
    r"|Angaben|Auskunft|Wunsch|Anregung|Gastgeber|Seite|Antrag|Delegation(?:en)?|Vertretern?|Rede|Besuch|Erlass|Ernennung|Spitze|Beteiligung|Teilnahme"
    r"|Unterstützung|Organisation|Anwesenheit|Beisein|Gegenwart|Mitwirkung|Ägide|Schirmherrschaft|Vermittlung|Bitten?|Ersuchen|Geheiß"
    r"|chairmanship|chair|initiative|invitation|leadership|proposal|delegation|visit|speech|participation|presence|auspices|patronage"
    r"|guidance|request|behest|attendance|mediation|support|helm)$"
)
_MEETING = re.compile(
    r"(?:\w*[Tt]reffens?|\w*[Ss]itzung(?:en)?|\w*[Rr]at(?:e?s)?|\w*[Tt]agung|\w*[Gg]ipfels?|\w*[Kk]onferenz|Runde|Begegnung|\w*[Ff]orums?|\w*[Üü]bung|\w*[Mm]anövers?"
    r"|\w*[Mm]ission(?:en)?|Beratungen|Konsultationen|\w*[Vv]eranstaltung|\w*[Gg]espräche?|\w*[Ee]rklärung|meeting|session|council|summit|conference|exercise|forum)$"
)


# Plurals of nouns of people by their endings, and a few others, by the word for 'out of' behind them.
_GROUPS = {
    "aus": re.compile(
        r"[A-ZÄÖÜ][\w-]*(?:ern?|isten|enten|anten|eure|oren|ogen|eute|kräfte|innen|te|nden?|schaften|einheiten|teams?|tionen"
        r"|ppen|männer|chefs|ärzte)|Einheiten"
    ),
    "from": re.compile(
        r"(?i:[a-z]*(?:ers|ors|ists|ants|ents|men|ians|forces|units|teams|troops|officials|guards|police|delegations|athletes|experts|scholars|chiefs))"
    ),
}


# 'die Zusammenarbeit der Vereinten Nationen mit der SCO' names no one who takes part.
_RELATION = re.compile(
    r"(?:\w*[Zz]usammenarbeit|\w*[Kk]ooperation|\w*[Bb]eziehungen|\w*[Hh]andels?|\w*[Pp]artnerschaft|Austauschs?"
    r"|cooperation|relations|trade|ties|partnership|commerce)\b[^,;:.]{0,40}$"
)


class Standing(NamedTuple):
    """`role` is subject, with, by, under, to, for, in, about, leading, meeting, attribute, owner, brackets or noun."""

    role: str
    governor: str


def standing(
    text: str,
    start: int,
    end: int,
    label: str,
    kind: str,
    is_function: Callable[[str], bool],
    before: Sequence[tuple[int, str, Standing]],
) -> Standing:
    """How `text[start:end]`, a mention of `kind`, stands; `before` are (end, kind, standing) of the mentions in front of it."""
    if before and text[before[-1][0] : start] == " (":
        return before[-1][2]
    if before and before[-1][1] == kind and _JOINED.fullmatch(text[before[-1][0] : start]):
        return before[-1][2]
    left = text[max(0, start - 80) : start]
    if kind == "person":
        left = _without_functions(left, is_function)
    if text[end - 1 : end] == "s" and not label.endswith("s") and kind != "body":
        noun = _NOUN_BEFORE.search(left)
        return _of_noun(noun[1]) if noun else Standing("owner", _next_word(text, end))
    if left.endswith("("):
        return Standing("brackets", "")
    stands = _by_words_before(left.split()[-6:])
    return Standing("about", stands.governor) if stands.role == "with" and _RELATION.search(left) else stands


def is_joined(between: str) -> bool:
    """Whether words between two names make them one list: a comma or a conjunction."""
    return bool(_JOINED.fullmatch(between))


def _by_words_before(words: list[str]) -> Standing:
    """How a name stands behind these words: adjectives count only behind an article or a preposition."""
    place = len(words) - 1
    while place >= max(0, len(words) - 3) and _is_adjective(words[place]):
        place -= 1
    word, before = (words[place] if place >= 0 else ""), (words[place - 1] if place > 0 else "")
    if word.lower() in _ARTICLES:
        if place > 1 and _are_sent(words[place - 2], before):
            return Standing("sent", words[place - 2])
        if kind := _PREPOSITIONS.get(before.lower()):
            return Standing(kind, before)
        of_noun = word.lower() in _GENITIVE_ARTICLES and before[:1].isupper() and before[-1].isalnum()
        return _of_noun(before) if of_noun else Standing("subject", "")
    if _are_sent(before, word):
        return Standing("sent", before)
    if word.lower() in ("of", "von") and (
        (before[:1].isupper() and place > 1) or _LEADING.match(before) or _MEETING.match(before)
    ):
        return _of_noun(before)
    if kind := _PREPOSITIONS.get(word.lower()):
        return Standing(kind, word)
    last = words[-1] if words else ""
    return Standing("noun", last) if last[:1].isupper() and last[-1].isalnum() else Standing("subject", "")


def _are_sent(noun: str, word: str) -> bool:
    """Whether a noun means people, and the word behind it tells where from: 'Truppen aus Indien', 'experts from India'."""
    group = _GROUPS.get(word)
    return group is not None and bool(group.fullmatch(noun))


def _is_adjective(word: str) -> bool:
    return word.islower() and word.endswith(("e", "en", "er", "es", "em")) and word not in _ARTICLES and word not in _PREPOSITIONS


def _of_noun(noun: str) -> Standing:
    if _LEADING.match(noun):
        return Standing("leading", noun)
    return Standing("meeting" if _MEETING.match(noun) else "attribute", noun)


def _without_functions(left: str, is_function: Callable[[str], bool]) -> str:
    """The words before a name without the functions that belong to it."""
    bare = left
    while (found := _FUNCTION.search(bare)) and is_function(found["word"]):
        bare = bare[: found.start()]
    # 'mit der Turnerin Olga Petrowa': what someone is stands behind an article.
    if bare == left and (noun := _NOUN_OF_PERSON.search(bare)):
        bare = bare[: noun.start("noun")]
    has_function = bare != left
    while has_function and (word := _OF_FUNCTION.search(bare)):
        bare = bare[: word.start()]
    # Whoever owns stands as an article does: "India's Ajit Doval", 'Kasachstans Präsident Tokajew'.
    owner = _POSSESSOR.search(bare)
    return f"{bare[: owner.start()]}its " if owner and (has_function or owner["mark"] != "s") else bare


def _next_word(text: str, end: int) -> str:
    found = _NEXT_WORD.match(text, end)
    return found[1] if found else ""
