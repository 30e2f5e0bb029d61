"""Whose the data are: what every file says of rights, in words and for programs. Knows no Streamlit."""

from dataclasses import dataclass

from dashboard.language import Text


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence of others that some rows stand under; `id` is its SPDX identifier."""

    id: str
    title: str
    url: str
    tables: tuple[str, ...]


RIGHTS = (
    Text(
        de="Texte, Tabellen und Verzeichnisse sind die des Projekts. Eine offene Lizenz ist ihnen nicht beigegeben: Fragen Sie "
        "vor einer Weitergabe, wer diese Anwendung betreibt, und nennen Sie die Quelle, wie unten angegeben.",
        en="Texts, tables and registers are the project’s own. No open licence comes with them: ask whoever runs this "
        "application before you pass them on, and name the source as given below.",
    ),
    Text(
        de="Koordinaten mit der Herkunft „geonames“ in der Tabelle places: GeoNames (https://www.geonames.org), CC BY 4.0 "
        "(https://creativecommons.org/licenses/by/4.0/); Auszug, auf drei Stellen gerundet.",
        en="Coordinates of the origin ‘geonames’ in the table places: GeoNames (https://www.geonames.org), CC BY 4.0 "
        "(https://creativecommons.org/licenses/by/4.0/); an extract, rounded to three digits.",
    ),
    Text(
        de="Koordinaten mit der Herkunft „natural-earth“: Natural Earth (https://www.naturalearthdata.com), gemeinfrei. "
        "Namen von Staaten: Unicode CLDR, Unicode License v3, ergänzt.",
        en="Coordinates of the origin ‘natural-earth’: Natural Earth (https://www.naturalearthdata.com), public domain. "
        "Names of states: Unicode CLDR, Unicode License v3, with additions.",
    ),
    Text(
        de="Die Fußnoten nennen Veröffentlichungen Dritter; für diese gelten deren eigene Rechte.",
        en="The footnotes name publications of others, to which their own rights apply.",
    ),
)
LICENCES = (
    Licence("CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/", ("places",)),
)
