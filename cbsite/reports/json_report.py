"""A report as JSON, for programs of one's own."""

from __future__ import annotations

import json

from cbsite.diagnostics import Diagnostic, Report, corrected_lines


def as_json(report: Report) -> str:
    """A list of objects, in the order of the report; line and column are null for a whole file.

    In ASCII, so that no character is lost or acts on a terminal.
    """
    return json.dumps([_plain(diagnostic) for diagnostic in report], indent=2)


def _plain(diagnostic: Diagnostic) -> dict[str, object]:
    start, end = diagnostic.span.start, diagnostic.span.end
    return {
        "path": diagnostic.span.path,
        "line": start.line if start else None,
        "column": start.column if start else None,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "code": diagnostic.code,
        "level": diagnostic.level,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "corrected": corrected_lines(diagnostic.edits),
        "safe": diagnostic.safe,
        "edits": [
            {
                "line": edit.span.start.line,
                "column": edit.span.start.column,
                "end_line": edit.span.end.line,
                "end_column": edit.span.end.column,
                "replacement": edit.replacement,
            }
            for edit in diagnostic.edits
            if edit.span.start and edit.span.end
        ],
    }
