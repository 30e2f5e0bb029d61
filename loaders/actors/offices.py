"""Who held an office when: 'der Generalsekretär' needs no name where everyone knows it."""

from functools import cache

from loaders.actors.names import actor_names
from loaders.vocabulary import Row, Vocabulary


@cache
def holders(organisation_id: str, quarter: str, vocabulary: Vocabulary) -> dict[str, Row]:
    """The actors who held the offices of an organisation when a quarter ('2021-Q1') ended, by the words for the office.

    Empty where quarter or organisation is not known.
    """
    if not quarter:
        return {}
    year, _, number = quarter.partition("-Q")
    month = f"{year}-{3 * int(number):02}"
    actors = actor_names(vocabulary).actors
    return {
        word: actors[row["actor_id"]]
        for row in vocabulary.rows("offices")
        if row["organisation_id"] == organisation_id and row["valid_from"][:7] <= month <= row["valid_to"][:7]
        for word in row["pattern"].split("|")
    }
