"""Tables that were pasted as lines of words with tabs between them."""

from __future__ import annotations

from itertools import groupby

from cbsite.diagnostics import Edit, Report
from cbsite.read.bullets import begins_with_bullet
from cbsite.read.stretches import Stretch

_SMALLEST = 2
"""Lines that make a table."""


def report_tabs(stretch: Stretch, report: Report) -> None:
    """Report lines under one another that have the same number of tabs; propose a table."""
    if stretch.type != "paragraph" or "\t" not in stretch.content:
        return
    rows = [(row, at, line) for row, (at, line) in enumerate(stretch.lines)]
    for tabs, found in groupby(rows, lambda row: _tabs(row[2])):
        run = list(found)
        if not tabs or len(run) < _SMALLEST:
            continue
        at, to = run[0][1], run[-1][1] + len(run[-1][2])
        span = stretch.span(at, to)
        starts = {stretch.places.position(start)[1] for _, start, _ in run}
        more = run[0][0] > 0, run[-1][0] < len(rows) - 1
        lines = stretch.content[at:to].split("\n")
        # Inside a list or quotation the lines of a table would need its marks before them.
        edits = [Edit(span, _table(lines, more))] if starts == {1} else []
        report.add(
            "W-TABS", stretch.span(at, at + len(lines[0])),
            f"{len(run)} lines have words with tabs between them, which readers see as one paragraph.",
            "Write them as a table, with a bar between the cells.", edits, safe=False,
        )  # fmt: skip


def _tabs(line: str) -> int:
    """The tabs between the words of a line; one after a bullet makes no cells."""
    return 0 if begins_with_bullet(line) else line.strip(" \t").count("\t")


def _table(lines: list[str], more: tuple[bool, bool]) -> str:
    """The table; `more` is whether other lines of the paragraph stand before and after it."""
    rows = [
        [cell.strip().replace("|", "\\|") for cell in line.strip(" \t").split("\t")]
        for line in lines
    ]
    rows.insert(1, ["---"] * len(rows[0]))
    table = "\n".join("| " + " | ".join(cells) + " |" for cells in rows)
    return ("\n" if more[0] else "") + table + ("\n" if more[1] else "")
