"""Contacts who cannot help any more are reported where they are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.contacts import check_contacts
from cbsite.diagnostics import Report
from tests.support.hubs import SMALL, Made, make

PERSON = "- id: officer\n  role: Officer\n  publish: role-only\n"
PILOTS = SMALL["content/data/pilots.yml"] + "  contact: officer\n"


def said(folder: Path, person: str, pilots: str = PILOTS) -> list[str]:
    files = {"content/data/people.yml": person, "content/data/pilots.yml": pilots}
    made = make(folder, files)
    report = Report()
    check_contacts(made.library, report)
    return [*Made(made.library, made.plan, report).problems(), *(d.message for d in report)]


@pytest.mark.parametrize(
    "fields",
    ["", "  end: 2026-06-01\n", "  end: 2027\n", "  until: 2026-06-01\n", "  status: draft\n",
     "  end: {display: before the summer}\n"],
)  # fmt: skip
def test_who_is_still_there(tmp_path: Path, fields: str) -> None:
    assert said(tmp_path, PERSON + fields) == []


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ("  end: 2026-05\n", "left the post by 31 May 2026"),
        ("  until: 2026-05-31\n", "may not be named after 31 May 2026"),
        ("  status: withdrawn\n  withdrawn_reason: Asked for.\n", "has been withdrawn"),
    ],
)
def test_who_has_left(tmp_path: Path, fields: str, why: str) -> None:
    assert said(tmp_path, PERSON + fields) == [
        "W-CONTACT content/data/pilots.yml:7:12",
        f"The contact 'officer' {why}.",
    ]


def test_a_record_that_is_withdrawn_itself_needs_no_contact(tmp_path: Path) -> None:
    pilots = PILOTS + "  status: withdrawn\n  withdrawn_reason: Asked for.\n"
    assert said(tmp_path, PERSON + "  end: 2020\n", pilots) == []
