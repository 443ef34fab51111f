"""One rule over one text of a small hub."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cbsite.checks.text_rules import check_texts, no_remarks
from cbsite.diagnostics import Diagnostic, Report
from cbsite.library.library import Library
from cbsite.plan.plan import Plan
from cbsite.ports.workers import Alone
from tests.support.hubs import Files, Given, make

CASE = "content/case-studies/case.md"
FIRST = 9
"""The line of a case study's file that its text begins on."""

Rule = Callable[[Library, Report], None]
PlanRule = Callable[[Library, Plan, Report], None]


def case(text: str, title: str = "A case", more: str = "") -> Files:
    """A case study in English, unless `more` fields say otherwise; without them its text begins on `FIRST`."""
    fields = (
        f"title: {title}\nsummary: How two invented councils tried something new, and what they learned.\n"
        "date: 2026-01-05\nthemes: [families]\nplaces: [essex]\nsources: [release]\n"
    )
    return {CASE: f"---\n{fields}{more}---\n{text}"}


def found_by(rule: Rule, folder: Path, files: Given) -> list[Diagnostic]:
    """What a rule finds in a small hub with these files, which has no other mistakes."""
    return found_with_plan(lambda library, _, report: rule(library, report), folder, files)


def found_with_plan(rule: PlanRule, folder: Path, files: Given) -> list[Diagnostic]:
    """The same for a rule that asks where links lead."""
    made = make(folder, files)
    assert not [one for one in made.report if one.level == "error"]
    report = Report()
    rule(made.library, made.plan, report)
    return list(report)


def remarks(code: str, folder: Path, files: Given) -> list[Diagnostic]:
    """What the rules on words say under a code, of a small hub with these files, which has no other mistakes."""
    found = found_with_plan(_remark, folder, files)
    return [one for one in found if one.code == code]


def _remark(library: Library, plan: Plan, report: Report) -> None:
    check_texts(library, plan, Alone(), report, no_remarks)


def places(found: list[Diagnostic], first: int = 1) -> list[str]:
    """Line and column of each; `first` is the line to count from, such as `FIRST`."""
    starts = [one.span.start for one in found]
    return [f"{at.line - first + 1}:{at.column}" if at else "" for at in starts]


def marked(found: list[Diagnostic]) -> list[str]:
    """The words that each marks, on its first line."""
    words = []
    for one in found:
        start, end = one.span.start, one.span.end
        assert start and end
        stop = end.column - 1 if end.line == start.line else len(one.span.text)
        words.append(one.span.text[start.column - 1 : stop])
    return words
