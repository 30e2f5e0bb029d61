"""The turns of phrase around a place: the rows of `place_frames.csv`, compiled by kind.

What stands before a place is matched up to it, what stands behind from it on; both are spelt out by language in the rows.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from loaders.vocabulary import Row, Vocabulary

# As many characters before a name as its cue can depend on, and as many behind it.
WINDOW, BEHIND = 110, 60
_SIGNS = (*",.;:–", "")


class Frames(NamedTuple):
    """Patterns and words by kind. Where a comment names none, the pattern ends where the place begins."""

    hosted: frozenset[str]  # 'ausgerichtet von X'
    copula: frozenset[str]
    openers: frozenset[str]  # what may stand before a subject: nothing, a sign, a conjunction
    clause: re.Pattern[str]  # what parts two clauses, anywhere
    part_of: re.Pattern[str]  # 'in der Zone von X': what is in a part of the place is in the place
    parts: re.Pattern[str]  # 'in mehreren Städten Xs'
    aim: re.Pattern[str]  # 'für ein Zentrum in X': the aim of what happens, not its place; 'für Mai 2021 in X' is a date
    whose: re.Pattern[str]  # behind: 'X, dessen Ministerin …': who plays the host there is another
    in_the: re.Pattern[str]  # 'in the southern Kyrgyz city of X'
    seated: re.Pattern[str]  # behind: 'die in X ansässige Behörde'
    war: re.Pattern[str]  # 'the war in X', but German 'war in X'
    bearer: re.Pattern[str]  # 'Moid Yusuf aus Pakistan': where a person comes from
    event_name: re.Pattern[str]  # behind: 'der X-Marathon': what bears the name of its city is held there
    shore: re.Pattern[str]
    event_behind: re.Pattern[str]  # behind: 'the X snow half marathon'
    house_behind: re.Pattern[str]  # behind: 'at X International Airport': houses that bear the name of their city
    locative: re.Pattern[str]
    inside: re.Pattern[str]
    definite: re.Pattern[str]
    within: re.Pattern[str]  # between a place and a larger one: 'X, Uzbekistan'
    absent: re.Pattern[str]  # behind: whoever stays away does not show where one meets
    listed: re.Pattern[str]  # between the names of one list: 'in Buchara, Chiwa und der Stadt X'
    parallel: re.Pattern[str]  # between: 'über das Zentrum in Chiwa und das Büro in X', where both are spoken of
    away: re.Pattern[str]  # 'von dort'
    planned_for: re.Pattern[str]  # 'the seminar meant for X'
    planned_behind: re.Pattern[str]  # behind: 'das für X geplante Seminar'
    reached: re.Pattern[str]  # 'der Zug erreichte X'
    speaks_for: re.Pattern[str]  # 'S. Rana spoke for X'
    route_from: re.Pattern[str]  # 'von X über Usbekistan nach Indien'
    via: re.Pattern[str]  # anywhere
    route_end: re.Pattern[str]  # anywhere
    beside: re.Pattern[str]  # words: 'im benachbarten X'
    votes: re.Pattern[str]  # anywhere: 'X wählte sein Parlament'
    the_city: re.Pattern[str]  # anywhere


@cache
def frames_of(vocabulary: Vocabulary) -> Frames:
    """The frames of a vocabulary."""
    rows: dict[str, list[Row]] = {}
    for row in vocabulary.rows("place_frames"):
        rows.setdefault(row["kind"], []).append(row)

    def words(kind: str) -> frozenset[str]:
        return frozenset(_alternatives(rows[kind]).split("|"))

    def before(kind: str) -> re.Pattern[str]:
        return re.compile(rf"(?:{_alternatives(rows[kind])})$")

    def behind(kind: str) -> re.Pattern[str]:
        return re.compile(_alternatives(rows[kind]))

    articles = "|".join(sorted(words("list article"), key=len, reverse=True))
    return Frames(
        hosted=words("hosted"),
        copula=words("copula"),
        openers=words("opener") | set(_SIGNS),
        # The point of an initial ('S. Rahman') ends none.
        clause=re.compile(rf"(?<!\d)(?<!\b[A-ZÄÖÜ](?=\.))[.;:!?]\s|\n|,\s(?:{_alternatives(rows['joint'])})\s"),
        part_of=before("part of"),
        parts=before("parts"),
        aim=before("aim"),
        whose=behind("whose"),
        in_the=before("in the"),
        seated=behind("seated"),
        war=before("war"),
        bearer=before("bearer"),
        event_name=behind("event name"),
        shore=before("shore"),
        event_behind=behind("event behind"),
        house_behind=behind("house behind"),
        locative=before("locative"),
        inside=before("inside"),
        definite=before("definite"),
        within=re.compile(rf"{_alternatives(rows['within'])}|,\s"),
        absent=behind("absent"),
        listed=re.compile(rf"(?:,|{_alternatives(rows['list'])}|\s?[–—]|/| \()\s?(?:(?:{articles}) (?:\w+ )?)?"),
        parallel=behind("parallel"),
        away=before("away"),
        planned_for=before("planned for"),
        planned_behind=behind("planned behind"),
        reached=before("reached"),
        speaks_for=before("speaks for"),
        route_from=before("route from"),
        via=behind("via"),
        route_end=behind("route end"),
        beside=behind("beside"),
        votes=behind("votes"),
        the_city=re.compile(rf"\b(?:{_alternatives(rows['the city'])})\b"),
    )


def _alternatives(rows: Sequence[Row]) -> str:
    return "|".join(row["pattern"] for row in rows)
