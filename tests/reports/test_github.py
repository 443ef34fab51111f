"""A report as workflow commands of GitHub Actions."""

from __future__ import annotations

import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from cbsite.diagnostics import Position, Report, Span, diagnose
from cbsite.reports import as_github
from tests.support.reports import found, found_in_file, reported


def test_one_problem() -> None:
    report = reported(found("E-DATE", corrected='title: "Essex: whole place"'))
    assert as_github(report) == (
        "::error file=content/pages/a.md,line=3,endLine=3,col=13,endColumn=14,"
        "title=E-DATE%3A The date is impossible or in a form that cannot be read"
        "::The value of 'title' has a colon in it.%0APut quotes round the value.%0A"
        'title: "Essex: whole place"'
    )


def test_an_empty_report() -> None:
    assert as_github(Report()) == ""


def test_levels_and_whole_files() -> None:
    report = reported(found_in_file("I-FUTURE"), found_in_file("W-UNUSED"), found_in_file())
    begun = [line.partition(",title=")[0] for line in as_github(report, "hub").split("\n")]
    assert begun == [
        f"::{command} file=hub/content/site.yml" for command in ("error", "notice", "warning")
    ]


def test_columns_only_within_a_line() -> None:
    over = Span("a.md", Position(2, 3), Position(4, 5), "abc")
    lines = Span("b.md", Position(2, 1), Position(4, 1), "abc")
    report = reported(
        diagnose("E-DATE", over, "Wrong.", "Mend."), diagnose("E-DATE", lines, "Wrong.", "Mend.")
    )
    first, second = as_github(report).split("\n")
    assert "line=2,endLine=4,title=" in first
    assert "line=2,endLine=3,title=" in second


def test_odd_characters() -> None:
    report = reported(
        found(
            path="content/100%, a:b\n.md",
            message="50%: a, b\r\nc \U0001f600\x1b",
            hint="Mend.\rNow.",
        )
    )
    (line,) = as_github(report).split("\n")
    assert line.startswith("::error file=content/100%25%2C a%3Ab%0A.md,line=3,")
    assert line.endswith("::50%25: a, b%0Ac \U0001f600<U+001B>%0AMend.%0ANow.")


@given(st.text(), st.text())
def test_no_words_begin_a_command_of_their_own(message: str, path: str) -> None:
    line = as_github(reported(found(message=message, path=f"content/{path}")))
    assert re.fullmatch(r"::error [^\r\n]*::[^\r\n]*", line)
    names = re.findall(r"(?:^::error |,)(\w+)=", line.split("::")[1].join(["::", ""]))
    assert names == ["file", "line", "endLine", "col", "endColumn", "title"]
    if message.isprintable():
        assert unquote(line.split("::", 2)[2]).startswith(message)
