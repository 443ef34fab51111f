"""All programmes: their lineage, then a list by name, each with how far it came."""

from __future__ import annotations

from cbsite.layout.blocks.lineage import programme_lineage
from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.values import PageValue, Plate, Section
from cbsite.records.programme import Programme

_LEDE = "What government and councils set up, what came before it, and what stood beside it."


def programmes(context: Context) -> PageValue:
    title = context.page.title
    found = sorted(
        context.library.records(Programme), key=lambda one: (one.name.casefold(), one.id)
    )
    lineage = programme_lineage(context)
    sections = (
        Section("see_lineage", "What came from what", lineage),
        Section("see_list", "By name", items(context, found)),
    )
    return PageValue(
        "pages/programmes.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        tuple(section for section in sections if section.blocks),
    )
