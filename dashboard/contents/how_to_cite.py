"""How to cite what is shown."""

from dashboard.filters.sentence import headline
from dashboard.language import Text, day, quarter
from dashboard.view import View
from dashboard.when import last_day

CITATION = Text(
    de="SCO-Aktivitäten. {selection}. Briefings {quarters}, Stand der Daten: {day} (Kennung {version}).",
    en="SCO Activity. {selection}. Briefings {quarters}, data as of {day} (version {version}).",
)


def citation(view: View) -> str:
    """The citation in one line: selection in words with its number of events, quarters, and the state of the data.

    The day is the last one that the briefings tell of; the version, for machines, stands behind it. A briefing of the reader's
    own is left out: no one else could look it up.
    """
    view = view.project
    quarters = sorted(set(view.everything["briefings"]["quarter"]))
    span = f"{quarter(quarters[0], view.lang)} – {quarter(quarters[-1], view.lang)}" if quarters else "–"
    selection = "".join(headline(view.selection, view.everything, view.lang, view.count))
    until = day(last_day(quarters[-1]), view.lang) if quarters else "–"
    return CITATION(view.lang, quarters=span, day=until, version=view.version, selection=selection)
