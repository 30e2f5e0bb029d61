"""The drawing of chains: titles, marks of the tellings, bars of the dates told, and the last date in words."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.chain_course import REPLACED
from dashboard.drawing.chain_layout import Sizes, axis_for, chains_of, fitting, marks_of, sizes_for
from dashboard.drawing.chain_rows import shift_in_words
from dashboard.drawing.chart_words import CLICK_EVENT, hover_lines
from dashboard.drawing.colours import faded
from dashboard.drawing.labels import safe, text_width
from dashboard.drawing.legends import STATUS_SYMBOLS, legend_at_top, legend_lines, status_markers
from dashboard.drawing.style import Look, framed
from dashboard.drawing.time_axis import Axis, first_day, quarter_at, tick_words
from dashboard.language import Language, Text, number

_FOOT = 10  # pixels
_WIDEST_GAP = 20  # days; four tellings of one briefing stay within its quarter

TOLD = Text(de="genannt in {quarter}: {status}", en="mentioned in {quarter}: {status}")


FOR = Text(de="Termin: {period}", en="date: {period}")


AT = Text(de="Ort: {place}", en="place: {place}")


DATE = Text(de="genannter Termin", en="date given")


SHOWN = Text(de="gezeigt sind {shown}, alle in der Tabelle", en="{shown} are shown, all in the table")


SHOWN_ALONE = Text(de="gezeigt sind {shown}", en="{shown} are shown")


EARLIER = Text(de="früher genannter", en="earlier date given")


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The marks of `charts.chains.rows`, which must not be empty."""
    sizes = sizes_for(look)
    chains = chains_of(rows, lang)
    totals = chains["outcome_id"].value_counts()
    chains = fitting(chains, sizes, look, look.height - _top(rows, sizes, look, lang) - _FOOT if look.height else 0)
    rows = rows[rows["chain_id"].isin(chains["chain_id"])]
    axis = axis_for(rows, look.width - 16 - sizes.titles - sizes.words)
    marks = marks_of(rows, chains, min(look.scaled(7) / axis.pixels_a_day, _WIDEST_GAP))
    height = float(chains["bottom"].iloc[-1])
    drawing = go.Figure([_dates(marks, axis, sizes, look, lang), _tellings(marks, look, lang), *_legend(marks, look, lang)])
    framed(drawing, look, lang)
    top = _top(rows, sizes, look, lang)
    values, words = _ticks(axis, lang, look)
    drawing.update_layout(
        height=int(top + height + _FOOT),
        margin={"l": 8 + sizes.titles, "r": 8 + sizes.words, "t": top, "b": _FOOT},
        barmode="overlay",
        legend=legend_at_top(look),
        shapes=[*_grid(axis, chains, sizes, look), *_threads(marks, axis, look)],
        annotations=_words(chains, totals, sizes, look, lang),
    )
    drawing.update_xaxes(
        range=axis.range,
        side="top",
        tickvals=values,
        ticktext=words,
        tickangle=0,
        ticks="",
        tickfont={"color": look.muted},
        showgrid=False,
    )
    drawing.update_xaxes(automargin=False, fixedrange=True)
    return drawing.update_yaxes(range=[height, 0], visible=False, fixedrange=True, automargin=False)


def _top(rows: pd.DataFrame, sizes: Sizes, look: Look, lang: Language) -> float:
    """Pixels of legend and heads of the time axis."""
    entries = [*rows["status"].unique(), DATE(lang), *([EARLIER(lang)] if (rows["standing_id"] == REPLACED).any() else [])]
    lines = legend_lines(entries, look, beside=sizes.titles + sizes.words + 16)
    return lines * (look.font_size + 9) + look.font_size * 2.7 + 12


def _dates(marks: pd.DataFrame, axis: Axis, sizes: Sizes, look: Look, lang: Language) -> go.Bar:
    """The last date of each chain as a bar, a date it was moved from as an empty one."""
    shown = marks[marks["is_last"] | marks["is_replaced"]]
    colours = [look.outcome(outcome) for outcome in shown["outcome_id"]]
    last = shown["is_last"].to_numpy()
    vague = (shown["date_precision"] != "day").to_numpy()
    fills = [
        look.background if not is_last else faded(colour, 0.28 if is_vague else 0.75)
        for colour, is_last, is_vague in zip(colours, last, vague, strict=True)
    ]
    return go.Bar(
        orientation="h",
        base=shown["start"].to_numpy(float),
        x=np.maximum(shown["end"] - shown["start"], 5 / axis.pixels_a_day).to_numpy(float),
        y=shown["y"].to_numpy(float),
        width=sizes.band,
        marker={"color": fills, "line": {"color": colours, "width": np.where(last & ~vague, 0, 1)}},
        customdata=_custom(shown, lang),
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
    )


def _tellings(marks: pd.DataFrame, look: Look, lang: Language) -> go.Scatter:
    colours = [look.outcome(outcome) for outcome in marks["outcome_id"]]
    return go.Scatter(
        x=marks["told"].to_numpy(float),
        y=marks["y"].to_numpy(float),
        mode="markers",
        marker=status_markers(marks["status_id"].tolist(), colours, look.scaled(9), look),
        customdata=_custom(marks, lang),
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
    )


def _custom(marks: pd.DataFrame, lang: Language) -> list[list[str]]:
    """Query and hover text of each telling."""
    pairs = []
    for mark in marks.itertuples():
        change = f", {mark.change}" if mark.change_id != "first" else ""
        shift = f" ({shift_in_words(int(mark.shift_days), lang)})" if pd.notna(mark.shift_days) else ""
        place = ", ".join(filter(None, (mark.venues, mark.place_change)))
        lines = [
            f"<b>{hover_lines(mark.chain)}</b>",
            hover_lines(TOLD(lang, quarter=mark.quarter_label, status=mark.status)),
            hover_lines(FOR(lang, period=mark.period) + change + shift),
            *([hover_lines(AT(lang, place=place))] if place else []),
            *([hover_lines(mark.reason)] if mark.reason else []),
            f"<i>{CLICK_EVENT(lang)}</i>",
        ]
        pairs.append([f"event={mark.event_id}", "<br>".join(lines)])
    return pairs


