"""Native tables of PowerPoint: plain ones, and the matrix of names and quarters with shaded cells. Lengths are inches."""

from collections.abc import Mapping, Sequence

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide as Sheet
from pptx.table import Table, _Cell
from pptx.util import Inches, Pt

from dashboard.drawing.colours import readable_on
from dashboard.language import Language, Text, number
from dashboard.sharing.content import Cells
from dashboard.sharing.powerpoint.frame import BODY, LOOK, colour, describe, write

ALL_EVENTS = Text(de="Alle Ereignisse", en="All events")
TOTAL = Text(de="Summe", en="Total")
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # 'No Style, No Grid'
_MOST_QUARTERS = 24


def plain(
    sheet: Sheet,
    cells: Cells,
    widths: Sequence[float],
    lang: Language,
    words: tuple[str, str],
    size: float = 12,
    place: tuple[float, float, float, float] = BODY,
) -> None:
    """A table of text; `widths` are shares of the whole width, `words` name and description, `place` the most room it has."""
    left, top, width, height = place
    line = min(0.36, height / (len(cells.rows) + 1))
    table = _table(sheet, len(cells.rows) + 1, len(cells.heads), (left, top, width, line * (len(cells.rows) + 1)), words)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Inches(width * share / sum(widths))
    for position, head in enumerate(cells.heads):
        _fill(table.cell(0, position), head, lang, size - 1, LOOK.muted, bold=True, right=position in cells.numbers)
    for down, row in enumerate(cells.rows, 1):
        for across, text in enumerate(row):
            cell = table.cell(down, across)
            _fill(cell, text, lang, size, LOOK.text, right=across in cells.numbers)
            _rule(cell)


def matrix(
    sheet: Sheet,
    rows: pd.DataFrame,
    name: str,
    value: str,
    lang: Language,
    words: tuple[str, str],
    inks: Mapping[str, str],
) -> None:
    """Names down, quarters across (years, where there are too many), the number in each cell on a shade of one hue.

    `inks` are the colours of the names.
    """
    grid, heads, whole = _grid(rows, name, value)
    left, top, width, height = BODY
    lines, last = len(grid) + 3, len(heads) + 1
    table = _table(sheet, lines, last + 1, (left, top, width, height), words)
    size = max(7.0, min(12.0, height / lines * 72 * 0.5))
    for row in table.rows:
        row.height = int(Inches(height) / lines)
    names, totals = 2.5, 0.62
    table.columns[0].width, table.columns[last].width = Inches(names), Inches(totals)
    for position in range(1, last):
        table.columns[position].width = int(Inches(width - names - totals) / len(heads))
    _heads(table, heads, lang, size)
    _fill(table.cell(1, last), TOTAL(lang), lang, size - 1, LOOK.muted, right=True)
    largest = max(float(grid.max(axis=None, skipna=True)), 4.0)
    for down, (label, values) in enumerate(grid.iterrows(), 2):
        _fill(table.cell(down, 0), str(label), lang, size, inks.get(str(label), LOOK.text))
        for across, count in enumerate(values, 1):
            _shade(table.cell(down, across), count, largest, lang, size)
        _fill(table.cell(down, last), number(int(values.sum()), lang), lang, size, LOOK.text, right=True)
    _fill(table.cell(lines - 1, 0), ALL_EVENTS(lang), lang, size, LOOK.muted)
    for across, count in enumerate(whole, 1):
        text = "–" if pd.isna(count) else number(int(count), lang)
        _fill(table.cell(lines - 1, across), text, lang, size, LOOK.muted, centred=True)


def _heads(table: Table, heads: list[tuple[str, str]], lang: Language, size: float) -> None:
    """Two lines: the years, each over all of its quarters, and the quarters."""
    first = 1
    for position in range(len(heads) + 2):
        for down in (0, 1):
            _fill(table.cell(down, position), "", lang, size, LOOK.muted)
    for position, (year, quarter) in enumerate(heads, 1):
        _fill(table.cell(1, position), quarter, lang, size - 1, LOOK.muted, centred=True)
        if position == len(heads) or heads[position][0] != year:
            if position > first:
                table.cell(0, first).merge(table.cell(0, position))
            _fill(table.cell(0, first), year, lang, size, LOOK.muted, bold=True, centred=True)
            first = position + 1


def _grid(rows: pd.DataFrame, name: str, value: str) -> tuple[pd.DataFrame, list[tuple[str, str]], list[float]]:
    """The matrix, year and quarter of each column ('' for a whole year), and all events of each column."""
    frame = rows.assign(**{value: rows[value].astype("Float64").astype(float)})
    quarters = frame.drop_duplicates("quarter")
    whole = quarters.set_index("quarter")["quarter_events"].astype("Float64").astype(float)
    grid = frame.pivot(index=name, columns="quarter", values=value).loc[list(dict.fromkeys(frame[name]))]
    if len(quarters) <= _MOST_QUARTERS:
        return grid, [(quarter[:4], quarter[5:]) for quarter in grid.columns], whole.tolist()
    years = grid.columns.str[:4]
    by_year = grid.T.groupby(years).sum(min_count=1).T
    totals = whole.groupby(whole.index.str[:4]).sum(min_count=1)
    return by_year, [(year, "") for year in by_year.columns], totals.tolist()


def _shade(cell: _Cell, count: float, largest: float, lang: Language, size: float) -> None:
    if pd.isna(count):
        _fill(cell, "", lang, size, LOOK.muted, centred=True)
        return
    ground = LOOK.ramp_at(count / largest)
    _fill(cell, "·" if count == 0 else number(int(count), lang), lang, size, readable_on(ground), centred=True)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(ground)
    _rule(cell, "FFFFFF", all_round=True)


def _table(sheet: Sheet, rows: int, columns: int, place: tuple[float, float, float, float], words: tuple[str, str]) -> Table:
    frame = sheet.shapes.add_table(rows, columns, *(Inches(part) for part in place))
    describe(frame, *words)
    properties = frame._element.graphic.graphicData.tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = _PLAIN_STYLE
    frame.table.horz_banding = False
    return frame.table


def _fill(
    cell: _Cell, text: str, lang: Language, size: float, ink: str, bold: bool = False, right: bool = False, centred: bool = False
) -> None:
    cell.margin_left = cell.margin_right = Inches(0.02 if centred else 0.06)
    cell.margin_top = cell.margin_bottom = 0
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    paragraph.line_spacing = 0.9
    if text:
        write(paragraph, text, lang, size, ink, bold)
    # An empty cell is as high as its type, which is large unless said.
    paragraph._p.get_or_add_endParaRPr().set("sz", str(int(size * 100)))


def _rule(cell: _Cell, ink: str = "", all_round: bool = False) -> None:
    """A line under a cell, or around it."""
    properties = cell._tc.get_or_add_tcPr()
    for side in ("a:lnL", "a:lnR", "a:lnT", "a:lnB") if all_round else ("a:lnB",):
        line = properties.makeelement(qn(side), {"w": str(Pt(1))})
        fill = line.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": ink or LOOK.grid[1:].upper()}))
        line.append(fill)
        # The schema wants lines before the fill of the cell.
        properties.insert(
            len(properties.findall(qn("a:lnL")) + properties.findall(qn("a:lnR")) + properties.findall(qn("a:lnT"))), line
        )
