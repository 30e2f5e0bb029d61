"""Marks of charts carry fragments of a query; these put several chosen marks together. Knows no Streamlit."""

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

LONGEST = 300  # single events in one address; servers and mail programs cut longer ones

_ENDS = {"from": min, "to": max}


def merged(fragments: Iterable[str], spans: Mapping[str, tuple[str, str]] | None = None) -> str:
    """One fragment for several marks: the values of each key together, single events as a list of chosen events.

    ['topic=trade&quarter=2021-Q1', 'topic=energy&quarter=2021-Q1'] is 'topic=trade,energy&quarter=2021-Q1'. Stretches of time
    become the one around them. Where marks of different kinds are chosen together (places, and a hub that stands for its
    state), the commonest kind decides: fields narrow each other, so that both would leave almost nothing. `spans` gives first
    and last day of each event; of more than `LONGEST` events the stretch of time they fill is chosen instead.
    """
    parsed = [parse_qsl(fragment) for fragment in fragments if fragment]
    kinds = Counter(_kind(pairs) for pairs in parsed)
    if not kinds:
        return ""
    kind = kinds.most_common(1)[0][0]
    chosen = [dict(pairs) for pairs in parsed if _kind(pairs) == kind]
    values: dict[str, list[str]] = {}
    for key in dict.fromkeys(key for pairs in chosen for key in pairs):
        given = [value for pairs in chosen if key in pairs for value in pairs[key].split(",")]
        if key not in _ENDS:
            values["only" if key == "event" else key] = list(dict.fromkeys(given))
        elif len(given) == len(chosen):  # else one of them is open at this end
            values[key] = [_ENDS[key](given)]
    if spans and len(values.get("only", ())) > LONGEST:
        first, last = zip(*(spans[event_id] for event_id in values.pop("only") if event_id in spans), strict=True)
        values |= {"from": [min(first)], "to": [max(last)]}
    return urlencode({key: ",".join(items) for key, items in values.items()}, safe=",")


def _kind(pairs: list[tuple[str, str]]) -> frozenset[str]:
    """The fields that a fragment narrows, time aside."""
    return frozenset(key for key, _ in pairs if key not in _ENDS)


def event_of(fragments: list[str]) -> str:
    """The event that a single chosen mark opens, '' if the marks are to filter instead."""
    pairs = dict(parse_qsl(fragments[0])) if len(fragments) == 1 else {}
    return pairs.get("event", "")
