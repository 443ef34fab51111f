"""What stands round every page: head, header, navigation, footer."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Frame, NavItem, Words
from cbsite.plan import Location
from cbsite.records.page import Page

SECTIONS = (
    ("Places", "/places/"),
    ("Pilots", "/pilots/"),
    ("Case studies", "/case-studies/"),
    ("Documents", "/documents/"),
    ("Timeline", "/timeline/"),
    ("Figures", "/figures/"),
)
"""The navigation: a section stands in it once it has a page."""

_FOOTER = (
    ("Hubs", "/hubs/"),
    ("Programmes", "/programmes/"),
    ("Themes", "/themes/"),
    ("Organisations", "/organisations/"),
    ("Sources", "/sources/"),
    ("Search", "/search/"),
)


def frame(context: Context, title: str, description: str, updated: str = "") -> Frame:
    """The frame of the page. `title` is the page's own; an empty one stands for the hub's front page."""
    site, page = context.library.site, context.page
    root = context.href(Location("/"))
    nav = tuple(
        NavItem(words, link.href or "", page.address.startswith(address))
        for words, address in SECTIONS
        if (link := context.to_address(words, address))
    )
    pages = tuple(context.link_to("page", record.id) for record in context.library.records(Page))
    registers = tuple(
        link for words, address in _FOOTER if (link := context.to_address(words, address))
    )
    return Frame(
        site_name=site.name,
        strapline=site.strapline,
        language=site.language,
        title=f"{title} - {site.name}" if title else site.name,
        description=description,
        canonical=context.absolute(Location(page.address)),
        root="" if root == "./" else root,
        stylesheet=context.href(Location(context.stylesheet)),
        script=context.href(Location(context.script)),
        nav=nav,
        search_href=context.href(Location("/search/")),
        help=Words(
            "Contact and help",
            f"mailto:{site.contact.email}" if site.contact.email else None,
            site.contact.note or "",
        ),
        help_text=site.contact.text,
        footer_links=(*pages, *registers),
        footer=site.footer,
        licence=Words(site.licence.name, site.licence.url),
        updated=updated,
    )
