"""A report as GitLab's Code Quality, which merge requests show."""

from __future__ import annotations

import json

from cbsite.diagnostics import Report, printable_lines
from cbsite.reports.files import fingerprinted, repository_path

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def as_gitlab(report: Report, folder: str = "") -> str:
    """A list of issues in ASCII; the hub is at `folder` in the repository.

    A problem of a whole file stands at line 1, as each must have a line.
    """
    return json.dumps(
        [
            {
                "description": printable_lines(f"{diagnostic.message} {diagnostic.hint}"),
                "check_name": diagnostic.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[diagnostic.level],
                "location": {
                    "path": repository_path(diagnostic.span.path, folder),
                    "lines": {"begin": diagnostic.span.start.line if diagnostic.span.start else 1},
                },
            }
            for diagnostic, fingerprint in fingerprinted(report)
        ],
        indent=2,
    )
