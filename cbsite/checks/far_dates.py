"""Dates so far away that they are most likely mistyped."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from cbsite.diagnostics import Edit, Report, Span
from cbsite.library.library import Library
from cbsite.read.entry import Entry, SiteEntry
from cbsite.records.all_dates import (
    FIRST_YEAR,
    YEARS_AHEAD,
    dates_in,
    is_far,
    meant_year,
    years_of,
)


def check_far_dates(library: Library, site: SiteEntry | None, report: Report) -> None:
    """Report each date before 1900 or more than thirty years ahead (W-DATE), drafts included."""
    for shelf in (library.entries, library.hidden):
        for entry in shelf.values():
            for span, year in _years(entry):
                _check(span, year, library.as_of, report)
    for loc, date in dates_in(site.record) if site else ():
        for year in years_of(date):
            assert site is not None
            _check(site.span(*loc), year, library.as_of, report)


def _years(entry: Entry) -> Iterator[tuple[Span, int]]:
    """Each year in the fields and blocks of an entry, with where its date is written."""
    for loc, date in dates_in(entry.record):
        # A date may be a group of fields, of which `date` is one.
        yield from ((entry.span(*loc, "date"), year) for year in years_of(date))
    for block in (block for text in entry.texts for block in text.prose.blocks):
        where = dict(block.where)
        for loc, date in dates_in(block.fields):
            span = where.get((*loc, "date")) or where.get(loc, block.span)
            yield from ((span, year) for year in years_of(date))


def _check(span: Span, year: int, as_of: datetime.date, report: Report) -> None:
    if not is_far(year, as_of):
        return
    place = span.of(f"{year:04}")
    meant = meant_year(year, as_of)
    why = (
        f"The year {year} is more than {YEARS_AHEAD} years ahead."
        if year > as_of.year
        else f"The year {year} is before {FIRST_YEAR}."
    )
    report.add(
        "W-DATE",
        place,
        why,
        "Look at its digits again: one or two of them seem to be wrong."
        if meant
        else "Look at the year again; if it is right, leave it.",
        (Edit(place, str(meant)),) if meant and _is_year(place) else (),
        safe=False,
    )


def _is_year(span: Span) -> bool:
    """Whether a span is of four characters, so that it is the year alone."""
    return bool(span.start and span.end and span.end.column - span.start.column == 4)
