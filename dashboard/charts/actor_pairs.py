"""Who acts with whom: the actors with the strongest partners, and for each of them its partners by rank."""

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing import partner_panels
from dashboard.drawing.chart_words import CLICK_FILTER, events_in_words, labels
from dashboard.drawing.labels import safe
from dashboard.drawing.partner_panels import KIND_SYMBOLS, Panel, Partner
from dashboard.drawing.style import Look, empty
from dashboard.language import Language, Text, number
from loaders.tables import Tables

ID = "actor-pairs"
PAGE = "actors"
ORDER = 20
TITLE = Text(de="Wer handelt mit wem", en="Who acts with whom")
HELP = Text(
    de="Unter jedem Akteur stehen die, mit denen er am häufigsten im selben Ereignis genannt ist; Balken und Zahl zählen die "
    "gemeinsamen Ereignisse, die Form vor dem Namen sagt die Art. Die stärksten Paare stehen zuerst, jedes bei beiden "
    "Akteuren; ein Klick auf eine Zeile zeigt die Ereignisse mit beiden.",
    en="Under each actor stand those most often named in the same event; bar and number count the events they share, the "
    "shape before a name tells its kind. The strongest pairs come first, each with both of its actors; a click on a row shows "
    "the events with both.",
)
MOST, MOST_SMALL = 12, 6  # actors
PARTNERS, PARTNERS_SMALL = 6, 4
TOGETHER = Text(de="{events} gemeinsam", en="{events} together")
OF_EACH = Text(de="{first}: {count}, {second}: {other}", en="{first}: {count}, {second}: {other}")
_ALL = Text(de="insgesamt {counts}", en="in all {counts}")
_FACTS = Text(de="{kind} · {events} · {partners}", en="{kind} · {events} · {partners}")
_PARTNERS = (
    Text(de="mit einem anderen Akteur", en="with one other actor"),
    Text(de="mit {count} anderen", en="with {count} others"),
)
_REST = Text(de="und {count} weitere mit je {events}", en="and {count} more with {events} each")
_REST_SPAN = Text(de="und {count} weitere mit je {few} bis {many}", en="and {count} more with {few} to {many} each")
_SUMMARY = Text(
    de="Am häufigsten handeln zusammen: {pairs}{all}.",
    en="Most often together: {pairs}{all}.",
)
_SHOWN = 3
_IN_ALL = Text(de="; insgesamt {count} Paare, alle in der Tabelle", en="; {count} pairs in all, each in the table")
_NO_PAIRS = Text(de="Keine zwei Akteure haben ein Ereignis gemeinsam.", en="No two actors share an event.")
_AND = Text(de="{first} und {second} ({count})", en="{first} and {second} ({count})")
_COLUMNS = ["actor_id", "actor", "kind_id", "kind", "actor_events", "with_id", "with_actor", "with_kind_id", "with_kind"]
_COLUMNS += ["with_events", "events", "share"]


def rows(tables: Tables, lang: Language) -> pd.DataFrame:
    """One row a pair of actors that share an event, the strongest pairs first; the more frequent actor is named first.

    Columns: actor_id, actor, kind_id, kind, actor_events (all its events in the selection), the same of the second actor
    (with_id, with_actor, …), events (shared), share (of the events of the second, rarer actor). Sum rule: none, an event with
    n actors counts in each of its n(n-1)/2 pairs.
    """
    links = tables["event_actors"].drop_duplicates()
    totals = links["actor_id"].value_counts()
    order = sorted(totals.index, key=lambda actor: (-totals[actor], actor))
    links = links.assign(rank=links["actor_id"].map({actor: rank for rank, actor in enumerate(order)}))
    both = links.merge(links, on="event_id", suffixes=("", "_with"))
    pairs = both[both["rank"] < both["rank_with"]].groupby(["rank", "rank_with"]).size().rename("events").reset_index()
    ids = {"": pairs["rank"].map(dict(enumerate(order))), "with_": pairs["rank_with"].map(dict(enumerate(order)))}
    names, words = labels(tables, "actors", lang), labels(tables, "actor_kinds", lang)
    kinds = tables["actors"].drop_duplicates("actor_id").set_index("actor_id")["kind"]
    for prefix, actors in ids.items():
        kind = actors.map(kinds).fillna("")
        pairs[f"{prefix}id" if prefix else "actor_id"] = actors
        pairs[f"{prefix}actor"] = actors.map(names).fillna(actors)
        pairs[f"{prefix}kind_id"], pairs[f"{prefix}kind"] = kind, kind.map(words).astype(object).fillna(kind)
        pairs[f"{prefix}events" if prefix else "actor_events"] = actors.map(totals).astype(int)
    pairs["share"] = (pairs["events"] / pairs["with_events"]).round(3)
    # Of pairs with as many events the closer one first: what the rarer actor does, it does with the other.
    pairs = pairs.sort_values(["events", "share", "rank", "rank_with"], ascending=[False, False, True, True])
    return pairs[_COLUMNS].reset_index(drop=True)


