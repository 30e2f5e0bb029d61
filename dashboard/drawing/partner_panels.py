"""Actors and their partners: a panel an actor, in it a ranked row a partner with mark of kind, name, bar and number.

All lengths are CSS pixels; panels stand in rows of a grid, from left to right, and all bars have one scale.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import plotly.graph_objects as go

from dashboard.drawing.labels import safe, text_width, wrapped
from dashboard.drawing.legends import legend_at_top, legend_lines
from dashboard.drawing.style import Look, framed
from dashboard.language import Language, number

# In the order of the legend; sizes, in parts of a circle's, make them look equally large.
KIND_SYMBOLS = {"person": "circle", "body": "square", "organisation": "diamond", "state": "triangle-up"}
_SIZES = {"square": 0.95, "diamond": 1.2, "triangle-up": 1.25}
_WIDEST, _GAP, _MARK, _BARS = 310, 30, 17, 0.27  # of a panel: its least width, gap to the next, mark, share of the bars
_BOLD = 1.09  # bold type is wider than `text_width` says


@dataclass(frozen=True, slots=True)
class Partner:
    """One row: whom, how many events together, and what a click and a pointer find."""

    name: str
    kind_id: str
    events: int
    query: str
    hover: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One actor: name and facts in its head, its partners in order, and words for those that are left out."""

    name: str
    kind_id: str
    facts: str
    query: str
    hover: str
    partners: Sequence[Partner]
    rest: str = ""


@dataclass(slots=True)
class _Sheet:
    """What has been drawn so far, in pixels from the upper left."""

    words: list[dict[str, object]] = field(default_factory=list)
    marks: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    bars: list[tuple[float, float, int]] = field(default_factory=list)  # left, middle, events
    touched: list[tuple[float, float, float, str, str]] = field(default_factory=list)  # left, top, bottom, query, hover
    rules: str = ""


@dataclass(frozen=True, slots=True)
class _Grid:
    columns: int
    pitch: float
    panel: float
    names: float
    bars: float
    row: float


def figure(panels: Sequence[Panel], kinds: dict[str, str], look: Look, lang: Language) -> go.Figure:
    """The panels, which must not be empty; `kinds` are the words of the kinds of actors, in the order of the legend."""
    largest = max(partner.events for panel in panels for partner in panel.partners)
    grid = _grid(len(panels), number(largest, lang), look)
    sheet, top, bottom = _Sheet(), 0.0, 0.0
    for position, panel in enumerate(panels):
        if position % grid.columns == 0:
            top = bottom + (look.scaled(16) if position else 0)
        bottom = max(bottom, _draw(panel, position % grid.columns * grid.pitch, top, grid, sheet, look))
    traces = [_bars(sheet, grid, largest, look, lang), _touched(sheet, grid), *_marks(sheet, kinds, look)]
    drawing = framed(go.Figure(traces), look, lang)
    head = legend_lines([trace.name for trace in traces if trace.showlegend is not False], look) * (look.font_size + 9) + 14
    line = {"color": look.line, "width": 1}
    drawing.update_layout(
        barmode="overlay",
        height=int(bottom + head + 8),
        margin={"l": 8, "r": 8, "t": head, "b": 8},
        legend=legend_at_top(look),
        annotations=sheet.words,
        shapes=[{"type": "path", "path": sheet.rules, "layer": "below", "line": line}],
    )
    drawing.update_xaxes(range=[0, look.width - 16], visible=False, fixedrange=True, automargin=False)
    return drawing.update_yaxes(range=[bottom, 0], visible=False, fixedrange=True, automargin=False)


