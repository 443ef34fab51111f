"""Pages that no text leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.orphans import check_orphans
from tests.support.rules import case, found_with_plan

HOW = "content/pages/how.md"


def page(text: str = "One.\n", more: str = "") -> str:
    return f"---\ntitle: How it works\ndate: 2026-01-05\n{more}---\n{text}"


@pytest.mark.parametrize(
    "text", ["One.\n", "See [how](how.md), [it](/how/) and [works](page:how).\n"]
)
def test_only_the_foot_leads_to_it(tmp_path: Path, text: str) -> None:
    (found,) = found_with_plan(check_orphans, tmp_path, {HOW: page(text)})
    assert (found.code, found.span.path, found.span.start) == ("W-ORPHAN", HOW, None)
    assert "'How it works'" in found.message


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("[How](page:how)\n", ""), ("[How](../pages/how.md)\n", ""), ("[How](/how/#part)\n", ""),
        ("One.\n", "related: [page:how]\n"),
    ],
)  # fmt: skip
def test_another_text_leads_to_it(tmp_path: Path, text: str, more: str) -> None:
    files = {HOW: page("## Part\n\nOne.\n")} | case(text, more=more)
    assert found_with_plan(check_orphans, tmp_path, files) == []


def test_what_is_withdrawn_leads_nowhere(tmp_path: Path) -> None:
    more = "status: withdrawn\nwithdrawn_reason: It was wrong.\n"
    files = {HOW: page()} | case("[How](../pages/how.md)\n", more=more)
    assert len(found_with_plan(check_orphans, tmp_path, files)) == 1


@pytest.mark.parametrize("id", ["about", "accessibility", "privacy", "network", "contact"])
def test_pages_with_a_place_of_their_own(tmp_path: Path, id: str) -> None:
    assert found_with_plan(check_orphans, tmp_path, {f"content/pages/{id}.md": page()}) == []


def test_translations_and_what_is_archived(tmp_path: Path) -> None:
    files = {
        "content/pages/about.md": page(),
        "content/pages/amdanom.md": page(more="lang: cy\ntranslation_of: page:about\n"),
        "content/pages/old.md": page(more="status: archived\n"),
    }
    assert found_with_plan(check_orphans, tmp_path, files) == []
