"""Steps and slides for the tests of everything that is shown or printed elsewhere."""

from dashboard import data
from dashboard.charts import all_charts
from dashboard.sharing.slide import Slide, slide
from dashboard.sharing.steps import Step, StepSet

TABLES = data.current()
BASE = "https://sco.example/app/"
QUARTERS = sorted(TABLES["briefings"]["quarter"])
YEAR = f"quarter={','.join(QUARTERS[:4])}"
ONE = f"quarter={QUARTERS[-1]}"
EVENT = TABLES["events"]["event_id"].iloc[len(TABLES["events"]) // 2]
CHARTS = [Step(chart.PAGE, YEAR, chart.ID) for chart in all_charts()]
OTHERS = [Step("overview", YEAR), Step("events", ONE), Step("event", f"event={EVENT}")]
NOTHING = Step("timeline", "q=kein Text enthält dies")
WHOLE = StepSet("Probe", "de", TABLES.version, (*CHARTS, *OTHERS, NOTHING))


def made(step: Step, lang: str = "de") -> Slide:
    return slide(step, TABLES, lang, BASE)
