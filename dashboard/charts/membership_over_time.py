"""Who belonged to the organisation when, and who held the chair."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.chart_words import countries, events_in_words, labels
from dashboard.drawing.labels import text_width
from dashboard.drawing.legends import legend_at_top, legend_lines
from dashboard.drawing.patterns import band_pattern
from dashboard.drawing.style import Look, empty, framed
from dashboard.drawing.time_axis import days
from dashboard.language import Language, Text, counted
from dashboard.names import sort_key
from dashboard.when import in_words, last_day
from loaders.tables import Tables

ID = "membership"
PAGE = "actors"
ORDER = 30
TITLE = Text(de="Mitgliedschaft und Vorsitz im Zeitverlauf", en="Membership and chair over time")
HELP = Text(
    de="Eine Zeile je Staat, ein Band je Stellung in der Organisation, bis zum Ende des letzten gewählten Quartals; die dunklen "
    "Streifen sind Vorsitze. Die Angaben gelten unabhängig vom Filter der Ereignisse.",
    en="One row per state, one band per role in the organisation, up to the end of the last quarter chosen; the dark strips are "
    "chairmanships. The facts do not depend on the filter of events.",
)
CHAIR = Text(de="Vorsitz", en="chair")
UNTIL = Text(de="{first} bis {last}", en="{first} to {last}")
SINCE = Text(de="seit {first}", en="since {first}")
ROLES = ("member", "observer", "partner")
_SUMMARY = Text(
    de="Ende {quarter}: {roles}; den Vorsitz hat {chair}.",
    en="At the end of {quarter}: {roles}; {chair} holds the chair.",
)
_NO_CHAIR = Text(de="Ende {quarter}: {roles}.", en="At the end of {quarter}: {roles}.")
_COUNTED = {
    "member": (Text(de="Mitglied", en="member"), Text(de="Mitglieder", en="members")),
    "observer": (Text(de="Beobachter", en="observer"), Text(de="Beobachter", en="observers")),
    "partner": (Text(de="Dialogpartner", en="dialogue partner"), Text(de="Dialogpartner", en="dialogue partners")),
}
_NONE = Text(de="Keine Mitgliedschaften bekannt.", en="No memberships known.")
_COLUMNS = ["country_code", "country", "role_id", "role", "valid_from", "valid_to", "shown_to", "period", "events", "source"]


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a stretch of membership or chairmanship (`role_id` member, observer, partner, chair).

    `valid_to` is empty where it lasts; `shown_to` is its end or that of the last quarter shown. `events` are those of the
    selection with a place in the state. Members come first, then observers and partners, each by their first day. Sum rule:
    none, the rows are facts and no counts of events.
    """
    quarters = tables["briefings"]["quarter"]
    if quarters.empty:
        return pd.DataFrame(columns=_COLUMNS)
    end = pd.Timestamp(last_day(max(quarters)))
    roles = tables["memberships"].rename(columns={"membership_role": "role_id"})
    frame = pd.concat([roles, tables["chairmanships"].assign(role_id="chair")], ignore_index=True)
    frame = frame[frame["valid_from"] <= end].copy()
    if frame.empty:
        return pd.DataFrame(columns=_COLUMNS)
    names = {**labels(tables, "membership_roles", lang).to_dict(), "chair": CHAIR(lang)}
    frame["role"] = frame["role_id"].map(names).fillna(frame["role_id"])
    frame["country"] = countries(frame["country_code"], lang)
    frame["shown_to"] = frame["valid_to"].fillna(end).clip(upper=end)
    spans = zip(frame["valid_from"].dt.date, frame["valid_to"], strict=True)
    frame["period"] = [_words(first, last, lang) for first, last in spans]
    places = tables["event_places"].merge(tables["places"][["place_id", "country_code"]], on="place_id")
    counts = places.drop_duplicates(["event_id", "country_code"])["country_code"].value_counts()
    frame["events"] = frame["country_code"].map(counts).fillna(0).astype(int)
    return frame.iloc[_order(frame)].reindex(columns=_COLUMNS).reset_index(drop=True)


def _words(first: date, last: Any, lang: Language) -> str:
    start = in_words(first, first, "day", lang)
    if pd.isna(last):
        return SINCE(lang, first=start)
    return UNTIL(lang, first=start, last=in_words(last.date(), last.date(), "day", lang))


