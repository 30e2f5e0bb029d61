"""The settings plotly.js gets with every figure: language of its own words and dates, mode bar, name of a saved picture."""

from functools import cache

from babel import Locale

from dashboard.language import LOCALES, Language, Text

# What plotly.js itself can say in the mode bar and at the edge of a figure; its keys are its English texts.
_WORDS = {
    "Autoscale": Text(de="Alles zeigen", en="Show everything"),
    "Box Select": Text(de="Rechteck auswählen", en="Select a box"),
    "Lasso Select": Text(de="Mit Lasso auswählen", en="Select with a lasso"),
    "Double-click to zoom back out": Text(de="Doppelklick zeigt wieder alles", en="Double-click to zoom back out"),
    "Download plot": Text(de="Bild speichern", en="Save the picture"),
    "Download plot as a PNG": Text(de="Bild als PNG speichern", en="Save the picture as PNG"),
    "Pan": Text(de="Verschieben", en="Move"),
    "Reset axes": Text(de="Zurücksetzen", en="Reset"),
    "Zoom": Text(de="Vergrößern", en="Zoom"),
    "Zoom in": Text(de="Größer", en="Zoom in"),
    "Zoom out": Text(de="Kleiner", en="Zoom out"),
    "Taking snapshot - this may take a few seconds": Text(de="Das Bild wird erstellt …", en="The picture is being made …"),
    "Snapshot succeeded": Text(de="Bild gespeichert", en="Picture saved"),
    "Sorry, there was a problem downloading your snapshot!": Text(
        de="Das Bild ließ sich nicht speichern.", en="The picture could not be saved."
    ),
}
_UNWANTED = ["autoScale2d", "toggleSpikelines", "hoverClosestCartesian", "hoverCompareCartesian", "toImage"]


def figure_config(lang: Language, file_name: str, select: bool = False) -> dict[str, object]:
    """The `config` of a figure; `select` offers box and lasso. `file_name` has no ending."""
    return {
        "displaylogo": False,
        "displayModeBar": "hover" if select else False,
        "modeBarButtonsToRemove": _UNWANTED,
        "doubleClick": "reset",
        "locale": lang,
        "locales": {lang: _locale(lang)},
        "toImageButtonOptions": {"format": "svg", "filename": file_name},
    }


@cache
def _locale(lang: Language) -> dict[str, object]:
    """A locale of plotly.js: its words, and days and months as Babel (Unicode CLDR) writes them."""
    names = Locale.parse(LOCALES[lang])
    days, months = names.days["stand-alone"], names.months["stand-alone"]
    sunday_first = [6, 0, 1, 2, 3, 4, 5]
    return {
        "dictionary": {key: text(lang) for key, text in _WORDS.items()},
        "format": {
            "days": [days["wide"][index] for index in sunday_first],
            "shortDays": [days["abbreviated"][index] for index in sunday_first],
            "months": [months["wide"][index] for index in range(1, 13)],
            "shortMonths": [months["abbreviated"][index] for index in range(1, 13)],
            "date": "%d.%m.%Y" if lang == "de" else "%d/%m/%Y",
            "decimal": "," if lang == "de" else ".",
            "thousands": "." if lang == "de" else ",",
            "year": "%Y",
            "month": "%b %Y",
            "dayMonth": "%-d. %b" if lang == "de" else "%-d %b",
            "dayMonthYear": "%-d. %b %Y" if lang == "de" else "%-d %b %Y",
        },
    }
