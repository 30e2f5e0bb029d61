"""Chains: the same event told in several briefings, and announcements nobody came back to.

    clues      of each briefing: the series, names, numbers and words of its events       (series, belonging, bodies, words)
    tellings   an event with all that its identity can rest on, from the rows of all briefings
    compare    what parts two tellings, and what links them                                        (times)
    clusters   links, the surest first, joined into chains without contradiction
    reasons    why, in words

Precision before recall: an event joins a chain only if its time allows it, nothing contradicts any telling of the chain, and
a series, a proper name, or place, kind and rare words together speak for it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from loaders.chains.clusters import Chain, chains_of
from loaders.chains.reasons import reasons_in_words
from loaders.chains.state import Told, outcome, title
from loaders.chains.tellings import RowsOf, tellings
from loaders.vocabulary import Vocabulary


class Linked(NamedTuple):
    """Rows of the tables `chains` and `chain_links`, and the chain of each event that has one."""

    chains: list[dict[str, object]]
    links: list[dict[str, object]]
    members: Mapping[str, str]


def link_chains(rows: RowsOf, vocabulary: Vocabulary) -> Linked:
    """Finds the chains of all events. `rows` holds the tables, whole dimensions `places` and `actors`, and `chain_clues`."""
    found = chains_of(tellings(rows, vocabulary))
    languages = {str(row["briefing_id"]): str(row["language"]) for row in rows["briefings"]}
    last_quarter = max((str(row["quarter"]) for row in rows["briefings"]), default="")
    german, english = (reasons_in_words(rows, vocabulary, language) for language in ("de", "en"))
    labels = {row["event_series_id"]: row for row in vocabulary.rows("event_series")}
    return Linked(
        [_chain_row(chain, labels, languages, last_quarter) for chain in found],
        [
            {
                "chain_id": _chain_id(chain),
                "event_id": telling.event_id,
                "joined_to": (link.earlier if link.later is telling else link.later).event_id,
                "reason_de": german(link),
                "reason_en": english(link),
            }
            for chain in found
            for telling, link in chain.links
        ],
        {telling.event_id: _chain_id(chain) for chain in found for telling in chain.tellings},
    )


def _chain_id(chain: Chain) -> str:
    return f"c-{chain.tellings[0].event_id}"


def _chain_row(
    chain: Chain, labels: Mapping[str, Mapping[str, str]], languages: Mapping[str, str], last_quarter: str
) -> dict[str, object]:
    told = [Told(one.quarter, one.status, one.start, one.end, one.title, one.is_main) for one in chain.tellings]
    first, series = chain.tellings[0].briefing_id, _series(chain)
    label = labels[series]["label_en" if languages[first] == "en" else "label_de"] if series else ""
    return {
        "chain_id": _chain_id(chain),
        "title": title(told, label),
        "series_id": series,
        "first_announced": first,
        "outcome": outcome(told, last_quarter),
    }


def _series(chain: Chain) -> str:
    """The series that the chain's tellings name themselves, else the one that their sections name for them."""
    ranked = sorted(chain.tellings, key=lambda telling: not telling.is_own)
    return next((telling.series.series_id for telling in ranked if telling.series), "")
