"""The year of a date that names none: taken from the heading, the text before it or the briefing's quarter."""

from collections.abc import Callable, Iterable, Sequence

from loaders.dates import periods
from loaders.dates.grammar import Part
from loaders.dates.periods import Period

# How far a date may lie from what gives it its year, in days: from a date of the same sentence, from one told before,
# and from the quarter for the quarter to be the better guess than the date told before.
_NEAR_IN_SENTENCE = 62
_NEAR_IN_TEXT = 45
_NEAR_QUARTER = 31
# What lies so near to the date told before says that one again.
_SAME_DAYS = 3
# The dates of a sentence that looks no further than a year back or ahead belong together up to half a year.
_SAME_STORY = 183
_RECENT = 366
# A time this far from the quarter is told as history.
_HISTORIC = 1100


def dated(
    part: Part,
    sentence: Sequence[Period],
    heading: Sequence[Period],
    told: Sequence[Period],
    quarter: Period | None,
    direction: Callable[[], int],
) -> Period | None:
    """The most plausible time for a part without a year; None where no year gives such a day or nothing tells a year.

    In this order: on the days of the `heading`; next to a time of the same `sentence`; in the month of the `heading`;
    within the `quarter`; in one story with the sentence; next to the last time `told`; the one nearest to the quarter, on
    the side `direction` tells: 1 for words of the future, -1 for words of the past, 0 for neither. Times as long as a year
    say too little.
    """
    recent = [period for period in told if not quarter or quarter.days_to(period) <= _RECENT]
    ahead, before = _last_fine(sentence), _last_fine(recent or told)
    if quarter and ahead and quarter.days_to(ahead[0]) > _HISTORIC and _falls_into(part, quarter):
        # 'The founding on 15 June 2001 was marked on 15 June.'
        ahead = []
    known = [*ahead, *heading, *before, *([quarter] if quarter else [])]
    around = {period.start.year + step for period in known for step in (-1, 0, 1)}
    choices = [period for year in sorted(around) if 1 < year < 9998 and (period := part.period(year))]
    if quarter and not part.period(quarter.start.year):
        # There is no 29 February in the quarter's year: it is of another one only where the text names that.
        named = {period.start.year for period in (*sentence, *told, *heading)}
        choices = [period for period in choices if period.start.year in named]
    if not choices:
        return None
    of_quarter = [quarter] if quarter else []
    at_quarter = quarter is not None and min(map(quarter.days_to, choices)) <= _NEAR_QUARTER
    # 'im ersten … und im vierten Quartal' are of one year, though the other fourth quarter lies nearer.
    is_coarse = choices[0].precision == "quarter"
    for anchors, reach in (
        ([period for period in heading if period.precision == "day"], 0),
        ([] if is_coarse else ahead, _NEAR_IN_SENTENCE),
        ([_whole_months(period) for period in heading], 0),
        (of_quarter, 0),
        ([period for period in before if period.precision == "day"], _SAME_DAYS),
        ([period for period in ahead if quarter and quarter.days_to(period) <= _RECENT], _SAME_STORY),
        ([] if at_quarter else before, _NEAR_IN_TEXT),
    ):
        is_recent = quarter is not None and all(quarter.days_to(anchor) <= _RECENT for anchor in anchors)
        by_words = is_recent and bool(anchors) and reach in (_SAME_STORY, _NEAR_IN_TEXT)
        sided = _on_side(choices, quarter, direction()) if quarter and by_words else choices
        near = [(anchor.days_to(choice), choice.start, choice) for anchor in anchors for choice in sided]
        found = min(near)[2] if near else None
        is_past = bool(quarter and found and found.end < quarter.start and quarter.days_to(found) > _SAME_STORY)
        if reach and is_past and direction() > 0:
            # 'It began in September 2021; on 15 September they are to sign.'
            continue
        if near and min(near)[0] <= reach:
            return min(near)[2]
    return _nearest(choices, quarter or known[-1], direction() if quarter else 0)


def _falls_into(part: Part, quarter: Period) -> bool:
    period = part.period(quarter.start.year)
    return period is not None and quarter.days_to(period) == 0


def _nearest(choices: list[Period], base: Period, side: int) -> Period:
    return min(_on_side(choices, base, side), key=lambda choice: (base.days_to(choice), choice.start))


def _on_side(choices: list[Period], base: Period, side: int) -> list[Period]:
    """The choices not before `base` where `side` is 1, not after it where it is -1; all where that leaves none."""
    sided = [choice for choice in choices if side == 0 or (choice.start >= base.start if side > 0 else choice.end <= base.end)]
    return sided or choices


def _last_fine(told: Iterable[Period]) -> list[Period]:
    return [period for period in told if period.precision != "year"][-1:]


def _whole_months(period: Period) -> Period:
    first, last = period.start, period.end
    return periods.months(first.year, first.month, 12 * (last.year - first.year) + last.month - first.month + 1)
