"""Tables in CSV: read as they stand, or refused at the line that is wrong."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbsite.diagnostics import Report
from cbsite.read.csv_table import MOST_ROWS, CsvTable, read_csv
from cbsite.read.decode import decode

RIGHT = 'Budget,In the pool,Pounds\nFamilies, Yes ,"1,200,000"\n"Roads, ""old""",,-3\n'


def read(data: bytes | str) -> tuple[CsvTable | None, list[str]]:
    """The table, and each problem as `code line: message`."""
    report = Report()
    source = decode("a.csv", data.encode() if isinstance(data, str) else data, report)
    table = read_csv(source, report) if source else None
    lines = (d.span.start.line if d.span.start else 0 for d in report)
    return table, [f"{d.code} {n}: {d.message}" for n, d in zip(lines, report, strict=True)]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_as_a_spreadsheet_saves_it(mark: bytes, end: str) -> None:
    table, problems = read(mark + RIGHT.replace("\n", end).encode())
    assert problems == []
    assert table == CsvTable(
        ("Budget", "In the pool", "Pounds"),
        (("Families", "Yes", "1,200,000"), ('Roads, "old"', "", "-3")),
    )


def test_lines_in_a_cell_are_one_cell_and_blank_lines_none() -> None:
    table, problems = read('A,B\n"x\ny",1\n\nz,2\n\n')
    assert problems == []
    assert table is not None
    assert table.rows == (("x y", "1"), ("z", "2"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "E-TABLE 1: The table is empty."),
        ("A,B\n", "E-TABLE 1: The table has headings only."),
        ("A\nx\n", "E-TABLE 1: The table has one column only."),
        ("A;B\nx;y\n", "E-TABLE 1: The columns are divided by semicolons."),
        ("A\tB\nx\ty\n", "E-TABLE 1: The columns are divided by tabs."),
        ("A,,B\nx,y,z\n", "E-TABLE 1: Column 2 has no heading."),
        ("A,B,A\nx,y,z\n", "E-TABLE 1: Two columns have the heading 'A'."),
        ("A,B\nx,y\nz\n", "E-TABLE 3: This row has 1 cell, but there are 2 columns."),
        ("A,B\nx,1,200\n", "E-TABLE 2: This row has 3 cells, but there are 2 columns."),
        ('A,B\n"x\ny",1\nz\n', "E-TABLE 4: This row has 1 cell, but there are 2 columns."),
        ("A,B\n,y\n", "E-TABLE 2: The first cell of the row is empty."),
        ("A,B\nx,y\n,\n", "E-TABLE 3: The row is empty."),
        ('A,B\n"x,y\n', "E-TABLE 2: The quotation marks of this row do not match."),
        ('A,B\n"x"z,y\n', "E-TABLE 2: The quotation marks of this row do not match."),
        ('A,B\n"x' + "\n" * 140_000, "E-TABLE 2: A cell is far too long"),
        ("A,B\nx," + "y" * 2001, "E-TABLE 2: A cell has 2001 characters"),
        ("A,B\n" + "x,y\n" * (MOST_ROWS + 1), f"E-TABLE {MOST_ROWS + 2}: The table has more than"),
        (",".join(map(str, range(21))), "E-TABLE 1: The table has 21 columns"),
        ("A,B\nx,=1+1\n", "E-TABLE 2: A spreadsheet would take the cell '=1+1' for a formula."),
        ("A,B\nx,@SUM(A1)\n", "E-TABLE 2: A spreadsheet would take"),
        ("A,B\nx,- sought\n", "E-TABLE 2: A spreadsheet would take"),
        ("A,B\nx,+cmd|'/c'!A0\n", "E-TABLE 2: A spreadsheet would take"),
        ("A,=B\nx,y\n", "E-TABLE 1: A spreadsheet would take"),
        ("<<<<<<< HEAD\nA,B\n", "E-CONFLICT 1: Two people changed this part"),
        ("A,B\nx,\x00\n" * 10, "E-UNSEEN 2: The file is not a text"),
    ],
)
def test_what_is_refused(text: str, problem: str) -> None:
    table, problems = read(text)
    assert table is None
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    "cell", ["-3", "+4.5%", "-£1,200", "(3)", "a=b", "x@y", "+44 20 7946 0000"]
)
def test_numbers_with_signs_are_no_formulas(cell: str) -> None:
    table, problems = read(f'A,B\nx,"{cell}"\n')
    assert problems == []
    assert table is not None
    assert table.rows == (("x", cell),)


def test_windows_1252_is_named() -> None:
    table, (problem,) = read("A,B\nCafé,1\n".encode("windows-1252"))
    assert table is not None
    assert problem.startswith("E-ENCODING 2: The file is not saved as UTF-8, but as Windows-1252")


CELL = st.text("ab1 ,\"'\n|;\t<&", max_size=9).map(lambda text: f"c{text}d")


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=5))
def test_what_a_csv_writer_writes_is_read(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("A", "B"), *rows])
    table, problems = read(out.getvalue())
    assert problems == []
    assert table is not None
    assert table.rows == tuple(tuple(" ".join(c.split()) for c in row) for row in rows)


@given(st.binary(max_size=200))
def test_no_bytes_are_a_traceback(data: bytes) -> None:
    table, problems = read(data)
    assert (table is None) == bool(problems)
