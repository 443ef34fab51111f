"""Values for a whole page: what stands round it, its head, its sections; and for pages without any."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from cbsite.layout.values.blocks import Block
from cbsite.layout.values.words import Row, Words


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page with a heading (an empty title: no heading)."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    more: Words | None = None
    language: str = ""
    """The language of the section, where it is not the site's."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A box above everything: illustrative, withdrawn, opinion, archived."""

    kind: Literal["illustrative", "withdrawn", "archived", "opinion"]
    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class NavItem:
    """A section of the site in the navigation."""

    words: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class SearchTags:
    """What the search index keeps of a page. Every page has every sort key."""

    filters: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, str], ...]
    metadata: tuple[tuple[str, str], ...]
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round every page. `root` leads to the site's root: "", "../" or "../../"."""

    site_name: str
    strapline: str
    language: str
    title: str
    description: str
    canonical: str
    root: str
    stylesheet: str
    script: str
    nav: tuple[NavItem, ...]
    search_href: str
    help: Words
    help_text: str
    footer_links: tuple[Words, ...]
    footer: str
    licence: Words
    updated: str = ""
    """When the page says it was last touched, in words; may be empty."""


@dataclass(frozen=True, slots=True)
class Plate:
    """The head of a page, on the sea."""

    title: str
    lede: str = ""
    language: str = ""
    """The language of title and lede, where it is not the site's."""
    kicker: str = ""
    item: str = ""
    crumbs: tuple[Words, ...] = ()
    """From the top down; the last is this page and has no href."""
    rows: tuple[Row, ...] = ()
    search: bool = False
    index_title: str = ""
    index: tuple[Words, ...] = ()
    """A short numbered list of places, on the front page."""


@dataclass(frozen=True, slots=True)
class PageValue:
    """One page: everything its template may show."""

    template: str
    """Path of the template, such as `pages/place.html`."""
    frame: Frame
    plate: Plate
    sections: tuple[Section, ...] = ()
    margin: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()
    indexed: SearchTags | None = None
    """For the search index; None keeps the page out of it."""
    facets: tuple[tuple[str, str], ...] = field(default=())
    """Names and labels of the search filters (search page only)."""


@dataclass(frozen=True, slots=True)
class RedirectValue:
    """A page that leads from an old address to the new one."""

    template: str
    site_name: str
    language: str
    title: str
    href: str
    canonical: str


@dataclass(frozen=True, slots=True)
class SitemapValue:
    """The addresses of all pages, whole, for search engines: `sitemap.xml` and `robots.txt`."""

    template: str
    locations: tuple[str, ...]
    sitemap: str
