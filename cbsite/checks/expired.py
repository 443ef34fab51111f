"""Names whose time is up: readers see the role alone, but the file still holds the person's details."""

from __future__ import annotations

import datetime

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.records.dates import MONTHS
from cbsite.records.person import Person


def check_expired(library: Library, report: Report) -> None:
    """Report each person whose name was to be shown, and no longer is (W-EXPIRED)."""
    for entry in library.of_kind("person"):
        person = entry.record
        assert isinstance(person, Person)
        named = person.publish == "full" and person.status != "withdrawn"
        if named and person.until and person.until < library.as_of:
            first = person.until + datetime.timedelta(days=1)
            report.add(
                "W-EXPIRED",
                entry.span("until"),
                f"From {first.day} {MONTHS[first.month]} {first.year} on only the role is shown: '{person.role}'.",
                "Take out the name, e-mail and telephone; or, if they may be shown again, write a new last day.",
            )
