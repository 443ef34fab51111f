"""A report as GitLab's Code Quality."""

from __future__ import annotations

import json

from cbsite.diagnostics import Report
from cbsite.reports import as_gitlab
from tests.support.reports import found, found_in_file, reported


def test_one_problem() -> None:
    (issue,) = json.loads(as_gitlab(reported(found("W-REVIEW")), "hub"))
    assert len(issue.pop("fingerprint")) == 32
    assert issue == {
        "description": "The value of 'title' has a colon in it. Put quotes round the value.",
        "check_name": "W-REVIEW",
        "severity": "minor",
        "location": {"path": "hub/content/pages/a.md", "lines": {"begin": 3}},
    }


def test_an_empty_report() -> None:
    assert as_gitlab(Report()) == "[]"


def test_levels_and_whole_files() -> None:
    report = reported(found("E-DATE"), found("I-FUTURE"), found_in_file("W-UNUSED"))
    issues = json.loads(as_gitlab(report))
    severities = {issue["check_name"]: issue["severity"] for issue in issues}
    assert severities == {"E-DATE": "major", "I-FUTURE": "info", "W-UNUSED": "minor"}
    assert issues[-1]["location"] == {"path": "content/site.yml", "lines": {"begin": 1}}


def test_fingerprints_are_unique_and_stay_when_lines_move() -> None:
    def fingerprints(*numbers: int) -> list[str]:
        report = reported(*(found(number=number) for number in numbers))
        return [issue["fingerprint"] for issue in json.loads(as_gitlab(report))]

    assert len(set(fingerprints(3, 5, 9))) == 3
    assert fingerprints(3, 5, 9) == fingerprints(4, 6, 70)
    assert fingerprints(3) == fingerprints(3, 5)[:1]
    other = reported(found(line="title: Kent: whole place"))
    assert json.loads(as_gitlab(other))[0]["fingerprint"] != fingerprints(3)[0]


def test_odd_characters() -> None:
    text = as_gitlab(reported(found(message="50%, \U0001f600\n\x1b", path="content/a%\u00e9.md")))
    assert text.isascii()
    (issue,) = json.loads(text)
    assert issue["description"].startswith("50%, \U0001f600\n<U+001B> ")
    assert issue["location"]["path"] == "content/a%\u00e9.md"
