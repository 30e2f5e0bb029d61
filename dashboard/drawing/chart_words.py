"""Words that several charts share, and small steps from tables to words."""

import html

import pandas as pd

from dashboard.drawing.labels import wrapped
from dashboard.drawing.style import Look
from dashboard.filters.facets import country as country_name
from dashboard.language import Language, Text, counted, number
from loaders.tables import Tables

EVENT = Text(de="Ereignis", en="event")
EVENTS = Text(de="Ereignisse", en="events")
NO_TOPIC = Text(de="Ohne Thema", en="No topic")
CLICK_EVENT = Text(de="Klick öffnet das Ereignis", en="Click opens the event")
CLICK_FILTER = Text(de="Klick filtert", en="Click filters")
LONGER = Text(de="Nur Quartal/Jahr", en="Quarter/year only")  # the row of dates that name no month
OF_ALL = Text(de="{shown} von {whole}", en="{shown} of {whole}")
FIRST_TOPIC = Text(
    de="Jedes Ereignis steht nur einmal, beim ersten seiner Themen{longer}; die Zahl nach „von“ zählt alle {which}.",
    en="Each event stands only once, at the first of its topics{longer}; the number after ‘of’ counts all {which}.",
)
OF_TOPIC = Text(de="mit dem Thema", en="with the topic")
OF_FAMILY = Text(de="des Themenfelds", en="of the family")
OR_LONGER = Text(de=" oder unter „{row}“", en=" or in ‘{row}’")
SEVERAL_TOPICS = Text(
    de="Ein Ereignis mit mehreren Themen zählt bei jedem; die Summe kann größer sein als die Zahl der Ereignisse.",
    en="An event with several topics counts for each of them; sums can exceed the number of events.",
)


def events_in_words(value: int, lang: Language) -> str:
    """'1 Ereignis', '1.234 Ereignisse'."""
    return counted(value, EVENT, EVENTS, lang)


def of_all(shown: int, whole: int, lang: Language) -> str:
    """'52 von 79'; '52' where that is all."""
    return OF_ALL(lang, shown=number(shown, lang), whole=number(whole, lang)) if whole > shown else number(shown, lang)


def first_topic_note(look: Look, lang: Language, which: Text = OF_TOPIC, beside_longer: bool = False) -> list[str]:
    """What 'n of m' beside a row says, in lines as wide as the figure; `beside_longer`: its vague dates stand elsewhere."""
    longer = OR_LONGER(lang, row=LONGER(lang)) if beside_longer else ""
    return wrapped(FIRST_TOPIC(lang, longer=longer, which=which(lang)), look.width - 24, look.font_size - 1)


def click_hint(count: float, lang: Language) -> str:
    """The last line of a hover box; nothing where a click finds no event."""
    return f"<br><i>{CLICK_FILTER(lang)}</i>" if count else ""


def percent(share: float, lang: Language) -> str:
    """0.123 as '12 %' (German) or '12%' (English)."""
    return f"{number(round(share * 100), lang)}{' ' if lang == 'de' else ''}%"


def labels(tables: Tables, table: str, lang: Language) -> pd.Series:
    """The labels of a dimension table, indexed by its ids."""
    frame = tables[table]
    return pd.Series(frame[f"label_{lang}"].to_numpy(), index=frame.iloc[:, 0].to_numpy(), dtype=object)


def countries(codes: pd.Series, lang: Language) -> pd.Series:
    """The names of states by their ISO 3166 alpha-2 codes; '' stays ''."""
    names = {code: country_name(code, lang) if code else "" for code in set(codes)}
    return codes.map(names).astype(object)


def joined_labels(links: pd.DataFrame, names: pd.Series, id_column: str) -> pd.Series:
    """The names that each event is linked to, by event_id, in the order of the links, parted by '; '."""
    named = links[id_column].map(names)
    return named.groupby(links["event_id"].to_numpy()).agg("; ".join) if len(links) else pd.Series(dtype=object)


def hover_lines(text: str, width: int = 360, size: int = 13) -> str:
    """A text as lines that fit a hover box, safe for plotly's little HTML."""
    return "<br>".join(html.escape(line, quote=False) for line in wrapped(text, width, size))