def _order(frame: pd.DataFrame) -> np.ndarray:
    """By the state's present role, the first day in it, and name; a state's own rows by time."""
    rank = {role: position for position, role in enumerate(ROLES)}
    roles = frame[frame["role_id"].isin(ROLES)].sort_values(["valid_from"]).drop_duplicates("country_code", keep="last")
    present = roles.set_index("country_code")
    own = frame["country_code"].map(present["role_id"]).map(rank).fillna(len(rank))
    since = days(pd.to_datetime(frame["country_code"].map(present["valid_from"])).fillna(frame["valid_from"]))
    names = sorted(set(frame["country"]), key=sort_key)
    return np.lexsort((days(frame["valid_from"]), frame["country"].map(names.index), since, own))


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """Bands in rows, one row a state."""
    if rows.empty:
        return empty(look, lang, _NONE)
    place = {country: position for position, country in enumerate(dict.fromkeys(rows["country"]))}
    drawing = go.Figure(
        [
            _bands(rows[rows["role_id"] == role], place, role, lang, look)
            for role in (*ROLES, "chair")
            if (rows["role_id"] == role).any()
        ]
    )
    framed(drawing, look, lang)
    row = look.scaled(20)
    size = look.font_size
    column = max(text_width(country, size) for country in place) + 10
    top = legend_lines([trace.name for trace in drawing.data], look, beside=column + 20) * (size + 9) + size * 1.6 + 12
    years = range(rows["valid_from"].min().year, rows["shown_to"].max().year + 1)
    start, end = days(rows["valid_from"]).min(), days(rows["shown_to"]).max() + 1
    step = next(
        step
        for step in (1, 2, 5, 10, 20, 50)
        if len(years) / step * text_width("20000", size) <= look.width - column or step == 50
    )
    ticks = [year for year in years if year % step == 0]
    drawing.update_layout(
        barmode="overlay",
        height=int(top + row * len(place) + 12),
        margin={"l": column + 8, "r": 12, "t": top, "b": 12},
        legend=legend_at_top(look),
    )
    drawing.update_xaxes(
        range=[start, end],
        side="top",
        tickvals=[(date(year, 1, 1) - date(1970, 1, 1)) // timedelta(days=1) for year in ticks],
        ticktext=[str(year) for year in ticks],
        tickfont={"color": look.muted},
        tickangle=0,
        ticks="",
        automargin=False,
        fixedrange=True,
    )
    return drawing.update_yaxes(
        range=[len(place) - 0.5, -0.5],
        tickvals=list(place.values()),
        ticktext=list(place),
        ticks="",
        showgrid=False,
        automargin=False,
        fixedrange=True,
    )


def _bands(rows: pd.DataFrame, place: dict[str, int], role: str, lang: Language, look: Look) -> go.Bar:
    start, end = days(rows["valid_from"]), days(rows["shown_to"]) + 1
    is_chair = role == "chair"
    hovers = [
        f"<b>{row.country}</b><br>{row.role}, {row.period}" + (f"<br>{events_in_words(row.events, lang)}" if row.events else "")
        for row in rows.itertuples()
    ]
    queries = [f"country={row.country_code}" if row.events else "" for row in rows.itertuples()]
    return go.Bar(
        orientation="h",
        base=start.astype(float),
        x=(end - start).astype(float),
        y=[place[country] for country in rows["country"]],
        width=0.26 if is_chair else 0.62,
        name=rows["role"].iloc[0],
        marker={"color": look.role_bands[role], "line": {"width": 0}, "pattern": band_pattern(role, look.role_bands[role])},
        customdata=[list(pair) for pair in zip(queries, hovers, strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """How many members, observers and partners there are at the end of the last quarter shown, and who chairs."""
    if rows.empty:
        return _NONE(lang)
    end = rows["shown_to"].max()
    present = rows[(rows["valid_from"] <= end) & (rows["shown_to"] == end)]
    counts = present["role_id"].value_counts()
    roles = ", ".join(counted(int(counts[role]), *_COUNTED[role], lang) for role in ROLES if role in counts)
    chair = present.loc[present["role_id"] == "chair", "country"]
    when = in_words(end.date(), end.date(), "quarter", lang)
    return (
        _SUMMARY(lang, quarter=when, roles=roles, chair=chair.iloc[0])
        if len(chair)
        else _NO_CHAIR(lang, quarter=when, roles=roles)
    )
