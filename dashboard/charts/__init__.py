"""The charts, one pure module each, found by iteration: a new chart is one new file here.

A chart module has these names, and nothing else of it is used from outside:

    ID: str                     stands in links and file names, never changes
    PAGE: str                   the page that shows it: overview is made of charts of timeline, map, topics
    ORDER: int                  place on its page, ascending; the first is shown first
    TITLE: Text                 heading
    HELP: Text                  what it shows and how to read it, two sentences
    rows(tables, lang)          the tidy frame behind the figure: exactly what its CSV button gives
    figure(rows, lang, look)    a plotly Figure made from these rows alone
    summary(rows, lang)         one sentence made from the data, for screen readers and for the page

A mark that can be clicked carries in `customdata[0]` the query it adds to the selection, such as
'event=2021-q1-04' or 'topic=trade&quarter=2021-Q1' (the keys of `dashboard.filters.selection`).
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def all_charts() -> tuple[ModuleType, ...]:
    """Every chart module, by page and order."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")]
    return tuple(sorted(modules, key=lambda chart: (chart.PAGE, chart.ORDER)))
