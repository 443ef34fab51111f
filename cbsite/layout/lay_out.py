"""One planned page to one page value."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.search_tags import without_ties
from cbsite.layout.parts.sitemap_pages import sitemap_pages
from cbsite.layout.values import Assets, PageValue, RedirectValue, SitemapPage, SitemapValue
from cbsite.library.library import Library
from cbsite.plan.address import Location, relative
from cbsite.plan.plan import Plan, PlannedPage, Redirect
from cbsite.plan.sitemaps import in_sitemap

if TYPE_CHECKING:
    from cbsite.layout.parts.atlas import Atlas

_RECORDS = {
    "case-study": "case_study.case_study",
    "collection": "collection.collection",
    "cohort": "cohort.cohort",
    "document": "document.document",
    "document-print": "document.document_print",
    "document-section": "document_section.document_section",
    "hub": "hub.hub",
    "mentions": "mentions.mentions",
    "news": "news.news",
    "organisation": "organisation.organisation",
    "page": "page.page",
    "pilot": "pilot.pilot",
    "place": "place.place",
    "programme": "programme.programme",
    "theme": "theme.theme",
    "topic": "figures.topic",
}
"""What lays out the page of a record: its module in `pages/` and its name there."""

_OWN = {
    "accessibility": "accessibility.accessibility",
    "collections": "collection.collections",
    "contact": "contact.contact",
    "cookies": "cookies.cookies",
    "data": "data.data",
    "data-dictionary": "data_dictionary.data_dictionary",
    "feeds": "feeds.feeds",
    "figures": "figures.figures",
    "gaps": "gaps.gaps",
    "glossary": "glossary.glossary",
    "home": "home.home",
    "hubs": "hub.hubs",
    "licence": "licence.licence",
    "news-list": "news.news_list",
    "news-year": "news.news_year",
    "not-found": "not_found.not_found",
    "organisations": "organisation.organisations",
    "people": "people.people",
    "pilots": "pilots.pilots",
    "places": "places.places",
    "privacy": "privacy.privacy",
    "programmes": "programmes.programmes",
    "search": "search.search",
    "sources": "sources.sources",
    "pages": "pages.pages",
    "data-parts": "data_parts.data_parts",
    "themes": "theme.themes",
    "timeline": "timeline.timeline",
    "case-studies": "finder.finder",
    "documents": "finder.finder",
}
"""The same for pages of no record."""


@cache
def load_page(kind: str) -> Callable[..., PageValue]:
    """What lays out pages of a kind; loaded when the first such page is made, as few builds make all kinds."""
    module, name = (_RECORDS.get(kind) or _OWN[kind]).split(".")
    found: Callable[..., PageValue] = getattr(import_module(f"cbsite.layout.pages.{module}"), name)
    return found


def lay_out(
    library: Library,
    plan: Plan,
    page: PlannedPage,
    assets: Assets,
    atlas: Atlas | None = None,
) -> PageValue:
    """The value of one page. `assets` are addresses on the site; `atlas` is its map, if any."""
    context = Context(library, plan, page, assets, atlas)
    of = () if page.key is None else (library.entries[page.key],)
    value = load_page(page.kind)(context, *of)
    if value.indexed is None:
        return value
    return replace(value, indexed=without_ties(value.indexed, page.address))


def lay_out_redirect(library: Library, redirect: Redirect) -> RedirectValue:
    """The page at an old address."""
    site = library.site
    target: Location = redirect.target
    return RedirectValue(
        "pages/redirect.html",
        site.name,
        site.language,
        redirect.title,
        relative(redirect.source, target),
        site.absolute(target.address),
    )


def lay_out_sitemap(library: Library, plan: Plan, template: str) -> SitemapValue:
    """All pages for search engines, or the files that hold them where one cannot."""
    site = library.site
    files = tuple(feed.address for feed in plan.feeds.values() if feed.form == "sitemap")
    whole = site.absolute("/sitemap.xml")
    if files and template == "feeds/sitemap.xml":
        others = tuple(SitemapPage(site.absolute(file)) for file in files)
        return SitemapValue("feeds/sitemap-index.xml", others, whole)
    pages = in_sitemap(library, () if files else plan.pages.values())
    return SitemapValue(template, sitemap_pages(library, pages), whole)
