"""What a reader sees when something fails: what happened, that nothing is lost, and what to do. Never a traceback."""

import logging
import secrets

import streamlit as st

from dashboard.language import LANGUAGES, Language, Text

_log = logging.getLogger("dashboard")
_FAILED = Text(
    de="**Diese Ansicht ließ sich nicht zeichnen.** Ihre Filter stehen weiter in der Adresse. Laden Sie die Seite neu; hilft "
    "das nicht, nehmen Sie den zuletzt gesetzten Filter weg oder öffnen Sie die [Übersicht](./). Wer den Dienst betreibt, "
    "findet die Ursache im Protokoll unter **{number}**.",
    en="**This view could not be drawn.** Your filters are still in the address. Reload the page; if that does not help, "
    "remove the filter you set last or open the [overview](./). Whoever runs this service finds the cause in the log "
    "under **{number}**.",
)
_NO_TABLES = Text(
    de="**Die Daten lassen sich nicht lesen.** Schreiben Sie die Tabellen neu mit `python -m loaders` und laden Sie die "
    "Seite neu. Einzelheiten stehen im Protokoll unter **{number}**.",
    en="**The data cannot be read.** Write the tables anew with `python -m loaders` and reload the page. Details are in the "
    "log under **{number}**.",
)


def show_failure(error: Exception) -> bool:
    """Logs the error under a number and shows a calm message; True tells Streamlit that nothing else is to be shown."""
    _show(_FAILED, error)
    return True


def show_no_tables(error: Exception) -> None:
    """The message for tables that are missing or do not fit the contract."""
    _show(_NO_TABLES, error)


def _show(message: Text, error: Exception) -> None:
    number = secrets.token_hex(3)
    _log.error("Failure %s", number, exc_info=error)
    asked = st.query_params.get("lang")
    lang: Language = asked if asked in LANGUAGES else "de"
    st.error(message(lang, number=number), icon=":material/error:")