def _grid(panels: int, widest_number: str, look: Look) -> _Grid:
    columns = max(1, min(4, int(look.width // look.scaled(_WIDEST)), panels))
    pitch = min((look.width - 16 + _GAP) / columns, look.scaled(520))
    panel = pitch - _GAP
    bars = panel * _BARS
    names = panel - _MARK - bars - text_width(widest_number, look.font_size) - 16
    return _Grid(columns, pitch, panel, names, bars, look.scaled(22))


def _draw(panel: Panel, left: float, top: float, grid: _Grid, sheet: _Sheet, look: Look) -> float:
    """Puts one panel on the sheet and gives its lower end."""
    size, muted = look.font_size, {"color": look.muted, "size": look.font_size - 1}
    sheet.rules += f"M{left:.1f},{top + 1:.1f}H{left + grid.panel:.1f}"
    title = wrapped(panel.name, (grid.panel - _MARK) / _BOLD, size)
    y = top + look.scaled(7)
    sheet.words.append(_words([f"<b>{safe(line)}</b>" for line in title], left + _MARK, y))
    sheet.marks.setdefault(panel.kind_id, []).append((left + _MARK / 2 - 2, y + size * 0.65))
    y += len(title) * size * 1.3
    facts = wrapped(panel.facts, grid.panel - _MARK, size - 1)
    sheet.words.append(_words([safe(line) for line in facts], left + _MARK, y, muted))
    y += len(facts) * size * 1.25 + look.scaled(5)
    heads = [(left, top, y, panel.query, panel.hover)]
    for partner in panel.partners:
        lines = wrapped(partner.name, grid.names, size)
        height = grid.row + (len(lines) - 1) * size * 1.25
        middle = y + height / 2
        sheet.words.append({**_words([safe(line) for line in lines], left + _MARK, middle), "yanchor": "middle"})
        sheet.marks.setdefault(partner.kind_id, []).append((left + _MARK / 2 - 2, middle))
        sheet.bars.append((left + _MARK + grid.names + 6, middle, partner.events))
        sheet.touched.append((left, y, y + height, partner.query, partner.hover))
        y += height
    if panel.rest:
        rest = wrapped(panel.rest, grid.panel - _MARK, size - 1)
        sheet.words.append(_words([safe(line) for line in rest], left + _MARK, y + 2, muted))
        heads.append((left, y, y + len(rest) * size * 1.3 + 4, panel.query, panel.hover))
        y = heads[-1][2]
    sheet.touched += heads
    return y


def _words(lines: Sequence[str], x: float, y: float, font: dict[str, object] | None = None) -> dict[str, object]:
    place = {"x": x, "y": y, "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False, "borderpad": 0}
    return {**place, "text": "<br>".join(lines), **({"font": font} if font else {})}


def _bars(sheet: _Sheet, grid: _Grid, largest: int, look: Look, lang: Language) -> go.Bar:
    return go.Bar(
        orientation="h",
        base=[left for left, _, _ in sheet.bars],
        x=[events / largest * grid.bars for _, _, events in sheet.bars],
        y=[middle for _, middle, _ in sheet.bars],
        width=look.scaled(11),
        marker={"color": look.accent, "line": {"width": 0}},
        text=[number(events, lang) for _, _, events in sheet.bars],
        textposition="outside",
        textfont={"color": look.text, "size": look.font_size},
        textangle=0,
        constraintext="none",
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _touched(sheet: _Sheet, grid: _Grid) -> go.Bar:
    """What the pointer meets: the whole row with its name, since a bar of one event is hard to hit."""
    return go.Bar(
        orientation="h",
        base=[left for left, *_ in sheet.touched],
        x=[grid.panel] * len(sheet.touched),
        y=[(top + bottom) / 2 for _, top, bottom, _, _ in sheet.touched],
        width=[bottom - top for _, top, bottom, _, _ in sheet.touched],
        marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
        customdata=[[query, hover] for *_, query, hover in sheet.touched],
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
    )


def _marks(sheet: _Sheet, kinds: dict[str, str], look: Look) -> list[go.Scatter]:
    """One trace a kind: its shape tells the kind, and the legend what the shape means."""
    symbols = {kind: KIND_SYMBOLS.get(kind, "cross") for kind in kinds}
    return [
        go.Scatter(
            mode="markers",
            x=[x for x, _ in sheet.marks[kind]],
            y=[y for _, y in sheet.marks[kind]],
            marker={"symbol": symbols[kind], "size": look.scaled(8) * _SIZES.get(symbols[kind], 1), "color": look.muted},
            name=word,
            hoverinfo="skip",
        )
        for kind, word in kinds.items()
        if kind in sheet.marks
    ]
