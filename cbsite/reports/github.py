"""A report as workflow commands of GitHub Actions, which show each problem beside its line."""

from __future__ import annotations

from cbsite.diagnostics import CODES, Diagnostic, Report, corrected_lines, printable_lines
from cbsite.reports.files import by_file, repository_path

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def as_github(report: Report, folder: str = "") -> str:
    """One `::error` line or the like for each problem; the hub is at `folder` in the repository.

    GitHub shows only the first ten of each level for a step, so what matters most comes first.
    """
    return "\n".join(
        _command(diagnostic, folder)
        for _, diagnostics in by_file(report)
        for diagnostic in diagnostics
    )


def _command(diagnostic: Diagnostic, folder: str) -> str:
    span = diagnostic.span
    properties = {"file": repository_path(span.path, folder)}
    if span.start and span.end:
        # A span that ends before the first character of a line does not touch that line.
        last = span.end.line - (span.end.column == 1 and span.end.line > span.start.line)
        properties |= {"line": str(span.start.line), "endLine": str(last)}
        if span.end.line == span.start.line:  # GitHub takes columns only of a span on one line
            properties |= {"col": str(span.start.column), "endColumn": str(span.end.column)}
    properties["title"] = f"{diagnostic.code}: {CODES[diagnostic.code][1]}"
    message = "\n".join([diagnostic.message, diagnostic.hint, *corrected_lines(diagnostic.edits)])
    words = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.level]} {words}::{_data(message)}"


def _data(text: str) -> str:
    """The text of a command, with what would end the line escaped."""
    shown = printable_lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    return shown.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, with what would end the value escaped too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
