"""Reports made by hand, for the tests of their forms."""

from __future__ import annotations

from cbsite.diagnostics import Diagnostic, Edit, Report, Source, Span, diagnose

PATH = "content/pages/a.md"


def found(
    code: str = "E-YAML-COLON",
    line: str = "title: Essex: whole place",
    column: int = 13,
    end: int = 14,
    *,
    path: str = PATH,
    number: int = 3,
    message: str = "The value of 'title' has a colon in it.",
    hint: str = "Put quotes round the value.",
    corrected: str = "",
    safe: bool = True,
) -> Diagnostic:
    """A problem in line `number`; `corrected` is the line as it should be."""
    source = Source(path, "\n" * (number - 1) + line)
    edits = [Edit(source.span(number), corrected)] if corrected else []
    return diagnose(code, source.span(number, column, number, end), message, hint, edits, safe)


def found_in_file(code: str = "E-SITE", path: str = "content/site.yml") -> Diagnostic:
    """A problem of a whole file."""
    return diagnose(code, Span(path), "There is no site.yml.", "Write one.")


def reported(*diagnostics: Diagnostic) -> Report:
    report = Report()
    for diagnostic in diagnostics:
        report.keep(diagnostic)
    return report
