"""Who acts with whom: the events that two actors share, as a table of distances is read."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.chart_words import CLICK_FILTER, events_in_words, labels
from dashboard.labels import shortened, text_width
from dashboard.language import Language, Text, number
from dashboard.style import Look, empty, framed, readable_on
from loaders.tables import Tables

ID = "actor-pairs"
PAGE = "actors"
ORDER = 20
TITLE = Text(de="Wer handelt mit wem", en="Who acts with whom")
HELP = Text(
    de="Jede Zelle zählt die Ereignisse, in denen zwei Akteure zusammen genannt sind; am Ende jeder Zeile stehen der Name und "
    "alle Ereignisse des Akteurs. Wer oft zusammen auftritt, steht nahe beieinander.",
    en="Each cell counts the events that name two actors together; at the end of each row stand the actor’s name and all its "
    "events. Those who often act together stand close to each other.",
)
MOST, MOST_NARROW = 20, 12
CLICK = Text(de="Klick: Ereignisse mit {actor}", en="Click: events with {actor}")
TOGETHER = Text(de="{events} gemeinsam", en="{events} together")
_SUMMARY = Text(
    de="Am häufigsten handeln zusammen: {pairs}.",
    en="Most often together: {pairs}.",
)
_NO_PAIRS = Text(de="Keine zwei Akteure haben ein Ereignis gemeinsam.", en="No two actors share an event.")
_NONE = Text(de="Keine Akteure in dieser Auswahl.", en="No actors in this selection.")
_AND = Text(de="{first} und {second} ({count})", en="{first} and {second} ({count})")


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a pair of the `MOST` most frequent actors that share an event, and one row an actor with itself.

    Columns: actor_id, actor, with_id, with_actor, events (shared; of an actor with itself all its events), share (of the
    events of the rarer one). Rows follow the order of the matrix: neighbours act together often. Sum rule: none, an event
    with n actors counts in each of its pairs.
    """
    links = tables["event_actors"].drop_duplicates()
    totals = links["actor_id"].value_counts().rename_axis("actor_id").reset_index(name="total")
    most = totals.sort_values(["total", "actor_id"], ascending=[False, True]).head(MOST)["actor_id"].tolist()
    links = links[links["actor_id"].isin(most)]
    table = pd.crosstab(links["event_id"], links["actor_id"]).reindex(columns=most, fill_value=0).to_numpy()
    shared = table.T @ table
    order = neighbours(shared)
    names = labels(tables, "actors", lang)
    pairs = [(i, j) for position, i in enumerate(order) for j in order[: position + 1] if shared[i, j]]
    return pd.DataFrame(
        [
            {
                "actor_id": most[i],
                "actor": names.get(most[i], most[i]),
                "with_id": most[j],
                "with_actor": names.get(most[j], most[j]),
                "events": int(shared[i, j]),
                "share": round(float(shared[i, j] / min(shared[i, i], shared[j, j])), 3),
            }
            for i, j in pairs
        ],
        columns=["actor_id", "actor", "with_id", "with_actor", "events", "share"],
    )


def neighbours(shared: np.ndarray) -> list[int]:
    """An order of the actors in which those who share many events stand close.

    Spectral seriation (Atkins, Boman and Hendrickson, SIAM Journal on Computing 28, 1998): by the second eigenvector of the
    Laplacian of the similarities; a small similarity of all with all keeps separate groups apart but in one order.
    """
    if len(shared) < 3:
        return list(range(len(shared)))
    sizes = np.sqrt(np.outer(shared.diagonal(), shared.diagonal()))
    similar = shared / np.maximum(sizes, 1) + 0.01
    np.fill_diagonal(similar, 0)
    _, vectors = np.linalg.eigh(np.diag(similar.sum(axis=1)) - similar)
    second = vectors[:, 1]
    # The sign is arbitrary: the most frequent actor, which is number 0, shall stand in the upper half.
    return np.argsort(second if second[0] <= np.median(second) else -second, kind="stable").tolist()


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """The lower half of the matrix; each name stands at the end of its row, which is the head of its column."""
    if rows.empty:
        return empty(look, lang, _NONE)
    alone = rows[rows["actor_id"] == rows["with_id"]]
    shown = alone[alone["events"].rank(method="first", ascending=False) <= (MOST_NARROW if look.narrow else MOST)]
    place = {actor: position for position, actor in enumerate(shown["actor_id"])}
    pairs = rows[rows["actor_id"].isin(place) & rows["with_id"].isin(place)]
    names = shown["actor"].tolist()
    size = look.font_size
    room = min(max(text_width(name, size) for name in names) + text_width(" 999", size) + 10, look.width * 0.45)
    cell = min((look.width - 16 - room) / len(names), look.scaled(30))
    drawing = framed(go.Figure(_cells(pairs, place, cell, lang, look)), look, lang)
    drawing.add_trace(_numbers(pairs, place, cell, look, lang))
    drawing.update_layout(height=int(cell * len(names) + 16), annotations=_names(shown, cell, room, look, lang))
    drawing.update_xaxes(range=[0, look.width - 16], visible=False, fixedrange=True)
    return drawing.update_yaxes(range=[cell * len(names), 0], visible=False, fixedrange=True, automargin=False)


