"""What counts as which type of event, as the annotation has it: the definitions of `event_types`. Knows no Streamlit."""

from dashboard.language import Language, Text
from loaders.tables import Tables

TITLE = Text(de="Arten von Ereignissen", en="Types of events")
LEAD = Text(
    de="Jedes Ereignis hat genau eine Art. So wird sie von Hand vergeben, und so entscheiden die Regeln; gemeint ist, was an "
    "dem genannten Tag geschieht, nicht, wovon dabei die Rede ist.",
    en="Every event has exactly one type. This is how it is given by hand and how the rules decide; what counts is what "
    "happens on the day named, not what is spoken of there.",
)


def kinds(tables: Tables, lang: Language) -> list[tuple[str, str]]:
    """Label and definition of each type in these tables that has one, in their order.

    Tables of an earlier version have none.
    """
    types = tables["event_types"]
    return [
        (label, definition)
        for label, definition in zip(types[f"label_{lang}"], types[f"definition_{lang}"], strict=True)
        if definition
    ]
