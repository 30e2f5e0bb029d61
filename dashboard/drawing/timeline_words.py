"""The words along the time axis of the timeline: months, quarters or years, what lies outside, and the line 'as of'."""

from datetime import date, timedelta

import pandas as pd
from babel.dates import format_date

from dashboard.drawing.labels import text_width, wrapped
from dashboard.drawing.style import Look
from dashboard.drawing.time_axis import Axis, days, first_day, quarter_at, tick_words
from dashboard.language import LOCALES, Language, Text, day

BEFORE = Text(de="vor {when}", en="before {when}")
AFTER = Text(de="ab {when}", en="{when} on")
AS_OF = Text(de="Stand {day}", en="As of {day}")
ANNOUNCED = Text(de="angekündigt", en="announced")


def ticks(axis: Axis, lang: Language, look: Look) -> tuple[list[float], list[str]]:
    """Words in the middle of their month, quarter or year, whichever fits."""
    numbers = list(range(axis.first, axis.last + 1))
    a_quarter = axis.pixels_a_day * 91
    if a_quarter > 3 * 3.2 * look.font_size and len(numbers) <= 8:
        values, words = _months(axis, lang)
    elif a_quarter > 2.45 * look.font_size:
        values = [(first_day(number) + first_day(number + 1)) / 2 for number in numbers]
        words = tick_words([quarter_at(number) for number in numbers], lang)
    else:
        values, words = _years(axis, look)
    outside = (
        (axis.before, (axis.start + axis.range[0]) / 2, BEFORE, axis.first),
        (axis.after, (axis.end + axis.range[1]) / 2, AFTER, axis.last + 1),
    )
    for room, middle, text, number in outside:
        if room:
            values.append(middle)
            words.append(_outside(text, number, room, lang, look))
    return values, words


def _outside(text: Text, number: int, room: float, lang: Language, look: Look) -> str:
    """'vor 2020' or 'vor Q3 2021' in as few lines as the room is wide enough for."""
    at = quarter_at(number)
    words = text(lang, when=at[:4] if at.endswith("Q1") else f"{at[5:]} {at[:4]}")
    return "<br>".join(wrapped(words, room - 2, look.font_size))


def _months(axis: Axis, lang: Language) -> tuple[list[float], list[str]]:
    months = pd.period_range(date.fromordinal(axis.start + 719163), date.fromordinal(axis.end + 719162), freq="M")
    values = [
        (start + end) / 2
        for start, end in zip(days(months.start_time.to_series()), days(months.end_time.to_series()) + 1, strict=True)
    ]
    words = []
    for position, month in enumerate(months):
        word = str(format_date(month.start_time.date(), "LLL", locale=LOCALES[lang])).rstrip(".")
        words.append(f"{word}<br><b>{month.year}</b>" if position == 0 or month.month == 1 else word)
    return values, words


def _years(axis: Axis, look: Look) -> tuple[list[float], list[str]]:
    values, words = [], []
    for year in range(axis.first // 4, axis.last // 4 + 1):
        start, end = max(first_day(year * 4), axis.start), min(first_day(year * 4 + 4), axis.end)
        if (end - start) * axis.pixels_a_day > text_width("2024", look.font_size):
            values.append((start + end) / 2)
            words.append(f"<b>{year}</b>")
    return values, words


def above(values: list[float], words: list[str], look: Look) -> list[dict[str, object]]:
    """The words of the axis once more, over the plot."""
    place = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": {"color": look.muted}}
    # Above the plot the year stands over its quarter, so that all quarters are on one line.
    lines = ["<br>".join(reversed(word.split("<br>"))) if "<b>" in word else word for word in words]
    return [{"text": line, "x": value, **place} for value, line in zip(values, lines, strict=True)]


def stand_of(rows: pd.DataFrame) -> int:
    """The first day after the last quarter told of: what lies beyond it was announced, not told."""
    return int(days(rows["told_until"]).max()) + 1


def as_of(stand: int, axis: Axis, lift: float, left: float, look: Look, lang: Language) -> list[dict[str, object]]:
    """'As of …' beside the line at `stand`, `lift` pixels over the plot, which begins `left` pixels from the edge.

    Nothing where the axis ends before the line.
    """
    if stand > axis.end:
        return []
    font = {"color": look.accent, "size": look.font_size - 1}
    label = {"x": stand, "yref": "paper", "y": 1, "yshift": lift, "yanchor": "bottom", "showarrow": False, "font": font}
    text = AS_OF(lang, day=day(date(1970, 1, 1) + timedelta(days=stand - 1), lang))
    before, after = ((stand - axis.range[0]) * axis.pixels_a_day + left, (axis.range[1] - stand) * axis.pixels_a_day)
    if text_width(text, look.font_size - 1) + 3 > before:
        return [{"text": text, "xanchor": "left", "xshift": 3, **label}]
    words = [{"text": text, "xanchor": "right", "xshift": -3, **label}]
    if after > text_width(ANNOUNCED(lang), look.font_size) + 20:
        words.append({"text": f"{ANNOUNCED(lang)} →", "xanchor": "left", "xshift": 3, **label})
    return words
