"""A page made of the charts that name it as theirs."""

from dashboard.charts import all_charts
from dashboard.shell.page import show_chart
from dashboard.view import View


def show(view: View) -> None:
    """Draws the charts of the page in their order."""
    for chart in all_charts():
        if view.page == chart.PAGE:
            show_chart(chart, view)
