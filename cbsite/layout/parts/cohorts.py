"""Groups of pilots: each has a page under its programme's."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Words
from cbsite.plan.own_pages import cohort_address
from cbsite.records.pilot import Pilot
from cbsite.records.programme import Cohort, Programme


def cohort_of(context: Context, pilot: Pilot) -> tuple[Programme, Cohort] | None:
    """The programme and group of a pilot; None where it is in none, or the programme is not published."""
    for programme in context.published(Programme, "programme", (pilot.programme,)):
        for cohort in programme.cohorts:
            if cohort.id == pilot.cohort:
                return programme, cohort
    return None


def cohort_words(context: Context, programme: Programme, cohort: Cohort) -> Words:
    """A link to the page of a group; words only on that page."""
    address = cohort_address(programme.id, cohort.id)
    if address == context.page.address:
        return Words(cohort.name)
    return context.to_address(cohort.name, address) or Words(cohort.name)


def cohort_link(context: Context, pilot: Pilot) -> Words | None:
    """A link to the page of a pilot's group, or None."""
    found = cohort_of(context, pilot)
    return cohort_words(context, *found) if found else None
