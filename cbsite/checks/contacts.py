"""Contacts who have left, or may no longer be named: readers would write to nobody."""

from __future__ import annotations

import datetime

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.read.entry import Entry
from cbsite.records.dates import MONTHS
from cbsite.records.person import Person


def check_contacts(library: Library, report: Report) -> None:
    """Report each record whose `contact` cannot help any more (W-CONTACT), at that field."""
    for entry in library.entries.values():
        id = getattr(entry.record, "contact", None)
        contact = library.find(("contact", id)) if isinstance(id, str) else None
        if contact is None or entry.record.status in ("withdrawn", "archived"):
            continue
        if why := _why_not(contact, library.as_of):
            report.add(
                "W-CONTACT",
                entry.span("contact").of(contact.record.id),
                f"The contact '{contact.record.id}' {why}.",
                "Name somebody who can answer now, or take the line out.",
            )


def _why_not(contact: Entry, as_of: datetime.date) -> str:
    """Why a contact cannot be one on that day, as the end of a sentence; empty if it can."""
    record = contact.record
    if record.status == "withdrawn":
        return "has been withdrawn"
    if not isinstance(record, Person):
        return ""
    end = record.end.bounds[1].latest if record.end and record.end.bounds else None
    if end and end < as_of:
        return f"left the post by {_in_words(end)}"
    if record.until and record.until < as_of:
        return f"may not be named after {_in_words(record.until)}"
    return ""


def _in_words(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"
