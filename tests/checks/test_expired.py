"""Names whose time is up are reported where the day is written."""

from __future__ import annotations

import datetime
from pathlib import Path

from cbsite.checks.expired import check_expired
from cbsite.diagnostics import Report
from tests.support.hubs import Made, make

PERSON = """\
- id: chair
  name: Ann Example
  role: Chair
  publish: full
  basis: Consent
  until: 2026-06-01
"""


def problems(folder: Path, day: str, person: str = PERSON) -> list[str]:
    made = make(folder, {"content/data/people.yml": person}, as_of=datetime.date.fromisoformat(day))
    report = Report()
    check_expired(made.library, report)
    assert all(d.level == "warning" for d in report)
    return [*Made(made.library, made.plan, report).problems(), *(d.message for d in report)]


def test_the_day_after_the_last_the_line_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path / "a", "2026-06-01") == []
    assert problems(tmp_path / "b", "2026-06-02") == [
        "W-EXPIRED content/data/people.yml:6:10",
        "From 2 June 2026 on only the role is shown: 'Chair'.",
    ]


def test_a_name_that_was_never_to_be_shown_does_not_expire(tmp_path: Path) -> None:
    for number, (old, new) in enumerate(
        (
            ("publish: full", "publish: role-only"),
            ("  until: 2026-06-01\n", ""),
            ("role: Chair", "role: Chair\n  status: withdrawn\n  withdrawn_reason: Asked for."),
            ("role: Chair", "role: Chair\n  status: draft"),
        )
    ):
        assert problems(tmp_path / str(number), "2027-01-01", PERSON.replace(old, new)) == []
