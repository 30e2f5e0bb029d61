"""The layers of the map, from the ground up: land, members, states named without a city, hubs, cities, words.

Everything is drawn in kilometres of the projection on plain axes, so that nothing is asked from a server of maps.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import shapely

from dashboard import basemap, map_words
from dashboard.chart_words import CLICK_FILTER, events_in_words
from dashboard.labels import text_width
from dashboard.language import Language, Text
from dashboard.style import Look, faded, framed, legend_at_top, legend_lines

ROLES = ("member", "observer", "partner")
COUNTRY_ONLY = Text(de="nur Staat genannt", en="state only")
MENTIONED = Text(de="nur erwähnt", en="mentioned only")
ASSUMED = Text(de="Hub, Ort angenommen", en="hub, place assumed")
MENTIONS = Text(de="{events} mit Erwähnung", en="{events} mentioning it")
SINCE = Text(de="seit {when}", en="since {when}")
AGREED = Text(de="vereinbart: {when}", en="agreed: {when}")
TALLEST = 720.0


@dataclass(frozen=True, slots=True)
class Colours:
    land: str
    border: str
    city: str
    dispute: str


LIGHT = Colours("#edeeec", "#ffffff", "#0b5394", "#8b97a3")
DARK = Colours("#222b34", "#0f151c", "#7cbcf5", "#75818d")


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The map of `charts.map.rows`."""
    colours = DARK if look.dark else LIGHT
    wide = look.width - 16.0
    high = min(basemap.WHOLE.height * wide / basemap.WHOLE.width, TALLEST if not look.small else 420)
    places = located(rows)
    symbols = symbols_of(places, wide)
    symbols = beside_cities(symbols, basemap.WHOLE.window(wide, high)[-1])
    words = {view: map_words.annotations(symbols, rows, view, (wide, high), lang, look) for view in basemap.VIEWS}
    drawing = go.Figure(
        [
            _land(rows, colours),
            *_members(rows, colours, look, lang),
            *_hatched(places, colours, look),
            _disputed(colours),
            *_symbols(symbols, colours, look, lang),
            *_legend(rows, symbols, colours, look, lang),
            *_mentions(places, colours, look, lang),
        ]
    )
    framed(drawing, look, lang)
    names = [trace.name for trace in drawing.data if trace.name and trace.showlegend is not False]
    top = legend_lines(names, look) * (look.font_size + 9) + 12 + (0 if look.small else look.font_size * 2.4)
    notes, bottom = map_words.notes(rows, places, basemap.WHOLE.window(wide, high), lang, look)
    left, low, right, up, _ = basemap.WHOLE.window(wide, high)
    axis = {"visible": False, "automargin": False}
    drawing.update_xaxes(range=[left, right], constrain="range", **axis)
    drawing.update_yaxes(range=[low, up], scaleanchor="x", constrain="range", **axis)
    drawing.update_layout(
        height=int(high + top + bottom),
        margin={"l": 8, "r": 8, "t": top, "b": bottom},
        legend={**legend_at_top(look), "itemclick": "toggle", "itemsizing": "trace"},
        annotations=[*words[basemap.WHOLE], *notes],
        updatemenus=[] if look.small else [_views(words, notes, (wide, high), lang, look)],
    )
    return drawing


