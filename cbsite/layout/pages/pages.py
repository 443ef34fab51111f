"""All pages of text, where they are too many for the foot of every page."""

from __future__ import annotations

from msgspec.structs import replace

from cbsite.layout.blocks.lists import items
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.list_page import list_page
from cbsite.layout.parts.pages import on_this_page
from cbsite.layout.values import PageValue, Section
from cbsite.plan.orders import pages as by_title

_LEDE = "Every page of text on this site, by its title."


def pages(context: Context) -> PageValue:
    found = context.library.once(by_title)
    lines = items(context, on_this_page(context, found))
    page = list_page(context, _LEDE, (Section("", "", lines),), len(found))
    return replace(page, template="pages/list.html")
