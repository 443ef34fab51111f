"""All programmes: their lineage, then a list by name, each with how far it came."""

from __future__ import annotations

from cbsite.layout.blocks.lineage import programme_lineage
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import is_first, on_this_page
from cbsite.layout.values import PageValue, Section
from cbsite.plan.orders import programmes as by_name

_LEDE = "What government and councils set up, what came before it, and what stood beside it."


def programmes(context: Context) -> PageValue:
    found = context.library.once(by_name)
    lineage = programme_lineage(context) if is_first(context) else ()
    sections = (
        Section("see_lineage", "What came from what", lineage),
        Section("see_list", "By name", items(context, on_this_page(context, found))),
    )
    shown = tuple(section for section in sections if section.blocks)
    return list_page(context, _LEDE, shown, len(found))
