"""How to cite what is shown."""

from dashboard.filters.sentence import headline
from dashboard.language import Text, quarter
from dashboard.view import View

CITATION = Text(
    de="SCO-Aktivitäten. {quarters}, Datenstand {version}. {selection}.",
    en="SCO Activity. {quarters}, data version {version}. {selection}.",
)


def citation(view: View) -> str:
    """The citation in one line: quarters, version of the data, selection in words and number of events."""
    quarters = sorted(set(view.everything["briefings"]["quarter"]))
    span = f"{quarter(quarters[0], view.lang)} – {quarter(quarters[-1], view.lang)}" if quarters else "–"
    selection = "".join(headline(view.selection, view.everything, view.lang, view.count))
    return CITATION(view.lang, quarters=span, version=view.everything.version, selection=selection)
