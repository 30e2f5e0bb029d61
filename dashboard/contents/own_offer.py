"""The way to the page that reads a briefing of one's own. Knows no Streamlit."""

from dashboard.contents.html_parts import link, tag
from dashboard.language import Text
from dashboard.view import View

TITLE = Text(de="Haben Sie ein eigenes Briefing?", en="Do you have a briefing of your own?")
WHAT = Text(
    de="Word, PDF, Webseite oder Text: gezeigt wird jedes Ereignis mit seinen Wörtern und was offen blieb, dazu alle Tabellen "
    "zum Herunterladen. Gespeichert wird nichts.",
    en="Word, PDF, web page or text: each event is shown with its words, and what stayed open, with all tables to download. "
    "Nothing is stored.",
)
GO = Text(de="Eigenes Briefing lesen lassen", en="Have your briefing read")


def own_offer(view: View) -> str:
    """A box with the link."""
    lang = view.lang
    words = tag("div", tag("strong", TITLE(lang)) + tag("span", WHAT(lang), "quiet"))
    return tag("aside", words + link(view.url("own"), GO(lang), "button"), "offer", aria_label=TITLE(lang))
