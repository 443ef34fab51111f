"""One planned page to one page value."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from cbsite.layout.pages.accessibility import accessibility
from cbsite.layout.pages.case_study import case_study
from cbsite.layout.pages.cohort import cohort
from cbsite.layout.pages.collection import collection, collections
from cbsite.layout.pages.contact import contact
from cbsite.layout.pages.cookies import cookies
from cbsite.layout.pages.data import data
from cbsite.layout.pages.data_dictionary import data_dictionary
from cbsite.layout.pages.data_parts import data_parts
from cbsite.layout.pages.document import document, document_print
from cbsite.layout.pages.document_section import document_section
from cbsite.layout.pages.feeds import feeds
from cbsite.layout.pages.figures import figures, topic
from cbsite.layout.pages.finder import KINDS as FINDER_KINDS
from cbsite.layout.pages.finder import finder
from cbsite.layout.pages.gaps import gaps
from cbsite.layout.pages.glossary import glossary
from cbsite.layout.pages.home import home
from cbsite.layout.pages.hub import hub, hubs
from cbsite.layout.pages.licence import licence
from cbsite.layout.pages.mentions import mentions
from cbsite.layout.pages.news import news, news_list, news_year
from cbsite.layout.pages.not_found import not_found
from cbsite.layout.pages.organisation import organisation, organisations
from cbsite.layout.pages.page import page as plain_page
from cbsite.layout.pages.pages import pages
from cbsite.layout.pages.people import people
from cbsite.layout.pages.pilot import pilot
from cbsite.layout.pages.pilots import pilots
from cbsite.layout.pages.place import place
from cbsite.layout.pages.places import places
from cbsite.layout.pages.privacy import privacy
from cbsite.layout.pages.programme import programme
from cbsite.layout.pages.programmes import programmes
from cbsite.layout.pages.search import search
from cbsite.layout.pages.sources import sources
from cbsite.layout.pages.theme import theme, themes
from cbsite.layout.pages.timeline import timeline
from cbsite.layout.parts.atlas import Atlas
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.search_tags import without_ties
from cbsite.layout.values import Assets, PageValue, RedirectValue, SitemapValue
from cbsite.library import Library
from cbsite.plan import Location, Plan, PlannedPage, Redirect
from cbsite.plan.address import relative
from cbsite.plan.sitemaps import in_sitemap
from cbsite.read.entry import Entry

_RECORDS: dict[str, Callable[[Context, Entry], PageValue]] = {
    "case-study": case_study,
    "collection": collection,
    "cohort": cohort,
    "document": document,
    "document-print": document_print,
    "document-section": document_section,
    "hub": hub,
    "mentions": mentions,
    "news": news,
    "organisation": organisation,
    "page": plain_page,
    "pilot": pilot,
    "place": place,
    "programme": programme,
    "theme": theme,
    "topic": topic,
}

_OWN: dict[str, Callable[[Context], PageValue]] = {
    "accessibility": accessibility,
    "collections": collections,
    "contact": contact,
    "cookies": cookies,
    "data": data,
    "data-dictionary": data_dictionary,
    "feeds": feeds,
    "figures": figures,
    "gaps": gaps,
    "glossary": glossary,
    "home": home,
    "hubs": hubs,
    "licence": licence,
    "news-list": news_list,
    "news-year": news_year,
    "not-found": not_found,
    "organisations": organisations,
    "people": people,
    "pilots": pilots,
    "places": places,
    "privacy": privacy,
    "programmes": programmes,
    "search": search,
    "sources": sources,
    "pages": pages,
    "data-parts": data_parts,
    "themes": themes,
    "timeline": timeline,
    **dict.fromkeys(FINDER_KINDS, finder),
}


def lay_out(
    library: Library,
    plan: Plan,
    page: PlannedPage,
    assets: Assets,
    atlas: Atlas | None = None,
) -> PageValue:
    """The value of one page. `assets` are addresses on the site; `atlas` is its map, if any."""
    context = Context(library, plan, page, assets, atlas)
    value = (
        _OWN[page.kind](context)
        if page.key is None
        else _RECORDS[page.kind](context, library.entries[page.key])
    )
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
    """All addresses for search engines, or the files that hold them where one cannot."""
    site = library.site
    files = tuple(feed.address for feed in plan.feeds.values() if feed.form == "sitemap")
    whole = site.absolute("/sitemap.xml")
    if files and template == "feeds/sitemap.xml":
        return SitemapValue(
            "feeds/sitemap-index.xml", tuple(site.absolute(file) for file in files), whole
        )
    addresses = in_sitemap(library, () if files else plan.pages.values())
    return SitemapValue(template, tuple(site.absolute(one) for one in addresses), whole)