def _cells(pairs: pd.DataFrame, place: dict[str, int], cell: float, lang: Language, look: Look) -> list[go.Heatmap]:
    """The pairs in the hue of counts, the actors with themselves in grey: they are no pairs."""
    number_of = len(place)
    values = np.full((2, number_of, number_of), np.nan)
    custom = np.full((number_of, number_of, 2), "", dtype=object)
    totals = pairs[pairs["actor_id"] == pairs["with_id"]].set_index("actor_id")["events"]
    for pair in pairs.itertuples():
        row, column = sorted((place[pair.actor_id], place[pair.with_id]), reverse=True)
        same = pair.actor_id == pair.with_id
        values[int(same), row, column] = pair.events
        rarer, name = min(((totals[pair.actor_id], pair.actor_id, pair.actor), (totals[pair.with_id], pair.with_id, pair.with_actor)))[1:]
        head = f"<b>{pair.actor}</b>" if same else f"<b>{pair.actor}</b> · <b>{pair.with_actor}</b>"
        events = events_in_words(pair.events, lang)
        text = f"{head}<br>{events if same else TOGETHER(lang, events=events)}"
        custom[row, column] = [f"actor={rarer}", f"{text}<br><i>{CLICK_FILTER(lang) if same else CLICK(lang, actor=name)}</i>"]
    # Cells without a shared event are the ground of the triangle.
    below = np.tril(np.ones((number_of, number_of), dtype=bool), -1)
    values[0][below & np.isnan(values[0])] = 0
    edges = np.arange(number_of + 1) * cell
    grey = [[0, look.panel], [1, look.panel]]
    top = max(np.nanmax(values[0], initial=0), 4) if below.any() else 4
    return [
        go.Heatmap(
            x=edges,
            y=edges,
            z=layer,
            zmin=0,
            zmax=top,
            colorscale=scale,
            showscale=False,
            xgap=2,
            ygap=2,
            customdata=custom,
            hovertemplate="%{customdata[1]}<extra></extra>",
            hoverongaps=False,
        )
        for layer, scale in ((values[0], look.ramp), (values[1], grey))
    ]


def _numbers(pairs: pd.DataFrame, place: dict[str, int], cell: float, look: Look, lang: Language) -> go.Scatter:
    apart = pairs[pairs["actor_id"] != pairs["with_id"]]
    ends = [sorted((place[one], place[other])) for one, other in zip(apart["actor_id"], apart["with_id"], strict=True)]
    top = max(apart["events"].max(), 4) if len(apart) else 4
    return go.Scatter(
        x=[(left + 0.5) * cell for left, _ in ends],
        y=[(low + 0.5) * cell for _, low in ends],
        mode="text",
        text=[number(value, lang) for value in apart["events"]],
        textfont={"size": min(look.font_size, cell / 1.9), "color": [readable_on(look.ramp_at(value / top)) for value in apart["events"]]},
        hoverinfo="skip",
        showlegend=False,
    )


def _names(shown: pd.DataFrame, cell: float, room: float, look: Look, lang: Language) -> list[dict[str, object]]:
    words: list[dict[str, object]] = []
    for position, row in enumerate(shown.itertuples()):
        middle = {"y": (position + 0.5) * cell, "yanchor": "middle", "showarrow": False}
        total = {"x": (position + 0.5) * cell, "text": number(row.events, lang), "font": {"color": look.muted, "size": min(look.font_size - 1, cell / 1.9)}}
        name = shortened(row.actor, room, look.font_size)
        words += [{**middle, **total}, {**middle, "x": (position + 1) * cell + 5, "xanchor": "left", "text": name}]
    return words


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """The three pairs with most shared events."""
    if rows.empty:
        return _NONE(lang)
    pairs = rows[rows["actor_id"] != rows["with_id"]].sort_values("events", ascending=False, kind="stable").head(3)
    if pairs.empty:
        return _NO_PAIRS(lang)
    words = [_AND(lang, first=pair.actor, second=pair.with_actor, count=number(pair.events, lang)) for pair in pairs.itertuples()]
    return _SUMMARY(lang, pairs="; ".join(words))
