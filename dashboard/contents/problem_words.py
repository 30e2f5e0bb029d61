"""How grave a problem is, as sign and word. Knows no Streamlit."""

from html import escape

from dashboard.contents.html_parts import tag
from dashboard.language import Language, Text

SEVERITIES = {
    "error": ("✕", Text(de="Fehler", en="Error")),
    "warning": ("▲", Text(de="Warnung", en="Warning")),
    "info": ("•", Text(de="Info", en="Note")),
}


def severity(severity_id: str, lang: Language) -> str:
    """A severity as HTML; the sign is for the eye alone, one that is not known is named by its id."""
    sign, word = SEVERITIES.get(severity_id, ("", None))
    text = tag("span", sign, "sign", aria_hidden="true") + f" {escape(word(lang) if word else severity_id)}"
    return tag("span", text, f"severity severity-{escape(severity_id)}")
