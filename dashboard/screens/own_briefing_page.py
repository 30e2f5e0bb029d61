"""A briefing of the reader's own: dropped or pasted, read by the loaders, shown for this session only."""

import streamlit as st

from dashboard.contents.html_parts import STYLE_SHEET, tag
from dashboard.language import Language, Text
from dashboard.markdown import escaped
from dashboard.screens.own_briefing_html import own_briefing_html
from dashboard.view import View

TITLE = Text(de="Eigenes Briefing", en="Your briefing")
LEAD = Text(
    de="Was finden die Loader in einem Text, der nicht zum Bestand gehört? Er bleibt in dieser Sitzung: Auf dem Server wird "
    "nichts gespeichert, kein Link enthält ihn, und die Zahlen der anderen Seiten bleiben, wie sie sind.",
    en="What do the loaders find in a text that is not among the data? It stays in this session: nothing is stored on the "
    "server, no link contains it, and the numbers of the other pages stay as they are.",
)
FILE = Text(de="Briefing als Datei (bis 10 MB)", en="Briefing as a file (up to 10 MB)")
PASTE = Text(de="… oder als Text einfügen", en="… or paste its text")
READ = Text(de="Lesen", en="Read")
READING = Text(de="Das Briefing wird gelesen …", en="Reading the briefing …")
TOO_LARGE = Text(
    de="{name} hat mehr als 10 MB. Ein Briefing ist ein Text: Bitte ohne Bilder speichern oder den Text einfügen.",
    en="{name} is larger than 10 MB. A briefing is a text: please save it without pictures, or paste the text.",
)
TEMPLATE = Text(de="Vorlage für Korrekturen (CSV)", en="Template for corrections (CSV)")
FORGET = Text(de="Verwerfen", en="Discard")
PASTED = Text(de="eingefügter Text", en="pasted text")
SUFFIXES = ["md", "markdown", "txt", "text", "html", "htm", "xhtml", "mhtml", "mht", "docx", "docm", "pdf"]
LARGEST = 10_000_000  # bytes
_HELD = "own_briefing"


def show(view: View) -> None:
    """Takes a briefing, and draws what was found in the last one taken."""
    lang = view.lang
    st.html(STYLE_SHEET)
    st.html(tag("div", tag("h1", TITLE(lang)) + tag("p", LEAD(lang), "lead"), "pg"))
    file = st.file_uploader(FILE(lang), type=SUFFIXES, key="own_file")
    if file is not None and st.session_state.get("own_taken") != file.file_id:
        st.session_state["own_taken"] = file.file_id
        _take(file.name, file.getvalue(), lang)
    with st.expander(PASTE(lang)):
        text = st.text_area(PASTE(lang), key="own_text", label_visibility="collapsed", height=200)
        if st.button(READ(lang), key="own_read") and text.strip():
            _take(f"{PASTED(lang)}.md", text.encode(), lang)
    held = st.session_state.get(_HELD)
    if held is None:
        return
    with st.container(horizontal=True):
        st.download_button(
            TEMPLATE(lang),
            data=held.template,
            file_name="corrections.csv",
            mime="text/csv",
            on_click="ignore",
            key="own_template",
        )
        st.button(FORGET(lang), key="own_forget", on_click=lambda: st.session_state.pop(_HELD, None), type="tertiary")
    st.html(tag("div", own_briefing_html(held.tables, view), "pg"))


def _take(name: str, data: bytes, lang: Language) -> None:
    # Only here: whoever does not bring a briefing does not wait for the libraries that read PDF and Word.
    from loaders.upload import BriefingError, read_upload

    st.session_state.pop(_HELD, None)
    if len(data) > LARGEST:
        st.error(escaped(TOO_LARGE(lang, name=name)), icon=":material/error:")
        return
    try:
        with st.spinner(READING(lang)):
            st.session_state[_HELD] = read_upload(name, data)
    except BriefingError as error:
        st.error(escaped(str(error)), icon=":material/error:")
