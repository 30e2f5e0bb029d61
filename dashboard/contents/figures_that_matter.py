"""The figures at the top: what is counted, how many, and what the number does and does not say."""

from dataclasses import dataclass

from dashboard.language import Language, Text, counted, number, quarter
from loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its word and a note; `fragment` and `page` lead to what it counts."""

    value: int
    word: str
    note: str
    page: str = "events"
    fragment: str = ""


EVENTS = (Text(de="Ereignis", en="event"), Text(de="Ereignisse", en="events"))
EVENTS_NOTE = Text(de="jede Nennung in einem Briefing zählt einmal", en="each mention in a briefing counts once")
EVENTS_NOTE_CHAINS = Text(
    de="jede Nennung in einem Briefing zählt; mehrfach genannte Ereignisse: {chains}",
    en="each mention in a briefing counts; events mentioned more than once: {chains}",
)
OCCURRED = (Text(de="stattgefunden", en="occurred"),) * 2
OCCURRED_NOTE = Text(
    de="nach den Worten des Textes; {others} verschoben oder abgesagt",
    en="by the words of the text; {others} postponed or cancelled",
)
PLANNED = (Text(de="geplant", en="planned"),) * 2
PLANNED_NOTE = Text(de="zur Zeit des Briefings, nicht heute", en="at the time of the briefing, not today")
QUARTERS = (Text(de="Quartal", en="quarter"), Text(de="Quartale", en="quarters"))
PLACES = (Text(de="Austragungsort", en="venue"), Text(de="Austragungsorte", en="venues"))
PLACES_NOTE = Text(de="dazu {mentioned}; {without} ohne Austragungsort", en="and {mentioned}; {without} without a venue")
MENTIONED = (Text(de="nur erwähnter Ort", en="place only mentioned"), Text(de="nur erwähnte Orte", en="places only mentioned"))
SOURCES = (Text(de="Quelle", en="source"), Text(de="Quellen", en="sources"))
SOURCES_NOTE = Text(de="Fußnoten; {without} ohne Fußnote", en="footnotes; {without} without one")


def figures(tables: Tables, lang: Language) -> list[Figure]:
    """The figures of the chosen events."""
    return [make(tables, lang) for make in (_events, _occurred, _planned, _quarters, _places, _sources)]


def _figure(value: int, words: tuple[Text, Text], lang: Language, note: str, page: str = "events", fragment: str = "") -> Figure:
    return Figure(value, words[value != 1](lang), note, page, fragment)


def _events(tables: Tables, lang: Language) -> Figure:
    tellings = tables["events"].loc[tables["events"]["chain_id"] != "", "chain_id"].value_counts()
    chained = int((tellings > 1).sum())
    note = EVENTS_NOTE_CHAINS(lang, chains=number(chained, lang)) if chained else EVENTS_NOTE(lang)
    return _figure(len(tables["events"]), EVENTS, lang, note)


def _occurred(tables: Tables, lang: Language) -> Figure:
    statuses = tables["events"]["status"]
    others = int(statuses.isin(["postponed", "cancelled"]).sum())
    note = OCCURRED_NOTE(lang, others=number(others, lang))
    return _figure(int((statuses == "occurred").sum()), OCCURRED, lang, note, fragment="status=occurred")


def _planned(tables: Tables, lang: Language) -> Figure:
    planned = int((tables["events"]["status"] == "planned").sum())
    return _figure(planned, PLANNED, lang, PLANNED_NOTE(lang), fragment="status=planned")


def _quarters(tables: Tables, lang: Language) -> Figure:
    told = tables["briefings"]["briefing_id"].isin(set(tables["events"]["briefing_id"]))
    quarters = sorted(set(tables["briefings"].loc[told, "quarter"]) - {""})
    note = f"{quarter(quarters[0], lang)} – {quarter(quarters[-1], lang)}" if quarters else ""
    return _figure(len(quarters), QUARTERS, lang, note, "briefing")


def _places(tables: Tables, lang: Language) -> Figure:
    rows = tables["event_places"]
    venues = rows[rows["role"] == "venue"]
    mentioned = set(rows["place_id"]) - set(venues["place_id"])
    without = len(tables["events"]) - venues["event_id"].nunique()
    note = PLACES_NOTE(lang, mentioned=counted(len(mentioned), *MENTIONED, lang), without=counted(without, *EVENTS, lang))
    return _figure(venues["place_id"].nunique(), PLACES, lang, note, "map")


def _sources(tables: Tables, lang: Language) -> Figure:
    rows = tables["event_sources"]
    without = len(tables["events"]) - rows["event_id"].nunique()
    return _figure(
        rows["source_id"].nunique(), SOURCES, lang, SOURCES_NOTE(lang, without=counted(without, *EVENTS, lang)), "data"
    )
