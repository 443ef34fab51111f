"""Rows of tables that are longer than the table, whose last cells markdown-it leaves out without a word."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.token import Token

from cbsite.diagnostics import Report, Source


def count_cells(md: MarkdownIt) -> None:
    """Have each row's token say how many `cells` its line has, and how many `columns` its table."""
    md.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})


def report_lost_cells(row: Token, source: Source, line: int, report: Report) -> None:
    """Report a row that has more cells than the table has columns."""
    cells, columns = int(row.meta["cells"]), int(row.meta["columns"])
    if cells <= columns:
        return
    width = "1 column" if columns == 1 else f"{columns} columns"
    report.add(
        "E-CELLS", source.whole_line(line), f"The row has {cells} cells, but the table has {width}.",
        "Give the header a cell for each column, or write \\| for a bar that is part of the words.",
    )  # fmt: skip


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    before = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    columns = _cells(getLine(state, start))
    for token in state.tokens[before:]:
        if token.type == "tr_open" and token.map:
            cells = _cells(getLine(state, token.map[0]))
            token.meta |= {"cells": cells, "columns": columns}
    return True


def _cells(line: str) -> int:
    """How many cells markdown-it finds in a line."""
    cells = escapedSplit(mdTrim(line))
    cells = cells[1:] if cells[0] == "" else cells
    return len(cells) - 1 if cells and cells[-1] == "" else len(cells)
