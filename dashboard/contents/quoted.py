"""The notice that titles and passages stand in the language of their briefing, where that is not the reader's. As HTML."""

from html import escape

from dashboard.contents.html_parts import tag
from dashboard.language import Text
from dashboard.names import language_name
from dashboard.view import View
from loaders.tables import Tables

QUOTED = Text(
    de="Titel und Textstellen stehen in der Sprache des Briefings: {languages}.",
    en="Titles and passages are quoted in the language of the briefing: {languages}.",
)


def quoted_html(view: View) -> str:
    """One line for a page that quotes the chosen events; '' where all of them speak the reader's language."""
    languages = view.everything["briefings"].set_index("briefing_id")["language"]
    spoken = sorted(set(languages.reindex(view.tables["events"]["briefing_id"].unique()).dropna()) - {view.lang, ""})
    if not spoken:
        return ""
    names = ", ".join(language_name(code, view.lang) for code in spoken)
    return tag("p", escape(QUOTED(view.lang, languages=names)), "quiet")


def spoken_by_event(tables: Tables) -> dict[str, str]:
    """The language of each event's title and passage, as a BCP 47 tag, by event id; '' where it is not known."""
    of_briefing = dict(zip(tables["briefings"]["briefing_id"], tables["briefings"]["language"], strict=True))
    events = tables["events"]
    return {id_: of_briefing.get(book, "") for id_, book in zip(events["event_id"], events["briefing_id"], strict=True)}
