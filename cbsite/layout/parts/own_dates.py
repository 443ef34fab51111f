"""The dates of a place: its own, and those that set its pilots apart from the others of their groups."""

from __future__ import annotations

from collections.abc import Sequence

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Words
from cbsite.plan.address import Location
from cbsite.plan.orders import ids_of_groups
from cbsite.records.event import Event
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place


def own_dates(context: Context, place: Place, pilots: Sequence[Pilot]) -> tuple[Event, ...]:
    """The events that name the place, and those of its pilots but what all pilots of a group share."""
    library = context.library
    found = {event.id for event in library.having(Event, "places", place.id)}
    for pilot in pilots:
        group = _group(context, pilot)
        found |= {
            event.id
            for event in library.having(Event, "pilots", pilot.id)
            if not group <= set(event.pilots)
        }
    return context.published(Event, "event", sorted(found))


def all_dates(context: Context, pilots: Sequence[Pilot], shown: Sequence[Event]) -> Words | None:
    """The way to all dates of the pilot that has most more than are `shown`; None where none has more."""
    more = {pilot.id: _dates(context, pilot) - {event.id for event in shown} for pilot in pilots}
    pilot = max(pilots, key=lambda one: len(more[one.id]), default=None)
    if pilot is None or not more[pilot.id]:
        return None
    address = context.plan.locations["pilot", pilot.id].address
    anchor = "see_milestones" if pilot.milestones else "see_dates"
    name = context.link_to("pilot", pilot.id).text
    return Words(f"All dates of {name}", context.href(Location(address, anchor)))


def _group(context: Context, pilot: Pilot) -> frozenset[str]:
    """The pilots of one group; one that is in no group, or alone in it, shares its dates with nobody."""
    groups = context.library.once(ids_of_groups)
    found = groups[pilot.programme, pilot.cohort] if pilot.cohort else frozenset()
    return found if len(found) > 1 else frozenset((pilot.id, ""))


def _dates(context: Context, pilot: Pilot) -> set[str]:
    """The events that the pilot's own page lists."""
    own = context.library.having(Event, "pilots", pilot.id)
    milestones = context.published(Event, "event", pilot.milestones)
    return {event.id for event in (*own, *milestones)}
