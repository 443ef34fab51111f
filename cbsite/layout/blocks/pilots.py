"""Pilots as a table, each with its state."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.states import pilot_state
from cbsite.layout.values import Table, Words
from cbsite.records.pilot import Pilot


def pilots_table(context: Context, caption: str, pilots: Iterable[Pilot]) -> Table:
    """The pilots by name, with place, state and the source that speaks of them first."""
    ordered = sorted(pilots, key=lambda pilot: (pilot.name.casefold(), pilot.id))
    rows = tuple(
        (
            context.link_to("pilot", pilot.id),
            context.link_to("place", pilot.place),
            pilot_state(pilot),
            context.cite(pilot.sources[0]) if pilot.sources else Words("Not given", gap=True),
        )
        for pilot in ordered
    )
    return Table(caption, ("Pilot", "Place", "State", "Source"), rows)
