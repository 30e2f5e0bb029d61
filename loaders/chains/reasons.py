"""The reasons of a link in words, German and English."""

from collections.abc import Callable, Mapping

from loaders.chains.compare import Link
from loaders.chains.tellings import RowsOf
from loaders.vocabulary import Vocabulary

Labels = Mapping[str, Mapping[str, str]]  # kind of thing -> id -> label
_SHOWN_AS = {"series": "series", "place": "places", "actors": "actors", "country": "countries"}


def reasons_in_words(rows: RowsOf, vocabulary: Vocabulary, language: str) -> Callable[[Link], str]:
    """A function that says why a link holds, in 'de' or 'en': 'gleiche Reihe: Rat der Außenminister; gleiches Datum'."""
    texts = {row["chain_rule_id"]: row[f"label_{language}"] for row in vocabulary.rows("chain_rules")}
    labels = _labels(rows, vocabulary, f"label_{language}")

    def said(found: Link) -> str:
        return "; ".join(
            texts[rule].format(value=", ".join(labels.get(_SHOWN_AS.get(rule, ""), {}).get(value, value) for value in values))
            for rule, values in found.reasons
        )

    return said


def _labels(rows: RowsOf, vocabulary: Vocabulary, column: str) -> Labels:
    places = list(rows["places"])
    return {
        "series": {row["event_series_id"]: row[column] for row in vocabulary.rows("event_series")},
        "places": {str(row["place_id"]): str(row[column]) for row in places},
        "countries": {str(row["country_code"]): str(row[column]) for row in places if row["kind"] == "country"},
        "actors": {str(row["actor_id"]): str(row[column]) for row in rows["actors"]},
    }
