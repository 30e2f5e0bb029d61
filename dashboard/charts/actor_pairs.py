"""Who acts with whom: the events that two actors share, as a table of distances is read."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.chart_words import CLICK_FILTER, events_in_words, labels
from dashboard.drawing.heatmap import cell_bars, number_texts
from dashboard.drawing.labels import safe, shortened, text_width
from dashboard.drawing.style import Look, empty, framed
from dashboard.language import Language, Text, number
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
    drawing.update_layout(
        height=int(cell * len(names) + 16),
        barmode="overlay",
        shapes=[_ground(len(names), cell, look)],
        annotations=_names(shown, cell, room, look),
    )
    drawing.update_xaxes(range=[0, look.width - 16], visible=False, fixedrange=True)
    return drawing.update_yaxes(range=[cell * len(names), 0], visible=False, fixedrange=True, automargin=False)


def _cells(pairs: pd.DataFrame, place: dict[str, int], cell: float, lang: Language, look: Look) -> go.Bar:
    """The pairs in the hue of counts, the actors with themselves in grey: they are no pairs."""
    ends = [sorted((place[one], place[other])) for one, other in zip(pairs["actor_id"], pairs["with_id"], strict=True)]
    left, low = (np.array([end[side] for end in ends]) * cell for side in (0, 1))
    alone = (pairs["actor_id"] == pairs["with_id"]).to_numpy()
    largest = max(int(pairs["events"].where(~alone, 0).max()), 4)
    colours = [look.grid if same else look.ramp_at(value / largest) for same, value in zip(alone, pairs["events"], strict=True)]
    words = number_texts([number(value, lang) for value in pairs["events"]], colours, min(look.font_size - 0.5, cell / 1.9))
    return cell_bars(left, left + cell, low, low + cell, colours, 2, customdata=_custom(pairs, lang), **words)


def _custom(pairs: pd.DataFrame, lang: Language) -> list[list[str]]:
    """Query and hover text; a pair leads to the events of the rarer of its actors, which hold all that they share."""
    totals = pairs[pairs["actor_id"] == pairs["with_id"]].set_index("actor_id")["events"]
    custom = []
    for pair in pairs.itertuples():
        ends = ((totals[pair.actor_id], pair.actor_id, pair.actor), (totals[pair.with_id], pair.with_id, pair.with_actor))
        _, rarer, name = min(ends)
        events = events_in_words(pair.events, lang)
        if pair.actor_id == pair.with_id:
            lines = [f"<b>{safe(pair.actor)}</b>", events, f"<i>{CLICK_FILTER(lang)}</i>"]
        else:
            lines = [
                f"<b>{safe(pair.actor)}</b> · <b>{safe(pair.with_actor)}</b>",
                TOGETHER(lang, events=events),
                f"<i>{CLICK(lang, actor=safe(name))}</i>",
            ]
        custom.append([f"actor={rarer}", "<br>".join(lines)])
    return custom


def _ground(count: int, cell: float, look: Look) -> dict[str, object]:
    """The cells under the diagonal, as one shape under the bars."""
    steps = [(column * cell + 1, row * cell + 1) for row in range(count) for column in range(row)]
    path = "".join(f"M{x:.1f},{y:.1f}H{x + cell - 2:.1f}V{y + cell - 2:.1f}H{x:.1f}Z" for x, y in steps)
    return {"type": "path", "path": path or "M0,0Z", "fillcolor": look.ramp_at(0), "line": {"width": 0}, "layer": "below"}


def _names(shown: pd.DataFrame, cell: float, room: float, look: Look) -> list[dict[str, object]]:
    place = {"xanchor": "left", "yanchor": "middle", "showarrow": False}
    return [
        {**place, "x": (row + 1) * cell + 4, "y": (row + 0.5) * cell, "text": safe(shortened(name, room, look.font_size))}
        for row, name in enumerate(shown["actor"])
    ]


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """The three pairs with most shared events."""
    if rows.empty:
        return _NONE(lang)
    pairs = rows[rows["actor_id"] != rows["with_id"]].sort_values("events", ascending=False, kind="stable").head(3)
    if pairs.empty:
        return _NO_PAIRS(lang)
    words = [_AND(lang, first=pair.actor, second=pair.with_actor, count=number(pair.events, lang)) for pair in pairs.itertuples()]
    return _SUMMARY(lang, pairs="; ".join(words))
