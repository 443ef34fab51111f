"""A report as SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import quote

from cbsite import __version__
from cbsite.diagnostics import CODES, Diagnostic, Edit, Report, Span, printable_lines
from cbsite.reports.explanations import Explanation
from cbsite.reports.files import fingerprinted, repository_path

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"

Json = dict[str, object]


def as_sarif(report: Report, explanations: Mapping[str, Explanation], folder: str = "") -> str:
    """One run, with a rule for each code that was found; the hub is at `folder` in the repository."""
    codes = [code for code in CODES if any(diagnostic.code == code for diagnostic in report)]
    driver = {
        "name": "cbsite",
        "version": __version__,
        "rules": [_rule(code, explanations) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "results": [
            _result(diagnostic, codes.index(diagnostic.code), fingerprint, folder)
            for diagnostic, fingerprint in fingerprinted(report)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(code: str, explanations: Mapping[str, Explanation]) -> Json:
    level, title = CODES[code]
    made: Json = {
        "id": code,
        "shortDescription": {"text": f"{title}."},
        "defaultConfiguration": {"level": _LEVELS[level]},
    }
    if explained := explanations.get(code):
        made["fullDescription"] = {"text": explained.first}
        made["help"] = {"text": explained.text, "markdown": explained.text}
    return made


def _result(diagnostic: Diagnostic, index: int, fingerprint: str, folder: str) -> Json:
    place = {
        "artifactLocation": _file(diagnostic.span.path, folder),
        # GitHub wants a line of every result; a problem of a whole file is at its first.
        "region": _region(diagnostic.span) or {"startLine": 1},
    }
    made: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.level],
        "message": {"text": printable_lines(f"{diagnostic.message} {diagnostic.hint}")},
        "locations": [{"physicalLocation": place}],
        # The name that GitHub compares between runs.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if fix := _fix(diagnostic, folder):
        made["fixes"] = [fix]
    return made


def _fix(diagnostic: Diagnostic, folder: str) -> Json | None:
    changes: dict[str, list[Json]] = {}
    for edit in diagnostic.edits:
        if replacement := _replacement(edit):
            changes.setdefault(edit.span.path, []).append(replacement)
    if not changes:
        return None
    return {
        "description": {"text": diagnostic.hint},
        "artifactChanges": [
            {"artifactLocation": _file(path, folder), "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _replacement(edit: Edit) -> Json | None:
    region = _region(edit.span)
    return region and {
        "deletedRegion": region,
        "insertedContent": {"text": edit.replacement},
    }


def _region(span: Span) -> Json | None:
    if not span.start or not span.end:
        return None
    return {
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    }


def _file(path: str, folder: str) -> Json:
    uri = quote(repository_path(path, folder), safe="/", errors="surrogatepass")
    return {"uri": uri, "uriBaseId": _ROOT}
