"""Values for a whole page: what stands round it, its head, its sections; and for pages without any."""

from typing import Literal

from cbsite.layout.values.blocks import Block
from cbsite.layout.values.finder import Finder, Pagination
from cbsite.layout.values.maps import MapDrawing, MapTable
from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Row, Words


class Section(Value, frozen=True):
    """A part of a page with a heading (an empty title: no heading)."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    more: Words | None = None
    language: str = ""
    """The language of the section, where it is not the site's."""


class Notice(Value, frozen=True):
    """A box above everything, each kind with a mark of its own. `lead` is its first words, in bold."""

    kind: Literal[
        "withdrawn", "archived", "review", "illustrative", "opinion", "claim", "held", "history", "translation"
    ]  # fmt: skip
    lead: str
    text: str


class NavItem(Value, frozen=True):
    """A section of the site in the navigation."""

    words: str
    href: str
    current: Literal["", "page", "true"]
    """For `aria-current`: the page itself, a page below it, or neither."""


class Translation(Value, frozen=True):
    """The same page in another language: the language's tag and own name, and where the page is."""

    language: str
    name: str
    href: str
    address: str
    """The whole web address."""


class SearchTags(Value, frozen=True):
    """What the search index keeps of a page. Every page has every sort key."""

    filters: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, str], ...]
    metadata: tuple[tuple[str, str], ...]
    synonyms: tuple[str, ...] = ()


class Assets(Value, frozen=True):
    """Addresses of the theme's files: the style and one script for every page, and what search and finders add."""

    stylesheet: str
    highlight: str
    search: str
    finder: str


class Frame(Value, frozen=True):
    """What stands round every page. `root` leads to the site's root: "", "../" or "../../".

    The foot of a page has the way to help, `footer_links` to the pages about the site, and `registers` to the
    lists that are not in the navigation.
    """

    site_name: str
    strapline: str
    language: str
    title: str
    description: str
    canonical: str
    root: str
    assets: Assets
    nav: tuple[NavItem, ...]
    search_href: str
    help: Words
    help_text: str
    footer_links: tuple[Words, ...]
    registers: tuple[Words, ...]
    footer: str
    licence: Words
    updated: str = ""
    """When the page says it was last touched, in words; may be empty."""
    og_type: Literal["website", "article"] = "website"
    """What the page is to those who show a card for a link to it (Open Graph)."""
    translations: tuple[Translation, ...] = ()
    feeds: tuple[Words, ...] = ()
    """News feeds that readers of the page may follow: the title and href of each."""


class Plate(Value, frozen=True):
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
    """A short numbered list of places, on the front page of a hub without a map."""
    map: MapDrawing | None = None
    map_table: MapTable | None = None
    square: str = ""
    """The map square of the page's place: `F6`."""
    tool: Words | None = None
    """A link to use the page with, at the right end of the breadcrumb."""


class PageValue(Value, frozen=True):
    """One page: everything its template may show."""

    template: str
    """Path of the template, such as `pages/place.html`."""
    frame: Frame
    plate: Plate
    sections: tuple[Section, ...] = ()
    margin: tuple[Section, ...] = ()
    notices: tuple[Notice, ...] = ()
    contents: tuple[Words, ...] = ()
    """The headings of a long page, each with its href."""
    indexed: SearchTags | None = None
    """For the search index; None keeps the page out of it."""
    facets: tuple[tuple[str, str], ...] = ()
    """Names and labels of the search filters (search page only)."""
    finder: Finder | None = None
    """What stands round the sections of a list that can be narrowed."""
    above: tuple[Section, ...] = ()
    """Sections above such a list, on the full width."""
    pagination: Pagination | None = None
    """The way to the other pages of a long list."""


class RedirectValue(Value, frozen=True):
    """A page that leads from an old address to the new one."""

    template: str
    site_name: str
    language: str
    title: str
    href: str
    canonical: str


class SitemapPage(Value, frozen=True):
    """A page in a sitemap, or another sitemap: its whole address, and the day it was last updated.

    The day is as XML wants it (`2012-05-21`), and empty where it is not known.
    """

    address: str
    updated: str = ""


class SitemapValue(Value, frozen=True):
    """All pages for search engines: `sitemap.xml` and `robots.txt`. `sitemap` is the address of the former."""

    template: str
    pages: tuple[SitemapPage, ...]
    sitemap: str
