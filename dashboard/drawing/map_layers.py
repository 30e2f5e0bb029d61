"""The layers of the map, from the ground up: land, members, states named without a city, hubs, cities, words.

Everything is drawn in kilometres of the projection on plain axes, so that nothing is asked from a server of maps.
"""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import basemap, map_words
from dashboard.drawing.chart_words import CLICK_FILTER, events_in_words
from dashboard.drawing.colours import faded
from dashboard.drawing.labels import safe
from dashboard.drawing.legends import legend_at_top, legend_lines
from dashboard.drawing.map_keys import legend_entries, mentioned_button, view_buttons
from dashboard.drawing.map_places import ROLES, beside_cities, located, sizes, symbols_of
from dashboard.drawing.patterns import ground_pattern
from dashboard.drawing.style import Look, framed
from dashboard.language import Language, Text

MENTIONED = Text(de="nur erwähnt", en="mentioned only")


MENTIONS = Text(de="{events} mit Erwähnung", en="{events} mentioning it")


SINCE = Text(de="seit {when}", en="since {when}")


AGREED = Text(de="vereinbart: {when}", en="agreed: {when}")


TALLEST, TALLEST_SMALL = 720.0, 420.0
_WORDS = 8.0  # times the type's size: what legend and notes leave of a bounded height


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The map of `charts.map.rows`."""
    wide = look.width - 16.0
    high = min(basemap.WHOLE.height * wide / basemap.WHOLE.width, _tallest(look))
    buttons = not look.small and not look.height
    places = located(rows)
    symbols = symbols_of(places, wide)
    symbols = beside_cities(symbols, basemap.WHOLE.window(wide, high)[-1])
    words = {view: map_words.annotations(symbols, view, (wide, high), look) for view in basemap.VIEWS}
    drawing = go.Figure(
        [
            _land(rows, look),
            *_members(rows, look, lang),
            *_hatched(places, look),
            _disputed(look),
            *_symbols(symbols, look, lang),
            *legend_entries(rows, symbols, look, lang),
            *_mentions(places, look, lang),
        ]
    )
    framed(drawing, look, lang)
    names = [trace.name for trace in drawing.data if trace.name and trace.showlegend is not False]
    top = legend_lines(names, look) * (look.font_size + 9) + 12 + (look.font_size * 2.4 if buttons else 0)
    notes, bottom = map_words.notes(rows, places, basemap.WHOLE.window(wide, high), lang, look)
    left, low, right, up, _ = basemap.WHOLE.window(wide, high)
    # On a phone a finger on the map scrolls the page; the buttons go to the parts of the map.
    axis = {"visible": False, "automargin": False, "fixedrange": look.narrow}
    drawing.update_xaxes(range=[left, right], constrain="range", **axis)
    drawing.update_yaxes(range=[low, up], scaleanchor="x", constrain="range", **axis)
    offers = [view_buttons(words, notes, (wide, high), lang, look), *mentioned_button(drawing, lang, look)] if buttons else []
    drawing.update_layout(
        height=int(high + top + bottom),
        margin={"l": 8, "r": 8, "t": top, "b": bottom},
        legend={**legend_at_top(look), "itemclick": "toggle", "itemsizing": "trace"},
        annotations=[*words[basemap.WHOLE], *notes],
        updatemenus=offers,
    )
    return drawing


def _tallest(look: Look) -> float:
    if look.height:
        return look.height - _WORDS * look.font_size
    return TALLEST_SMALL if look.small else TALLEST


def _land(rows: pd.DataFrame, look: Look) -> go.Scatter:
    members = set(rows.loc[rows["kind_id"].isin(ROLES), "country_code"])
    others = sorted(set(basemap.countries().index) - members)
    return _area(others, look.map.land, look, hoverinfo="skip", showlegend=False)


def _area(codes: list[str], fill: str, look: Look, **more: object) -> go.Scatter:
    x, y = basemap.outlines(codes)
    line = {"color": look.map.border, "width": 0.7}
    return go.Scatter(x=x, y=y, mode="lines", fill="toself", fillcolor=fill, line=line, **more)


def _members(rows: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter]:
    """One area a state, so that it can say its name, its role and its events."""
    events = rows[rows["kind_id"].isin(["city", "region", "country"])].groupby("country_code")["venue_events"].sum()
    areas = []
    for role in ROLES:
        for state in rows[rows["kind_id"] == role].itertuples():
            words = f"<b>{state.place}</b><br>{state.kind}, {SINCE(lang, when=state.since)}"
            count = int(events.get(state.country_code, 0))
            text = f"{words}<br>{events_in_words(count, lang)}" if count else words
            more = {"text": text, "hoverinfo": "text", "hoveron": "fills", "showlegend": False}
            more["fillpattern"] = ground_pattern(role, look)
            areas.append(_area([state.country_code], look.roles[role], look, **more))
    return areas


def _hatched(places: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """States that are a venue by name alone."""
    codes = sorted(places.loc[(places["kind_id"] == "country") & (places["venue_events"] > 0), "country_code"].unique())
    if not codes:
        return []
    pattern = {"shape": "/", "fgcolor": faded(look.map.city, 0.3), "bgcolor": "rgba(0,0,0,0)", "size": 9, "solidity": 0.08}
    x, y = basemap.outlines(codes)
    line = {"color": look.map.border, "width": 0.7}
    return [go.Scatter(x=x, y=y, mode="lines", fill="toself", fillpattern=pattern, line=line, hoverinfo="skip", showlegend=False)]


def _disputed(look: Look) -> go.Scatter:
    x, y = basemap.disputed_lines()
    line = {"color": look.map.dispute, "width": 1, "dash": "2px,2px"}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _mentions(places: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter]:
    """Hollow symbols of what is only mentioned; hidden as long as there are venues to show."""
    mentioned = places[(places["mention_events"] > 0) & places["x"].notna()]
    if mentioned.empty or look.small:
        return []
    visible = True if (places["venue_events"] == 0).all() else "legendonly"
    size = sizes(mentioned["mention_events"], look.width) + 4
    hover = [
        _hover(
            row.place, row.country, row.kind, MENTIONS(lang, events=events_in_words(row.mention_events, lang)), CLICK_FILTER(lang)
        )
        for row in mentioned.itertuples()
    ]
    marker = {"symbol": "circle-open", "size": size, "color": look.map.city, "line": {"width": 1.3}, "opacity": 0.75}
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
    return "<br>".join(
        [f"<b>{safe(place)}</b>", safe(where), *(line for line in lines[:-1] if line), f"<i>{lines[-1]}</i>" if lines[-1] else ""]
    ).removesuffix("<br>")


_SHAPES = {"city": "circle", "region": "hexagon2", "country": "square", "hub": "diamond", "hub-assumed": "diamond"}


def _symbols(symbols: pd.DataFrame, look: Look, lang: Language) -> list[go.Scatter]:
    """One trace for all symbols: filled where the place is known, hollow where only its state is."""
    if symbols.empty:
        return []
    hollow = symbols["kind_id"].isin(["country", "hub-assumed"])
    is_hub = symbols["kind_id"].str.startswith("hub")
    ink = np.where(is_hub, look.hub, look.map.city)
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
