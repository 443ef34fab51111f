"""Tables in CSV (RFC 4180): a row of headings, then rows as wide as it; nothing is guessed or mended."""

import csv
import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from cbsite.diagnostics import Report, Source

MOST_ROWS = 1000
"""Rows under the headings: more is data to take away, not a table to read."""

MOST_COLUMNS = 20
LONGEST_CELL = 2000
"""Characters of one cell: a longer one is a text."""

_FORMULA = re.compile(r"[=@]|[+-](?![\d\s.,()%£€$/+-]*$)")


class CsvTable(msgspec.Struct, frozen=True, array_like=True):
    """A table as plain words, without the white space round them; every row as wide as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_csv(source: Source, report: Report) -> CsvTable | None:
    """The table in a file, or None; each thing that is wrong is reported at its line (E-TABLE)."""
    reader = _Reader(source, report)
    rows = list(islice(reader.rows(), MOST_ROWS + 2))
    if not rows:
        if not reader.broken:
            reader.problem(
                1, "The table is empty.", "Write its headings, then one line for each row."
            )
        return None
    (line, columns), *body = rows
    if not reader.check_headings(line, columns):
        return None
    if not body and not reader.broken:
        reader.problem(line, "The table has headings only.", "Write one line for each row.")
    if len(body) > MOST_ROWS:
        reader.problem(
            body[MOST_ROWS][0], f"The table has more than {MOST_ROWS} rows, which is all that a page can show.",
            "Keep the rows that matter here, and offer the whole file as a download.",
        )  # fmt: skip
        return None
    for number, cells in body:
        reader.check_row(number, columns, cells)
    return None if reader.broken else CsvTable(columns, tuple(cells for _, cells in body))


class _Reader:
    """Reads one file; `broken` once anything is wrong."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source, self.report = source, report
        self.broken = False

    def problem(self, line: int, message: str, hint: str) -> None:
        self.broken = True
        self.report.add("E-TABLE", self.source.whole_line(line), message, hint)

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each row that is not blank, with the line that it starts on, up to what cannot be read."""
        reader = csv.reader((f"{line}\n" for line in self.source.lines), strict=True)
        start = 1
        try:
            for cells in reader:
                if cells:
                    yield start, tuple(" ".join(cell.split()) for cell in cells)
                start = reader.line_num + 1
        except csv.Error as error:
            long = "field larger" in str(error)
            self.problem(
                start,
                "A cell is far too long; perhaps a quotation mark is not closed."
                if long
                else "The quotation marks of this row do not match.",
                'Put a cell that holds a comma or a quotation mark between ", and write each " in it twice.',
            )

    def check_headings(self, line: int, columns: tuple[str, ...]) -> bool:
        """Whether the first row can be the headings; without them no row can be judged."""
        if len(columns) == 1:
            text = self.source.line(line)
            other = next((name for sign, name in _OTHERS.items() if sign in text), "")
            self.problem(
                line, f"The columns are divided by {other}." if other else "The table has one column only.",
                "Save it as CSV with commas (in a spreadsheet: Save as, CSV UTF-8)."
                if other
                else "Divide the columns by commas, or write a list in Markdown.",
            )  # fmt: skip
            return False
        if len(columns) > MOST_COLUMNS:
            self.problem(
                line, f"The table has {len(columns)} columns; a page can show {MOST_COLUMNS}.",
                "Keep the columns that matter here, and offer the whole file as a download.",
            )  # fmt: skip
            return False
        for number, name in enumerate(columns, start=1):
            if not name:
                self.problem(
                    line, f"Column {number} has no heading.",
                    "Write what is in it, or take the column out of the file.",
                )  # fmt: skip
            elif name in columns[: number - 1]:
                self.problem(
                    line, f"Two columns have the heading '{name}'.", "Give one of them another."
                )
        self.check_cells(line, columns)
        return True

    def check_row(self, line: int, columns: tuple[str, ...], cells: tuple[str, ...]) -> None:
        if len(cells) != len(columns):
            width = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            self.problem(
                line, f"This row has {width}, but there are {len(columns)} columns.",
                'Give it one cell for each column. A cell that holds a comma goes between ".',
            )  # fmt: skip
        elif not cells[0]:
            self.problem(
                line,
                "The row is empty." if not any(cells) else "The first cell of the row is empty.",
                "Delete the line."
                if not any(cells)
                else "Say there what the row is about; a merged cell is written out in each row.",
            )
        self.check_cells(line, cells)

    def check_cells(self, line: int, cells: tuple[str, ...]) -> None:
        for cell in cells:
            if len(cell) > LONGEST_CELL:
                self.problem(
                    line, f"A cell has {len(cell)} characters; a table can show {LONGEST_CELL}.",
                    "Shorten it, or write it as a text.",
                )  # fmt: skip
            elif _FORMULA.match(cell):
                self.problem(
                    line, f"A spreadsheet would take the cell '{cell[:40]}' for a formula.",
                    f"Write what it says without the {cell[0]} before it.",
                )  # fmt: skip


_OTHERS = {";": "semicolons", "\t": "tabs", "|": "bars"}
