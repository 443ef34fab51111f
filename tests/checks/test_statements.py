"""What the law asks a hub to say, and what was to be looked at again: told at the right line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.authoring.init import STARTER
from cbsite.checks.reviews import check_reviews
from cbsite.checks.statements import check_statements
from cbsite.diagnostics import Report
from cbsite.library.connect import connect
from cbsite.ports.disk import Disk
from cbsite.read.content import read_content
from tests.support.hubs import AS_OF, SITE, SMALL, site, small, where, write

CASE = SMALL["content/case-studies/one-door.md"]
PAGE = "---\ntitle: Mine\ndate: 2026-01-01\n---\n\nMy own words.\n"
STATEMENT = """\
accessibility:
  status: full
  prepared: 2024-01-01
  reviewed: {reviewed}
  tested: By hand.
  response: We answer within a week.
"""
BARE = SITE[: SITE.index("public_sector")]
PRIVACY = SITE[SITE.index("privacy:") :]


def found(folder: Path, text: str, more: dict[str, str] | None = None) -> list[str]:
    """The problems of the small hub with this `site.yml`, as `code path:line:column`."""
    write(folder, small({"content/site.yml": text, **(more or {})}))
    report = Report()
    content = read_content(Disk(), folder / "content", report)
    library = connect(content, content.site, AS_OF, False, report)
    check_reviews(library, report)
    if content.site is not None:
        check_statements(content.site, library, report)
    return [where(one) for one in report]


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("", ["W-ACCESSIBILITY content/site.yml"]),
        ("public_sector: no\n", []),
        ("public_sector: yes\n", ["E-ACCESSIBILITY content/site.yml:18:16"]),
        (STATEMENT.format(reviewed="2025-06-01"), []),
        (STATEMENT.format(reviewed="2025-05-30"), ["W-ACCESSIBILITY content/site.yml:21:13"]),
        (f"public_sector: yes\n{STATEMENT.format(reviewed='2026-01-01')}", []),
        (
            f"public_sector: yes\n{STATEMENT.format(reviewed='2026-01-01').replace('full', 'not-assessed')}",
            ["W-ACCESSIBILITY content/site.yml:20:11"],
        ),
    ],
)
def test_an_accessibility_statement(tmp_path: Path, more: str, problems: list[str]) -> None:
    assert found(tmp_path, f"{BARE}{PRIVACY}{more}") == problems


def test_a_hub_that_does_not_say_what_it_keeps(tmp_path: Path) -> None:
    assert found(tmp_path, f"{BARE}public_sector: no\n") == ["W-PRIVACY content/site.yml"]


def test_pages_of_the_hubs_own_are_taken_at_their_word(tmp_path: Path) -> None:
    own = {"content/pages/accessibility.md": PAGE, "content/pages/privacy.md": PAGE}
    assert found(tmp_path, f"{BARE}public_sector: yes\n", own) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("status: full", "status: partial"), ":19:11"),
        (("response:", "unmet:\n    - {what: Scans, why: non-compliance}\n  response:"), ":19:11"),
        (("prepared: 2024", "prepared: 2027"), ":21:13"),
    ],
)
def test_a_statement_agrees_with_itself(
    tmp_path: Path, change: tuple[str, str], place: str
) -> None:
    text = f"{BARE}public_sector: no\n{PRIVACY}"
    start = text.count("\n")
    statement = STATEMENT.format(reviewed="2026-01-01").replace(*change)
    line, column = place[1:].split(":")
    (problem,) = found(tmp_path, text + statement)
    assert problem == f"E-VALUE content/site.yml:{int(line) - 17 + start}:{column}"


def test_an_item_that_was_to_be_reviewed(tmp_path: Path) -> None:
    text = CASE.replace("themes:", "review_by: 2026-05-31\nthemes:", 1)
    file = "content/case-studies/one-door.md"
    assert found(tmp_path, SITE, {file: text}) == [f"W-REVIEW {file}:5:12"]
    on_the_day = text.replace("2026-05-31", "2026-06-01")
    assert found(tmp_path, SITE, {file: on_the_day}) == []


def test_a_build_tells_all_of_it_and_makes_up_no_page(tmp_path: Path) -> None:
    text = CASE.replace("themes:", "review_by: 2026-05-31\nthemes:", 1)
    files = small({"content/site.yml": BARE, "content/case-studies/one-door.md": text})
    made, report = site(write(tmp_path, files))
    assert {one.code for one in report} == {"W-ACCESSIBILITY", "W-PRIVACY", "W-REVIEW"}
    assert not (made / "privacy").exists()
    assert not (made / "accessibility").exists()
    assert (made / "cookies/index.html").is_file()


def test_the_statement_in_a_first_hub_is_right_without_its_signs(tmp_path: Path) -> None:
    text = (STARTER / "content/site.yml").read_text(encoding="utf-8")
    start, end = text.index("# accessibility:"), text.index("\n\n# The page /privacy/")
    statement = "\n".join(line.removeprefix("# ") for line in text[start:end].splitlines())
    assert found(tmp_path, f"{BARE}public_sector: yes\n{PRIVACY}{statement}\n") == []
