"""A report as SARIF, read back by models of SARIF that others wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pydantic import BaseModel
from sarif_pydantic import Sarif

from cbsite.cli.printing import explanations
from cbsite.diagnostics import CODES, Edit, Report, Source, Span, diagnose
from cbsite.reports import as_sarif
from tests.support.reports import found, found_in_file, reported


def read(report: Report, folder: str = "") -> Sarif:
    """The report as those models read it, in which no name is one that they do not know."""
    log = Sarif.model_validate_json(as_sarif(report, explanations(), folder))
    assert set(unknown(log)) <= {"columnKind"}  # in the standard (3.14.17), not in the models
    return log


def unknown(model: BaseModel) -> Iterator[str]:
    yield from model.model_extra or ()
    for _, value in model:
        values = value.values() if isinstance(value, dict) else value
        for one in values if isinstance(value, list | dict) else [value]:
            if isinstance(one, BaseModel):
                yield from unknown(one)


def test_one_problem() -> None:
    source = Source("content/pages/a.md", "---\ntitle: A: b")
    edit = Edit(source.span(2, 8, 2, 12), '"A: b"')
    wrong = diagnose("E-YAML-COLON", source.span(2, 9, 2, 10), "A colon.", "Put quotes.", [edit])
    (run,) = read(reported(wrong), "hub").runs
    (result,) = run.results or []
    assert (result.rule_id, result.rule_index) == ("E-YAML-COLON", 0)
    assert result.level == "error"
    assert result.message.text == "A colon. Put quotes."
    assert result.model_dump(by_alias=True, exclude_none=True)["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "hub/content/pages/a.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 10},
            }
        }
    ]
    (fix,) = result.fixes or []
    assert fix.model_dump(by_alias=True, exclude_none=True) == {
        "description": {"text": "Put quotes."},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": "hub/content/pages/a.md", "uriBaseId": "%SRCROOT%"},
                "replacements": [
                    {
                        "deletedRegion": {
                            "startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 12,
                        },
                        "insertedContent": {"text": '"A: b"'},
                    }
                ],
            }
        ],
    }  # fmt: skip


def test_columns_are_counted_in_characters() -> None:
    made = json.loads(as_sarif(reported(found(line="\U0001f600: a: b", column=4, end=5)), {}))
    assert made["version"] == "2.1.0"
    assert made["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_each_code_is_a_rule_with_its_words() -> None:
    report = reported(*(diagnose(code, Span("a.md"), "Wrong.", "Mend it.") for code in CODES))
    (run,) = read(report).runs
    rules = run.tool.driver.rules or []
    assert [rule.id for rule in rules] == list(CODES)
    for result in run.results or []:
        assert result.rule_index is not None
        assert rules[result.rule_index].id == result.rule_id
    levels = {"E": "error", "W": "warning", "I": "note"}
    for rule in rules:
        assert rule.short_description
        assert rule.short_description.text == f"{CODES[rule.id][1]}."
        assert rule.help
        assert rule.help.markdown == explanations()[rule.id].text
        assert rule.default_configuration
        assert rule.default_configuration.level == levels[rule.id[0]]


def test_levels_that_the_hub_has_set() -> None:
    report = reported(found("W-REVIEW"), found("I-FUTURE"))
    report.set_levels({"W-REVIEW": "error"})
    (run,) = read(report).runs
    assert {result.rule_id: result.level for result in run.results or []} == {
        "W-REVIEW": "error", "I-FUTURE": "note",
    }  # fmt: skip


def test_an_empty_report() -> None:
    (run,) = read(Report()).runs
    assert run.results == []
    assert run.tool.driver.name == "cbsite"


def test_a_problem_of_a_whole_file_has_a_line_for_github() -> None:
    (run,) = read(reported(found_in_file())).runs
    (result,) = run.results or []
    (place,) = result.locations or []
    assert place.physical_location
    assert place.physical_location.region
    assert place.physical_location.region.start_line == 1


def test_odd_characters() -> None:
    odd = "content/50% of \u00e9, \U0001f600#?.md"
    text = as_sarif(reported(found(path=odd, message="a\x1b\nb")), {})
    assert text.isascii()
    (result,) = json.loads(text)["runs"][0]["results"]
    assert result["message"]["text"].startswith("a<U+001B>\nb ")
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "content/50%25%20of%20%C3%A9%2C%20%F0%9F%98%80%23%3F.md"


def test_fingerprints_stay_when_lines_move() -> None:
    def fingerprint(number: int) -> str:
        (run,) = read(reported(found(number=number))).runs
        (result,) = run.results or []
        return str((result.partial_fingerprints or {})["primaryLocationLineHash"])

    assert fingerprint(3) == fingerprint(30)
