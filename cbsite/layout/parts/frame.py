"""What stands round every page: head, header, navigation, footer."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from msgspec.structs import astuple

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.feed_links import feed_links
from cbsite.layout.parts.wording import day
from cbsite.layout.values import Assets, Frame, NavItem, Translation, Words
from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.own_pages import ALL_PAGES, MOST_AT_FOOT
from cbsite.plan.small_pages import TITLES
from cbsite.plan.updated import updated
from cbsite.records.page import Page

SECTIONS = (
    ("Places", "/places/"),
    ("Case studies", "/case-studies/"),
    ("Network", "/network/"),
    ("Pilots", "/pilots/"),
    ("Documents", "/documents/"),
    ("Progress", "/progress/"),
    ("Timeline", "/timeline/"),
    ("Data", "/data/"),
    ("Figures", "/figures/"),
)
"""The sections of a site, in order; those of them that have a page."""

_UNTIL_THEN = {"/pilots/": "/network/", "/timeline/": "/progress/", "/figures/": "/data/"}
"""Lists that stand in the navigation until the section whose place they take has a page."""

_ABOUT = (
    ("About", "/about/"),
    ("Accessibility", "/accessibility/"),
    ("Privacy", "/privacy/"),
    ("Cookies", "/cookies/"),
    ("Licence", "/licence/"),
    ("Glossary", "/glossary/"),
    ("Gaps", "/gaps/"),
    ("Sources", "/sources/"),
    ("Feeds", "/feeds/"),
)
"""What the site is and how to read it: the first line of links at the foot of every page."""

_REGISTERS = (
    *SECTIONS,
    ("Hubs", "/hubs/"),
    ("Programmes", "/programmes/"),
    ("Themes", "/themes/"),
    ("Organisations", "/organisations/"),
    ("People", "/people/"),
    ("News", "/news/"),
    ("Collections", "/collections/"),
)

CONTACT = "/contact/"
CONTACT_TITLE = TITLES["contact"]

PLACED = frozenset(address for _, address in (*_REGISTERS, *_ABOUT)) | {CONTACT}
"""What has a fixed place in the navigation or at the foot of every page."""


def frame(
    context: Context,
    title: str,
    description: str,
    og_type: Literal["website", "article"] = "website",
    translations: tuple[Translation, ...] = (),
) -> Frame:
    """The frame of the page. `title` is the page's own; an empty one stands for the hub's front page."""
    site = context.library.site
    root = context.href(Location("/"))
    last = updated(context.library, context.page)
    nav = _navigation(context)
    about = _links(context, _ABOUT)
    return Frame(
        site_name=site.name,
        strapline=site.strapline,
        language=site.language,
        title=f"{title} - {site.name}" if title else site.name,
        description=description,
        canonical=context.absolute(Location(context.page.canonical or context.page.address)),
        root="" if root == "./" else root,
        assets=Assets(*map(context.href_of, astuple(context.assets))),
        nav=tuple(_nav_item(context, words, address) for words, address in nav),
        search_href=context.href(Location("/search/")),
        help=Words(CONTACT_TITLE, context.href(Location(CONTACT))),
        help_text=site.contact.text,
        footer_links=(*about[:1], *_other_pages(context), *about[1:]),
        registers=_links(context, tuple(pair for pair in _REGISTERS if pair not in nav)),
        footer=site.footer,
        licence=Words(site.licence.name, site.licence.url),
        updated=day(last) if last else "",
        og_type=og_type,
        translations=translations,
        feeds=feed_links(context),
    )


def _navigation(context: Context) -> tuple[tuple[str, str], ...]:
    """The sections that stand in the navigation: words and address."""
    pages = context.plan.pages
    return tuple(
        (words, address)
        for words, address in SECTIONS
        if address in pages and _UNTIL_THEN.get(address) not in pages
    )


def _nav_item(context: Context, words: str, address: str) -> NavItem:
    here = context.page.address
    below: Literal["true", ""] = "true" if here.startswith(address) else ""
    return NavItem(words, context.href_of(address), "page" if here == address else below)


def _links(context: Context, pages: tuple[tuple[str, str], ...]) -> tuple[Words, ...]:
    return tuple(
        link for words, address in pages if (link := context.to_address(words, address)) is not None
    )


def _other_pages(context: Context) -> tuple[Words, ...]:
    """The hub's own pages of text that have no fixed place in the navigation or at the foot.

    A translation is led to by the page that it translates.
    """
    links = tuple(context.link_to("page", id) for id in context.library.once(_at_foot))
    every = context.to_address("All pages", ALL_PAGES)
    return (*links, every) if every else links


def _at_foot(library: Library) -> tuple[str, ...]:
    """The ids of the first pages without a place of their own."""
    pages = (page for page in library.records(Page) if f"/{page.id}/" not in PLACED)
    own = (page.id for page in pages if not page.translation_of)
    return tuple(islice(own, MOST_AT_FOOT))
