"""One planned page to one page value."""

from __future__ import annotations

from collections.abc import Callable

from cbsite.layout.pages.case_study import case_study
from cbsite.layout.pages.document import document
from cbsite.layout.pages.figures import figures, topic
from cbsite.layout.pages.home import home
from cbsite.layout.pages.hub import hub
from cbsite.layout.pages.not_found import not_found
from cbsite.layout.pages.organisation import organisation
from cbsite.layout.pages.page import page as plain_page
from cbsite.layout.pages.pilot import pilot
from cbsite.layout.pages.place import place
from cbsite.layout.pages.programme import programme
from cbsite.layout.pages.registers import LEDES, register
from cbsite.layout.pages.search import search
from cbsite.layout.pages.sources import sources
from cbsite.layout.pages.theme import theme
from cbsite.layout.pages.timeline import timeline
from cbsite.layout.parts.context import Context
from cbsite.layout.values import PageValue, RedirectValue, SitemapValue
from cbsite.library import Library
from cbsite.plan import Location, Plan, PlannedPage, Redirect
from cbsite.plan.address import relative
from cbsite.read.entry import Entry

_RECORDS: dict[str, Callable[[Context, Entry], PageValue]] = {
    "case-study": case_study,
    "document": document,
    "hub": hub,
    "organisation": organisation,
    "page": plain_page,
    "pilot": pilot,
    "place": place,
    "programme": programme,
    "theme": theme,
    "topic": topic,
}

_OWN: dict[str, Callable[[Context], PageValue]] = {
    "figures": figures,
    "home": home,
    "not-found": not_found,
    "search": search,
    "sources": sources,
    "timeline": timeline,
    **dict.fromkeys(LEDES, register),
}


def lay_out(
    library: Library, plan: Plan, page: PlannedPage, stylesheet: str, script: str
) -> PageValue:
    """The value of one page. `stylesheet` and `script` are addresses on the site."""
    context = Context(library, plan, page, stylesheet, script)
    if page.key is None:
        return _OWN[page.kind](context)
    return _RECORDS[page.kind](context, library.entries[page.key])


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
    """All addresses for search engines, without the page for missing ones and what is withdrawn."""
    site = library.site
    pages = (page for page in plan.pages.values() if _is_current(library, page))
    addresses = tuple(site.absolute(page.address) for page in pages if page.address.endswith("/"))
    return SitemapValue(template, addresses, site.absolute("/sitemap.xml"))


def _is_current(library: Library, page: PlannedPage) -> bool:
    return page.key is None or library.entries[page.key].record.status != "withdrawn"
