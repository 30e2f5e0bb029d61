"""First steps, and one example link for each kind of reader."""

from dataclasses import dataclass

from dashboard.language import Text


@dataclass(frozen=True, slots=True)
class Example:
    """A link worth following: `page` and `fragment` as a view's address takes them."""

    reader: Text
    task: Text
    page: str
    fragment: str


STEPS = (
    Text(
        de="Eine Ansicht wählen: Zeitleiste, Karte, Themen oder die Liste der Ereignisse.",
        en="Choose a view: timeline, map, topics or the list of events.",
    ),
    Text(
        de="Links eingrenzen, etwa auf ein Jahr und ein Thema. Der Satz über jeder Ansicht sagt, was gilt.",
        en="Narrow it down on the left, to a year and a topic for instance. The sentence above each view says what holds.",
    ),
    Text(
        de="Ein Ereignis öffnen: Dort steht die Textstelle mit markierten Belegen und den Quellen.",
        en="Open an event: its page shows the passage with the evidence marked, and the sources.",
    ),
    Text(
        de="Den Link kopieren oder die Zeilen herunterladen. Beides trägt genau diese Auswahl.",
        en="Copy the link or download the rows. Both carry exactly this selection.",
    ),
)
EXAMPLES = (
    Example(
        Text(de="Wer erkundet", en="Exploring"),
        Text(de="Digitale Wirtschaft 2021 auf der Karte", en="Digital economy in 2021 on the map"),
        "map",
        "quarter=2021-Q1,2021-Q2,2021-Q3,2021-Q4&topic=digital-economy",
    ),
    Example(
        Text(de="Wer vorträgt", en="Presenting"),
        Text(
            de="Gipfel und Ministertreffen als Vollbild",
            en="Summits and ministerial meetings, full screen",
        ),
        "timeline",
        "type=summit,ministerial&present=1",
    ),
    Example(
        Text(de="Wer auswertet", en="Analysing"),
        Text(de="Geplante Ereignisse zum Herunterladen", en="Planned events to download"),
        "events",
        "status=planned",
    ),
)