def _threads(marks: pd.DataFrame, axis: Axis, look: Look) -> list[dict[str, object]]:
    """A line from the first telling to the last, and a dotted one on to the date."""
    solid, dotted = "", ""
    for _, chain in marks.groupby("chain_id", sort=False):
        y, last = chain["y"].iloc[0], chain.iloc[-1]
        if len(chain) > 1:
            solid += f"M{chain['told'].iloc[0]:.0f},{y:.1f}H{last['told']:.0f}"
        edge = last["start"] if last["told"] < last["start"] else last["end"]
        if not last["start"] <= last["told"] <= last["end"]:
            dotted += f"M{last['told']:.0f},{y:.1f}H{min(max(edge, axis.start), axis.end):.0f}"
    paths = ((solid, "solid", look.line), (dotted, "2px,3px", look.line))
    return [
        {"type": "path", "path": path, "layer": "below", "line": {"color": colour, "width": 1, "dash": dash}}
        for path, dash, colour in paths
        if path
    ]


def _legend(marks: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter | go.Bar]:
    words = marks.drop_duplicates("status_id").set_index("status_id")["status"]
    order = {status: position for position, status in enumerate(STATUS_SYMBOLS)}
    entries: list[go.Scatter | go.Bar] = [
        go.Scatter(
            x=[None], y=[None], mode="markers", marker=status_markers([status], [look.muted], look.scaled(9), look), name=word
        )
        for status, word in words.sort_index(key=lambda ids: [order.get(status, 9) for status in ids]).items()
    ]
    solid = {"color": faded(look.muted, 0.75), "line": {"width": 0}}
    hollow = {"color": look.background, "line": {"color": look.muted, "width": 1}}
    entries.append(go.Bar(x=[None], y=[None], marker=solid, name=DATE(lang)))
    if marks["is_replaced"].any():
        entries.append(go.Bar(x=[None], y=[None], marker=hollow, name=EARLIER(lang)))
    return entries


def _grid(axis: Axis, chains: pd.DataFrame, sizes: Sizes, look: Look) -> list[dict[str, object]]:
    """The borders of quarters and years; broken off past titles that stand above their rows."""
    bottoms = chains["bottom"].tolist()
    rows = [(0.0, bottoms[-1])]
    if not sizes.titles:
        rows = list(zip((chains["y"] - sizes.band / 2 - 4).tolist(), bottoms, strict=True))
    paths: list[dict[str, object]] = []
    for is_year, colour in ((False, look.grid), (True, look.line)):
        borders = [first_day(number) for number in range(axis.first, axis.last + 2) if (number % 4 == 0) == is_year]
        path = "".join(f"M{border},{top:.0f}V{bottom:.0f}" for border in borders for top, bottom in rows)
        if path:
            paths.append({"type": "path", "path": path, "layer": "below", "line": {"color": colour, "width": 0.7}})
    return paths


def _ticks(axis: Axis, lang: Language, look: Look) -> tuple[list[float], list[str]]:
    numbers = list(range(axis.first, axis.last + 1))
    if axis.pixels_a_day * 91 > 1.5 * look.font_size:
        words = tick_words([quarter_at(number) for number in numbers], lang, above=True)
        return [(first_day(number) + first_day(number + 1)) / 2 for number in numbers], words
    years = range(axis.first // 4, axis.last // 4 + 1)
    spans = [(max(first_day(year * 4), axis.start), min(first_day(year * 4 + 4), axis.end)) for year in years]
    wide = [(end - start) * axis.pixels_a_day > text_width("2024", look.font_size) for start, end in spans]
    values = [sum(span) / 2 for span, fits in zip(spans, wide, strict=True) if fits]
    return values, [f"<b>{year}</b>" for year, fits in zip(years, wide, strict=True) if fits]


def _words(chains: pd.DataFrame, totals: pd.Series, sizes: Sizes, look: Look, lang: Language) -> list[dict[str, object]]:
    """Heads of the groups, titles, and dates."""
    words: list[dict[str, object]] = []
    left = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -sizes.titles, "showarrow": False, "align": "left"}
    right = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 8, "showarrow": False, "align": "left"}
    shown = chains["outcome_id"].value_counts()
    words_of = SHOWN_ALONE if look.height else SHOWN
    for chain in chains.itertuples():
        if chain.is_first:
            head = f"<b>{chain.outcome[:1].upper()}{chain.outcome[1:]}</b>  {number(int(totals[chain.outcome_id]), lang)}"
            if shown[chain.outcome_id] < totals[chain.outcome_id]:
                head += f" <span style='color:{look.muted}'>– {words_of(lang, shown=shown[chain.outcome_id])}</span>"
            words.append(
                {**left, "text": head, "y": chain.head, "yanchor": "top", "font": {"color": look.outcome_text(chain.outcome_id)}}
            )
        title, dates = safe("\n".join(chain.lines)).replace("\n", "<br>"), "<br>".join(chain.date_lines)
        if sizes.titles:
            words.append({**left, "text": title, "y": chain.y, "yanchor": "middle"})
            words.append({**right, "text": dates, "y": chain.y, "yanchor": "middle", "font": {"color": look.muted}})
        else:
            text = f"{title}<br><span style='color:{look.muted}'>{dates}</span>"
            words.append({**left, "text": text, "y": chain.top, "yanchor": "top"})
    return words