def located(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of places and hubs with `x` and `y` in kilometres (NaN: nowhere on the map); a state stands in its middle."""
    places = rows[rows["kind_id"].isin(["city", "region", "country", "hub", "hub-assumed"])].copy()
    places["x"], places["y"] = basemap.project(places["longitude"], places["latitude"])
    middles = basemap.countries()
    of_state = places["kind_id"] == "country"
    for axis in ("x", "y"):
        places.loc[of_state, axis] = places.loc[of_state, "country_code"].map(middles[axis])
    return places


def symbols_of(places: pd.DataFrame, wide: float) -> pd.DataFrame:
    """What gets a symbol: hubs and venues that lie on the map, with `size` (pixels across) and `name`, the smallest last."""
    hubs = places["kind_id"].str.startswith("hub")
    shown = places[(hubs | (places["venue_events"] > 0)) & places["x"].notna()].copy()
    shown["size"] = sizes(shown["venue_events"], wide)
    is_hub = shown["kind_id"].str.startswith("hub")
    shown.loc[is_hub, "size"] = 11 if wide > 600 else 9
    shown.loc[shown["kind_id"] == "country", "size"] = 10 if wide > 600 else 8
    shown["name"] = np.where(is_hub, "eWTP " + shown["place"], shown["place"])
    return shown.sort_values("size", ascending=False, kind="stable")


def beside_cities(symbols: pd.DataFrame, scale: float) -> pd.DataFrame:
    """The symbol of a state moved out of the way of the cities' symbols, but not out of the state."""
    moved = symbols.copy()
    steps = [(0, 0), *((radius * np.cos(angle), radius * np.sin(angle)) for radius in (14, 24, 36) for angle in np.arange(8) * np.pi / 4)]
    for index, state in symbols[symbols["kind_id"] == "country"].iterrows():
        others = moved.drop(index)
        area = basemap.countries().loc[state["country_code"], "geometry"]
        for right, up in steps:
            x, y = state["x"] + right * scale, state["y"] + up * scale
            apart = np.hypot(others["x"] - x, others["y"] - y) / scale - (others["size"] + state["size"]) / 2
            if (apart > 3).all() and shapely.contains_xy(area, x, y):
                moved.loc[index, ["x", "y"]] = x, y
                break
    return moved


def sizes(counts: pd.Series, wide: float) -> pd.Series:
    """Pixels across, so that the areas are as the counts; one event is never smaller than can be hit."""
    largest = 30.0 if wide > 600 else 20.0
    unit = min(largest / np.sqrt(max(counts.max(), 1)), 12.0 if wide > 600 else 9.0) if len(counts) else 0
    return np.maximum(np.sqrt(counts) * unit, 6.0 if wide > 600 else 5.0)


def _land(rows: pd.DataFrame, colours: Colours) -> go.Scatter:
    members = set(rows.loc[rows["kind_id"].isin(ROLES), "country_code"])
    others = sorted(set(basemap.countries().index) - members)
    return _area(others, colours.land, colours, hoverinfo="skip", showlegend=False)


def _area(codes: list[str], fill: str, colours: Colours, **more: object) -> go.Scatter:
    x, y = basemap.outlines(codes)
    line = {"color": colours.border, "width": 0.7}
    return go.Scatter(x=x, y=y, mode="lines", fill="toself", fillcolor=fill, line=line, **more)


def _members(rows: pd.DataFrame, colours: Colours, look: Look, lang: Language) -> list[go.Scatter]:
    """One area a state, so that it can say its name, its role and its events."""
    events = rows[rows["kind_id"].isin(["city", "region", "country"])].groupby("country_code")["venue_events"].sum()
    areas = []
    for role in ROLES:
        for state in rows[rows["kind_id"] == role].itertuples():
            words = f"<b>{state.place}</b><br>{state.kind}, {SINCE(lang, when=state.since)}"
            count = int(events.get(state.country_code, 0))
            text = f"{words}<br>{events_in_words(count, lang)}" if count else words
            more = {"text": text, "hoverinfo": "text", "hoveron": "fills", "showlegend": False}
            areas.append(_area([state.country_code], look.roles[role], colours, **more))
    return areas


def _hatched(places: pd.DataFrame, colours: Colours, look: Look) -> list[go.Scatter]:
    """States that are a venue by name alone."""
    codes = sorted(places.loc[(places["kind_id"] == "country") & (places["venue_events"] > 0), "country_code"].unique())
    if not codes:
        return []
    pattern = {"shape": "/", "fgcolor": faded(colours.city, 0.3), "bgcolor": "rgba(0,0,0,0)", "size": 9, "solidity": 0.08}
    x, y = basemap.outlines(codes)
    line = {"color": colours.border, "width": 0.7}
    return [go.Scatter(x=x, y=y, mode="lines", fill="toself", fillpattern=pattern, line=line, hoverinfo="skip", showlegend=False)]


def _disputed(colours: Colours) -> go.Scatter:
    x, y = basemap.disputed_lines()
    line = {"color": colours.dispute, "width": 1, "dash": "2px,2px"}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _mentions(places: pd.DataFrame, colours: Colours, look: Look, lang: Language) -> list[go.Scatter]:
    """Hollow symbols of what is only mentioned; hidden as long as there are venues to show."""
    mentioned = places[(places["mention_events"] > 0) & places["x"].notna()]
    if mentioned.empty or look.small:
        return []
    visible = True if (places["venue_events"] == 0).all() else "legendonly"
    size = sizes(mentioned["mention_events"], look.width) + 4
    hover = [
        _hover(row.place, row.country, row.kind, MENTIONS(lang, events=events_in_words(row.mention_events, lang)), CLICK_FILTER(lang))
        for row in mentioned.itertuples()
    ]
    marker = {"symbol": "circle-open", "size": size, "color": colours.city, "line": {"width": 1.3}, "opacity": 0.75}
    return [
        go.Scatter(
            x=mentioned["x"].to_numpy(),
            y=mentioned["y"].to_numpy(),
            mode="markers",
            marker=marker,
            text=hover,
            hovertemplate="%{text}<extra></extra>",
            customdata=("place=" + mentioned["place_id"] + "&role=mention").to_numpy(object).reshape(-1, 1),
            name=MENTIONED(lang),
            visible=visible,
        )
    ]


def _hover(place: str, country: str, kind: str, *lines: str) -> str:
    where = f"{kind}, {country}" if country and country != place else kind
    return "<br>".join([f"<b>{place}</b>", where, *(line for line in lines[:-1] if line), f"<i>{lines[-1]}</i>" if lines[-1] else ""]).removesuffix("<br>")


_SHAPES = {"city": "circle", "region": "circle", "country": "square", "hub": "diamond", "hub-assumed": "diamond"}


def _symbols(symbols: pd.DataFrame, colours: Colours, look: Look, lang: Language) -> list[go.Scatter]:
    """One trace for all symbols: filled where the place is known, hollow where only its state is."""
    if symbols.empty:
        return []
    hollow = symbols["kind_id"].isin(["country", "hub-assumed"])
    is_hub = symbols["kind_id"].str.startswith("hub")
    ink = np.where(is_hub, look.hub, colours.city)
    told = set(symbols.loc[symbols["venue_events"] > 0, "country_code"])
    queries = np.where(
        is_hub,
        np.where(symbols["country_code"].isin(told), "country=" + symbols["country_code"], ""),
        "place=" + symbols["place_id"] + "&role=venue",
    )
    hover = [
        _hover(
            row.name_,
            row.country,
            row.kind,
            AGREED(lang, when=row.since) if row.since else events_in_words(row.venue_events, lang) if row.venue_events else "",
            CLICK_FILTER(lang) if query else "",
        )
        for row, query in zip(symbols.rename(columns={"name": "name_"}).itertuples(), queries, strict=True)
    ]
    return [
        go.Scatter(
            x=symbols["x"].to_numpy(),
            y=symbols["y"].to_numpy(),
            mode="markers",
            marker={
                "symbol": symbols["kind_id"].map(_SHAPES).tolist(),
                "size": symbols["size"].to_numpy(),
                "color": np.where(hollow, look.background, ink),
                "opacity": np.where(symbols["kind_id"] == "region", 0.6, 0.92),
                "line": {"color": np.where(hollow, ink, look.background), "width": np.where(hollow, 1.8, 1.0)},
            },
            text=hover,
            hovertemplate="%{text}<extra></extra>",
            customdata=queries.astype(object).reshape(-1, 1),
            showlegend=False,
        )
    ]


def _legend(rows: pd.DataFrame, symbols: pd.DataFrame, colours: Colours, look: Look, lang: Language) -> list[go.Scatter]:
    """Traces without a mark that explain what is drawn, nothing else."""
    entries = []
    names = rows.drop_duplicates("kind_id").set_index("kind_id")["kind"]
    for role in ROLES:
        if role in names.index:
            entries.append(_key(names[role], "square", 13, look.roles[role], colours.border))
    counts = symbols.loc[symbols["kind_id"].isin(["city", "region"]), "venue_events"]
    if len(counts):
        by_count = dict(zip(symbols["venue_events"], symbols["size"], strict=False)) if counts.empty else {}
        for count in sorted({1, int(counts.max())}):
            size = by_count.get(count) or float(sizes(pd.Series([count, counts.max()]), look.width - 16).iloc[0])
            entries.append(_key(events_in_words(count, lang), "circle", size, colours.city, look.background))
    if (symbols["kind_id"] == "country").any():
        entries.append(_key(COUNTRY_ONLY(lang), "square", 9, look.background, colours.city, 1.8))
    for kind in ("hub", "hub-assumed"):
        if (symbols["kind_id"] == kind).any():
            fill, line = (look.hub, look.background) if kind == "hub" else (look.background, look.hub)
            name = ASSUMED(lang) if kind == "hub-assumed" else names[kind]
            entries.append(_key(name, "diamond", 10, fill, line, 1.8))
    return entries


def _key(name: str, symbol: str, size: float, fill: str, line: str, width: float = 1) -> go.Scatter:
    marker = {"symbol": symbol, "size": size, "color": fill, "line": {"color": line, "width": width}}
    return go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=name)


def _views(
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
    is_tight = look.width < sum(text_width(view.name(lang), look.font_size) + 26 for view in words)
    kind = {"type": "dropdown", "direction": "down", "showactive": True} if is_tight else {}
    return {**look.buttons(), **kind, "buttons": buttons}