def figure(rows: pd.DataFrame, lang: Language, look: Look) -> go.Figure:
    """Panels of the actors with the strongest pairs."""
    if rows.empty:
        return empty(look, lang, _NO_PAIRS)
    sides = both_sides(rows)
    strongest = sides.groupby("actor_id", sort=False)["events"].agg(["max", "sum"])
    leading = strongest.sort_values(["max", "sum"], ascending=False, kind="stable").index
    most = MOST_SMALL if look.small or look.narrow else MOST
    panels = [_panel(sides[sides["actor_id"] == actor], lang, look) for actor in leading[:most]]
    words = dict(zip(sides["kind_id"], sides["kind"], strict=True))
    order = [kind for kind in [*KIND_SYMBOLS, *sorted(set(words) - set(KIND_SYMBOLS))] if kind in words]
    return partner_panels.figure(panels, {kind: _capital(words[kind]) for kind in order}, look, lang)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def both_sides(rows: pd.DataFrame) -> pd.DataFrame:
    """Each pair twice, once from the side of each of its actors; in the order of the pairs."""
    turned = {"actor_id": "with_id", "actor": "with_actor", "kind_id": "with_kind_id", "kind": "with_kind"}
    turned |= {"actor_events": "with_events"}
    other = rows.rename(columns={**turned, **{second: first for first, second in turned.items()}})
    return pd.concat([rows, other]).sort_index(kind="stable").reset_index(drop=True)


def _panel(pairs: pd.DataFrame, lang: Language, look: Look) -> Panel:
    first, most = pairs.iloc[0], PARTNERS_SMALL if look.small else PARTNERS
    shown, rest = (pairs, pairs.head(0)) if len(pairs) <= most + 1 else (pairs.head(most), pairs.iloc[most:])
    events = events_in_words(int(first["actor_events"]), lang)
    partners = _PARTNERS[len(pairs) > 1](lang, count=number(len(pairs), lang))
    return Panel(
        name=first["actor"],
        kind_id=first["kind_id"],
        facts=_FACTS(lang, kind=_capital(first["kind"]), events=events, partners=partners),
        query=f"actor={first['actor_id']}",
        hover=f"<b>{safe(first['actor'])}</b><br>{events}<br><i>{CLICK_FILTER(lang)}</i>",
        partners=[_partner(pair, lang) for pair in shown.to_dict("records")],
        rest=_rest(rest["events"], lang) if len(rest) else "",
    )


def _rest(events: pd.Series, lang: Language) -> str:
    few, many = int(events.min()), int(events.max())
    words = {"count": number(len(events), lang), "few": number(few, lang), "many": number(many, lang)}
    return _REST(lang, events=events_in_words(few, lang), **words) if few == many else _REST_SPAN(lang, **words)


def _partner(pair: dict[str, object], lang: Language) -> Partner:
    first, second = safe(str(pair["actor"])), safe(str(pair["with_actor"]))
    counts = {"count": number(int(str(pair["actor_events"])), lang), "other": number(int(str(pair["with_events"])), lang)}
    lines = [
        f"<b>{first}</b> · <b>{second}</b>",
        TOGETHER(lang, events=events_in_words(int(str(pair["events"])), lang)),
        _ALL(lang, counts=OF_EACH(lang, first=first, second=second, **counts)),
        f"<i>{CLICK_FILTER(lang)}</i>",
    ]
    return Partner(
        name=str(pair["with_actor"]),
        kind_id=str(pair["with_kind_id"]),
        events=int(str(pair["events"])),
        query=f"actor={pair['actor_id']}&with_actor={pair['with_id']}",
        hover="<br>".join(lines),
    )


def summary(rows: pd.DataFrame, lang: Language) -> str:
    """The pairs with most shared events, and how many pairs there are."""
    if rows.empty:
        return _NO_PAIRS(lang)
    words = [
        _AND(lang, first=pair.actor, second=pair.with_actor, count=number(pair.events, lang))
        for pair in rows.head(_SHOWN).itertuples()
    ]
    every = _IN_ALL(lang, count=number(len(rows), lang)) if len(rows) > _SHOWN else ""
    return _SUMMARY(lang, pairs="; ".join(words), all=every)
