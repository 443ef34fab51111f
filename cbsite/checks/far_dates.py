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
from cbsite.records.part import Loc, Part


def check_far_dates(library: Library, site: SiteEntry | None, report: Report) -> None:
    """Report each date before 1900 or more than thirty years ahead (W-DATE), drafts included."""
    for shelf in (library.entries, library.hidden):
        for entry in shelf.values():
            for span, year in _far_years(entry, library.as_of):
                _report(span, year, library.as_of, report)
    for loc, year in _far(site.record, library.as_of) if site else ():
        assert site is not None
        _report(site.span(*loc), year, library.as_of, report)


def _far_years(entry: Entry, as_of: datetime.date) -> Iterator[tuple[Span, int]]:
    """Each far year in the fields and blocks of an entry, with where its date is written."""
    for loc, year in _far(entry.record, as_of):
        # A date may be a group of fields, of which `date` is one.
        yield entry.span(*loc, "date"), year
    for block in (block for text in entry.texts for block in text.prose.blocks):
        for loc, year in _far(block.fields, as_of):
            where = dict(block.where)
            yield where.get((*loc, "date")) or where.get(loc, block.span), year


def _far(part: Part, as_of: datetime.date) -> Iterator[tuple[Loc, int]]:
    """Each year inside a group of fields that is far away, with the place of its date."""
    for loc, date in dates_in(part):
        yield from ((loc, year) for year in years_of(date) if is_far(year, as_of))


def _report(span: Span, year: int, as_of: datetime.date, report: Report) -> None:
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
