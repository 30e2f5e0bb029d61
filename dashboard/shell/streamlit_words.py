"""Streamlit's own words that a reader can meet, in the languages of the application; Streamlit has them in English only.

A key is what Streamlit writes, '{}' in it stands for any text, such as a number or a name, and returns at '{}' of the
translation. A language without an entry for a key keeps what Streamlit writes. Texts are taken from the client of the locked
version: `tests/dashboard/test_streamlit_words.py` asks there whether they still exist.
"""

from dashboard.language import Language

_SELECTION = {
    "Choose an option": "Auswählen",
    "Choose options": "Auswählen",
    "Clear all": "Alle entfernen",
    "Clear value": "Leeren",
    "No options to select": "Nichts zur Auswahl",
    "No results": "Keine Treffer",
    "Open": "Öffnen",
    "Remove {}": "Entfernen: {}",
    "Select all": "Alle auswählen",
    "Select {} matches": "{} Treffer auswählen",
    "Selected values": "Gewählt",
    "Show suggestions": "Vorschläge zeigen",
    "Suggestions": "Vorschläge",
    "{} option available.": "{} Eintrag.",
    "{} options available.": "{} Einträge.",
    "{}, selected": "{}, gewählt",
    "Clear entry": "Leeren",
    "Press Enter to apply": "Mit der Eingabetaste anwenden",
}
_TABLE = {
    "Accounting": "Buchhaltung",
    "Automatic": "Automatisch",
    "Autosize": "Breite anpassen",
    "Calendar": "Kalender",
    "Clear selection": "Auswahl aufheben",
    "Clear selection: {}": "Auswahl aufheben: {}",
    "Close Search": "Suche schließen",
    "Close fullscreen": "Vollbild verlassen",
    "Close fullscreen: {}": "Vollbild verlassen: {}",
    "Compact": "Kurz",
    "Copy column name": "Spaltennamen kopieren",
    "Dataframe column menu": "Menü der Spalte",
    "Distance": "Abstand",
    "Dollar": "Dollar",
    "Download as CSV": "Als CSV herunterladen",
    "Download as CSV: {}": "Als CSV herunterladen: {}",
    "Fullscreen": "Vollbild",
    "Fullscreen: {}": "Vollbild: {}",
    "Hide column": "Spalte ausblenden",
    "Localized": "Landesüblich",
    "Next Result": "Nächster Treffer",
    "No content": "Kein Inhalt",
    "Percent": "Prozent",
    "Pin column": "Spalte anheften",
    "Plain": "Schlicht",
    "Previous Result": "Voriger Treffer",
    "Scientific": "Wissenschaftlich",
    "Search": "Suchen",
    "Search: {}": "Suchen: {}",
    "Show/hide columns": "Spalten wählen",
    "Show/hide columns: {}": "Spalten wählen: {}",
    "Sort ascending": "Aufsteigend sortieren",
    "Sort descending": "Absteigend sortieren",
    "Statistics": "Kennzahlen",
    "Type to search": "Zum Suchen tippen",
    "Unpin column": "Spalte lösen",
}
_COLUMN = {
    "Average": "Mittelwert",
    "Average length": "Mittlere Länge",
    "Based on sample": "Aus einer Stichprobe",
    "Count": "Anzahl",
    "Distinct": "Verschiedene",
    "Distribution histogram": "Verteilung",
    "Empty": "Leer",
    "Maximum": "Größter Wert",
    "Maximum length": "Größte Länge",
    "Median": "Median",
    "Minimum": "Kleinster Wert",
    "Minimum length": "Kleinste Länge",
    "Standard deviation": "Standardabweichung",
    "Sum": "Summe",
    "Top values frequency chart": "Häufigste Werte",
    "Values": "Werte",
}
_FILES = {
    "Add files": "Dateien hinzufügen",
    "Cancel upload of {}": "Hochladen abbrechen: {}",
    "Click to retry upload": "Noch einmal hochladen",
    "Copied": "Kopiert",
    "Copy to clipboard": "In die Zwischenablage kopieren",
    "Download failed": "Der Download ist fehlgeschlagen",
    "Drag and drop a file here": "Datei hierher ziehen",
    "Drag and drop files here": "Dateien hierher ziehen",
    "File is larger than {}": "Die Datei ist größer als {}",
    "Only one file is allowed.": "Nur eine Datei ist möglich.",
    "Too many files": "Zu viele Dateien",
    "Unexpected error. Please try again.": "Unerwarteter Fehler. Bitte noch einmal versuchen.",
    "Upload": "Hochladen",
    "Upload failed": "Das Hochladen ist fehlgeschlagen",
    "file upload": "Datei hochladen",
    "{}MB per file": "{}\N{NO-BREAK SPACE}MB je Datei",
    "{} per file": "{} je Datei",
}
_LOST = "Streamlit server is not responding. Are you connected to the internet?"
_FRAME = {
    "Close": "Schließen",
    "Collapse sidebar": "Filter ausblenden",
    "Connection error": "Verbindung unterbrochen",
    "Dismiss": "Schließen",
    "Expand sidebar": "Filter einblenden",
    "Help": "Hilfe",
    "Help for {}": "Hilfe: {}",
    "Main menu": "Hauptmenü",
    "Sidebar": "Filter",
    "Skip to main content": "Zum Inhalt springen",
    _LOST: "Der Server antwortet nicht. Sobald er es wieder tut, geht es hier von selbst weiter.",
}
_WORDS: dict[str, dict[str, str]] = {
    "de": _SELECTION | _TABLE | _COLUMN | _FILES | _FRAME,
    "en": {
        "Collapse sidebar": "Hide the filters",
        "Connection error": "Connection lost",
        "Expand sidebar": "Show the filters",
        "Sidebar": "Filters",
        "{}MB per file": "{}\N{NO-BREAK SPACE}MB per file",
        _LOST: "The server does not answer. As soon as it does, this page goes on by itself.",
    },
}


def streamlit_words(lang: Language) -> dict[str, str]:
    """What to write instead of each of Streamlit's own texts; empty for a language without translations."""
    return _WORDS.get(lang, {})
