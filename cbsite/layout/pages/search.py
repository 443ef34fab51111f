"""The search page; without JavaScript, links to the lists."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.facets import FACETS
from cbsite.layout.parts.frame import SECTIONS, frame
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.values import Items, ListItem, PageValue, Plate, Section

_TITLE = "Search"
_LISTS = (*SECTIONS, ("Hubs", "/hubs/"), ("Programmes", "/programmes/"), ("Themes", "/themes/"),
          ("Organisations", "/organisations/"), ("Sources", "/sources/"))  # fmt: skip


def search(context: Context) -> PageValue:
    links = tuple(
        ListItem(link) for words, address in _LISTS if (link := context.to_address(words, address))
    )
    return PageValue(
        "pages/search.html",
        frame(context, _TITLE, f"Search {context.library.site.name}."),
        Plate(_TITLE, crumbs=crumbs(context, _TITLE), search=True),
        (Section("lists", "Or go straight to a list", (Items(links, short=True),)),)
        if links
        else (),
        facets=FACETS,
    )
