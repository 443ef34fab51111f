"""The hubs of the register as numbered boxes, open where nobody knows the name."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Slot, Slots
from cbsite.plan.lists import page_size
from cbsite.records.hub import Hub


def hub_slots(context: Context, gap: str = "", start: int = 0) -> tuple[Slots, ...]:
    """All hubs and how many of them our sources name; nothing for a hub without any. `gap` follows them.

    Of very many, those from `start` (from 0) on that one page of their list has.
    """
    hubs = context.library.records(Hub)
    if not hubs:
        return ()
    slots = tuple(
        Slot(
            _number(hub, position),
            replace(context.link_to("hub", hub.id), gap=not hub.name),
            context.page.key == ("hub", hub.id),
        )
        for position, hub in enumerate(hubs[start : start + page_size("hubs")], start=start + 1)
    )
    named = len(context.library.having(Hub, "name_status", "known"))
    are = "is" if named == 1 else "are"
    registered = "1 hub is" if len(hubs) == 1 else f"{len(hubs)} hubs are"
    text = f"{registered} on the register; {named or 'none'} of them {are} named in our sources."
    return (Slots(slots, text, gap, context.to_address("All gaps", "/gaps/") if gap else None),)


def _number(hub: Hub, position: int) -> str:
    """The number in a hub's id (`hub-3`), as its label may have it too; else its place in the register."""
    end = hub.id.rpartition("-")[2]
    return end if end.isdecimal() else str(position)
