"""A person's name goes with the right to show it, wherever else the person is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.hubs import SMALL, make, site, small, write

CASE = "content/case-studies/one-door.md"
HUBS = "content/data/hubs.yml"
PERSON = """\
- id: clerk
  name: Ada Invented
  role: Clerk of doors
  org: lga
  email: ada@example.org
  phone: 020 7946 0123
  publish: full
  basis: Consent
"""


def everything(folder: Path, more: str) -> str:
    """The whole site of a hub where a person is the contact of a case study and a hub."""
    files = small(
        {
            "content/data/people.yml": PERSON + more,
            CASE: SMALL[CASE].replace("sources:", "contact: clerk\nsources:", 1)
            + "\nAsk [](person:clerk).\n",
            HUBS: "- id: hub-1\n  name_status: known\n  label: One\n  name: One\n  contact: clerk\n",
        }
    )
    made, _ = site(write(folder, files))
    return "\n".join(
        path.read_text(encoding="utf-8", errors="ignore")
        for path in made.rglob("*")
        if path.is_file()
    )


def test_a_named_person_is_shown(tmp_path: Path) -> None:
    text = everything(tmp_path, "")
    assert "Ada Invented" in text
    assert "ada@example.org" in text


@pytest.mark.parametrize(
    "more",
    [
        "  status: withdrawn\n  withdrawn_reason: She asked for it.\n",
        "  status: draft\n",
        "  until: 2026-05-31\n",
    ],
)
def test_the_name_is_nowhere_once_it_may_not_be_shown(tmp_path: Path, more: str) -> None:
    text = everything(tmp_path, more)
    for secret in ("Invented", "ada@example.org", "7946"):
        assert secret not in text
    assert "Clerk of doors" in text


@pytest.mark.parametrize(
    "field",
    ["role: Ada Invented the clerk", "summary: Ada Invented has kept the doors for many years now"],
)
def test_role_and_summary_do_not_hold_the_name(tmp_path: Path, field: str) -> None:
    name = field.partition(":")[0]
    lines = [line for line in PERSON.splitlines() if not line.startswith(f"  {name}:")]
    made = make(tmp_path, {"content/data/people.yml": "\n".join([*lines, f"  {field}", ""])})
    assert made.problems() == [f"E-VALUE content/data/people.yml:{len(lines) + 1}:{len(name) + 5}"]
