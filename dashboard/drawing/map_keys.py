"""The legend of the map, and the buttons that go to a part of it."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import basemap
from dashboard.drawing.chart_words import events_in_words
from dashboard.drawing.labels import text_width
from dashboard.drawing.map_places import ROLES, sizes
from dashboard.drawing.patterns import ground_pattern
from dashboard.drawing.style import Look
from dashboard.language import Language, Text

COUNTRY_ONLY = Text(de="nur Staat genannt", en="state only")


SHOW_MENTIONED = Text(de="Nur Erwähnte ein/aus", en="Mentioned only on/off")


ASSUMED = Text(de="Hub, Ort angenommen", en="hub, place assumed")


def legend_entries(rows: pd.DataFrame, symbols: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter | go.Bar]:
    """Traces without a mark that explain what is drawn, nothing else."""
    entries: list[go.Scatter | go.Bar] = []
    names = rows.drop_duplicates("kind_id").set_index("kind_id")["kind"]
    for role in ROLES:
        if role in names.index:
            border = {"color": look.map.border, "width": 1}
            marker = {"color": look.roles[role], "line": border, "pattern": ground_pattern(role, look)}
            entries.append(go.Bar(x=[None], y=[None], marker=marker, name=names[role]))
    counts = symbols.loc[symbols["kind_id"].isin(["city", "region"]), "venue_events"]
    for count in sorted({1, int(counts.max())}) if len(counts) else []:
        size = float(sizes(pd.Series([count, counts.max()]), look.width - 16).iloc[0])
        entries.append(_key(events_in_words(count, lang), "circle", size, look.map.city, look.background))
    if (symbols["kind_id"] == "region").any():
        entries.append(_key(names["region"], "hexagon2", 11, look.map.city, look.background))
    if (symbols["kind_id"] == "country").any():
        entries.append(_key(COUNTRY_ONLY(lang), "square", 9, look.background, look.map.city, 1.8))
    for kind in ("hub", "hub-assumed"):
        if (symbols["kind_id"] == kind).any():
            fill, line = (look.hub, look.background) if kind == "hub" else (look.background, look.hub)
            name = ASSUMED(lang) if kind == "hub-assumed" else names[kind]
            entries.append(_key(name, "diamond", 10, fill, line, 1.8))
    return entries


def _key(name: str, symbol: str, size: float, fill: str, line: str, width: float = 1) -> go.Scatter:
    marker = {"symbol": symbol, "size": size, "color": fill, "line": {"color": line, "width": width}}
    return go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=name)


def view_buttons(
    words: dict[basemap.View, list[dict[str, object]]],
    notes: list[dict[str, object]],
    size: tuple[float, float],
    lang: Language,
    look: Look,
) -> dict[str, object]:
    """Buttons that go to a part of the map, where more names find room."""
    buttons = []
    for view, labels in words.items():
        left, low, right, up, _ = view.window(*size)
        change = {"xaxis.range": [left, right], "yaxis.range": [low, up], "annotations": [*labels, *notes]}
        buttons.append({"label": view.name(lang), "method": "relayout", "args": [change]})
    names = [*(view.name(lang) for view in words), SHOW_MENTIONED(lang)]
    is_tight = look.width < sum(text_width(name, look.font_size) + 26 for name in names)
    kind = {"type": "dropdown", "direction": "down", "showactive": True} if is_tight else {}
    return {**look.buttons(), **kind, "buttons": buttons}


def mentioned_button(drawing: go.Figure, lang: Language, look: Look) -> list[dict[str, object]]:
    """A button that switches what the legend of the figure only offers on and off again; none where it offers nothing."""
    offered = [number for number, trace in enumerate(drawing.data) if trace.visible == "legendonly"]
    if not offered:
        return []
    ways = {"args": [{"visible": True}, offered], "args2": [{"visible": "legendonly"}, offered]}
    button = {"label": SHOW_MENTIONED(lang), "method": "restyle", **ways}
    return [{**look.buttons(), "x": 1, "xanchor": "right", "showactive": True, "active": -1, "buttons": [button]}]
