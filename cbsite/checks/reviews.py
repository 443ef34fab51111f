"""Items that somebody was to look at again by now."""

from __future__ import annotations

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.records.common import Item
from cbsite.records.kinds import BY_NAME


def check_reviews(library: Library, report: Report) -> None:
    """Report each item whose `review_by` is past (W-REVIEW); its page says so to readers as well."""
    for entry in library.entries.values():
        record = entry.record
        if isinstance(record, Item) and record.is_overdue(library.as_of):
            report.add(
                "W-REVIEW",
                entry.span("review_by"),
                f"This {BY_NAME[entry.kind].noun} was to be reviewed by {record.review_by}. Its page tells readers so.",
                "Read it again, put it right, and write a later day; or archive it with 'status: archived'.",
            )
