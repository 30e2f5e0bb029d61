"""What the tellings of one event make of it: whether they are a chain, its title and its outcome.

Pure functions of the tellings, in order of briefing and text: of all of them, or only of those up to some briefing, so that
'as of the first quarter of 2021' follows the same rules as today.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

HELD, MOVED, CANCELLED, OPEN, SILENT = "held", "moved", "cancelled", "open", "silent"
_HEADED_BEST = ("occurred", "planned", "postponed", "cancelled")


class Told(NamedTuple):
    """One telling of an event: in which quarter ('2021-Q1') it was told, its status, the first and last day it names.

    `is_main` tells that `title` is the heading of a section about it.
    """

    quarter: str
    status: str
    start: date
    end: date
    title: str
    is_main: bool


def is_chain(told: Sequence[tuple[str, str]]) -> bool:
    """Whether tellings, as pairs of quarter and status, make a chain: two briefings tell of it, or it was announced."""
    return len({quarter for quarter, _ in told}) > 1 or any(status != "occurred" for _, status in told)


def outcome(told: Sequence[Told], last_quarter: str) -> str:
    """The outcome of a chain of at least one telling, as known at the end of `last_quarter`.

    - held: some briefing says that it took place, at whatever date and place;
    - cancelled: the newest briefing that speaks of it only says that it is called off;
    - moved: that briefing puts it off, or names a time wholly after the one first announced, and none says it took place;
    - open: it was announced, and its last day lies behind the newest quarter;
    - silent: that day has passed, and no briefing came back to it.
    """
    if any(telling.status == "occurred" for telling in told):
        return HELD
    newest = max(telling.quarter for telling in told)
    standing = [telling for telling in told if telling.quarter == newest and telling.status != "cancelled"]
    if not standing:
        return CANCELLED
    if any(telling.status == "postponed" or telling.start > told[0].end for telling in standing):
        return MOVED
    return OPEN if max(telling.end for telling in standing) > last_day(last_quarter) else SILENT


def title(told: Sequence[Told], series: str) -> str:
    """The heading of a section about the event, of one that it was held first; else what is first said of it.

    `series` is what the recurring event is called, '' if it is none: it stands before words such as 'the next meeting'.
    """
    headed = sorted((telling for telling in told if telling.is_main), key=lambda telling: _HEADED_BEST.index(telling.status))
    if headed:
        return headed[0].title
    said = next((telling.title for telling in told if not telling.title.startswith("…")), told[0].title)
    return f"{series}: {said.removeprefix('… ')}" if series else said


def last_day(quarter: str) -> date:
    """The last day of a quarter such as '2021-Q1'."""
    year, number = int(quarter[:4]), int(quarter[-1])
    return date(year, 3 * number, 31 if number in (1, 4) else 30)
