"""Marks of charts carry fragments of a query; these put several chosen marks together. Knows no Streamlit."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode


def merged(fragments: Iterable[str]) -> str:
    """One fragment for several marks: the values of each key together, single events as a list of chosen events.

    ['topic=trade&quarter=2021-Q1', 'topic=energy&quarter=2021-Q1'] is 'topic=trade,energy&quarter=2021-Q1'.
    """
    values: dict[str, dict[str, None]] = {}
    for fragment in fragments:
        for key, value in parse_qsl(fragment):
            values.setdefault("only" if key == "event" else key, {}).update(dict.fromkeys(value.split(",")))
    return urlencode({key: ",".join(items) for key, items in values.items()}, safe=",")


def event_of(fragments: list[str]) -> str:
    """The event that a single chosen mark opens, '' if the marks are to filter instead."""
    pairs = dict(parse_qsl(fragments[0])) if len(fragments) == 1 else {}
    return pairs.get("event", "")
