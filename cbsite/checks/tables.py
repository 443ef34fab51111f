"""Tables in Markdown: without a heading, a cell means nothing to those who hear it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Report, Source, Span
from cbsite.read.tree import Passage, Table

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"(?=.*\|)(?=.*-)[\s|:-]+")
_MARKS = re.compile(r"^(?:\s|>|[-*+]\s|\d+[.)]\s)*")


def check_tables(texts: Iterable[ShownText], report: Report) -> None:
    """Report each column without a heading, each table without rows, and what is shown as none (W-TABLE).

    The first heading may be empty, as the column under it may hold the names of the rows.
    """
    for text in texts:
        for table in text.prose.tables:
            _check(text.source, table, report)
        for passage in text.passages:
            if passage.kind != "cell":
                _broken(text.source, passage, report)


def _check(source: Source, table: Table, report: Report) -> None:
    whole = source.whole_line(table.line)
    if not any(table.headings):
        report.add(
            "W-TABLE", whole, "The columns of the table have no headings.",
            "Write above each column what it holds.",
        )  # fmt: skip
        return
    if not table.rows:
        report.add(
            "W-TABLE", whole, "The table has headings, but no rows.",
            "Write its rows below the line of hyphens, or take the table out.",
        )  # fmt: skip
    for number, heading in enumerate(table.headings):
        if number and not heading:
            report.add(
                "W-TABLE", _cell(source, table.line, number), f"Column {number + 1} of the table has no heading.",
                "Write above the column what it holds.",
            )  # fmt: skip


def _broken(source: Source, passage: Passage, report: Report) -> None:
    """Report what was typed as a table, but runs on as words."""
    first, last = passage.runs[0][1], passage.runs[-1][1]
    if first == last:
        return
    typed = {number: _typed(source, number) for number in range(first, last + 1)}
    rule = next((number for number, line in typed.items() if _RULE.fullmatch(line)), 0)
    grid = [number for number, line in typed.items() if line.startswith(("+--", "+=="))]
    rows = [number for number, line in typed.items() if line.startswith("|") or number == rule]
    if len(grid) > 1:
        hint = "Write it with bars: its headings, below them a line such as  | --- | --- |  and then its rows."
    elif rule > first:
        hint = _of_rule(typed[rule - 1], typed[rule])
    elif len(rows) > 1:
        hint = (
            "Write below its headings a line with hyphens for each column, such as  | --- | --- |."
        )
    else:
        return
    place = source.whole_line(rule - 1 if rule > first else min(grid + rows))
    report.add("W-TABLE", place, "The table is not shown as one: its lines run on as words.", hint)


def _of_rule(headings: str, rule: str) -> str:
    cells, dashes = len(_cells(headings)), len(_cells(rule))
    if cells != dashes:
        return f"Give the line of hyphens as many cells as the headings above it: they have {cells}, it has {dashes}."
    return "Write the line of hyphens as  | --- | --- |  and leave a line empty above the table."


def _typed(source: Source, number: int) -> str:
    """A line without the marks of a quotation or of a list before it."""
    return _MARKS.sub("", source.line(number)).strip()


def _cells(line: str) -> list[str]:
    """The cells of a line; bars at its ends are optional."""
    return _BAR.split(re.sub(r"^\||(?<!\\)\|$", "", line))


def _cell(source: Source, line: int, number: int) -> Span:
    """A cell of a line by its number from 0, between its bars; bars at the ends of the line are optional."""
    typed = source.line(line)
    end = len(typed.rstrip())
    bars = [match.start() for match in _BAR.finditer(typed)]
    before = [] if typed.lstrip().startswith("|") else [len(typed) - len(typed.lstrip()) - 1]
    edges = [*before, *bars, end]
    return source.span(line, edges[number] + 2, line, max(edges[number + 1] + 1, edges[number] + 2))
