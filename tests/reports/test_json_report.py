"""A report as JSON."""

from __future__ import annotations

import json

from cbsite.diagnostics import Edit, Report, Source, apply_edits, diagnose
from cbsite.reports import as_json
from tests.support.reports import found, found_in_file, reported


def test_one_problem() -> None:
    source = Source("content/a.md", "---\ntitle: A: b")
    edit = Edit(source.span(2, 8, 2, 12), '"A: b"')
    wrong = diagnose("E-YAML-COLON", source.span(2, 9, 2, 10), "A colon.", "Put quotes.", [edit])
    (made,) = json.loads(as_json(reported(wrong)))
    assert made == {
        "path": "content/a.md", "line": 2, "column": 9, "end_line": 2, "end_column": 10,
        "code": "E-YAML-COLON", "level": "error", "message": "A colon.", "hint": "Put quotes.",
        "corrected": ['title: "A: b"'], "safe": True,
        "edits": [{"line": 2, "column": 8, "end_line": 2, "end_column": 12, "replacement": '"A: b"'}],
    }  # fmt: skip
    assert apply_edits(source.text, wrong.edits) == '---\ntitle: "A: b"'


def test_a_whole_file_has_no_line() -> None:
    (made,) = json.loads(as_json(reported(found_in_file())))
    assert [made[name] for name in ("line", "column", "end_line", "end_column")] == [None] * 4
    assert (made["corrected"], made["edits"]) == ([], [])


def test_an_empty_report() -> None:
    assert as_json(Report()) == "[]"


def test_odd_characters_are_kept_and_written_in_ascii() -> None:
    odd = "50%, \U0001f600\n\x1b\x00\u202e"
    text = as_json(reported(found(message=odd, hint=odd, path=odd)))
    assert text.isascii()
    assert "\x1b" not in text
    (made,) = json.loads(text)
    assert (made["message"], made["hint"], made["path"]) == (odd, odd, odd)
