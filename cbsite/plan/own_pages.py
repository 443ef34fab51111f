"""The pages that no single record asks for: the front page, search, lists."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.library.library import Library
from cbsite.plan.data_parts import data_pages
from cbsite.plan.facets import FINDERS, Facets
from cbsite.plan.lists import finder_pages, list_pages
from cbsite.plan.mentions import mention_pages
from cbsite.plan.news import news_pages
from cbsite.plan.orders import listed, withdrawn_of
from cbsite.plan.plan import PlannedPage
from cbsite.plan.registers import register_of
from cbsite.plan.small_pages import small_pages
from cbsite.records.event import Event
from cbsite.records.kinds import KINDS
from cbsite.records.programme import Programme

REGISTER_TITLES = {
    "places": "Places",
    "pilots": "Pilots",
    "hubs": "Hubs",
    "case-studies": "Case studies",
    "documents": "Documents",
    "programmes": "Programmes",
    "themes": "Themes",
    "organisations": "Organisations",
    "collections": "Collections",
}
"""Registers with a page that lists them, where they have anything in them."""

MOST_AT_FOOT = 20
"""Pages of text that the foot of every page may name; of more, all stand on pages of their own."""

ALL_PAGES = "/pages/"


def own_pages(library: Library, facets: Facets) -> Iterator[PlannedPage]:
    """The pages that no single record asks for."""
    yield PlannedPage("/", "home", library.site.name)
    yield PlannedPage("/search/", "search", "Search")
    yield PlannedPage("/404.html", "not-found", "Page not found")
    yield from small_pages(library)
    for kind in KINDS:
        if kind.register in REGISTER_TITLES and library.records(kind.model):
            title = REGISTER_TITLES[kind.register]
            if kind.register in FINDERS:
                yield from finder_pages(library, facets, kind.register, title)
            else:
                count = len(listed(library, kind.register))
                yield from list_pages(f"/{kind.register}/", kind.register, title, count)
    if library.of_kind("event"):
        withdrawn = len(withdrawn_of(library, Event))
        yield from finder_pages(library, facets, "timeline", "Timeline", withdrawn)
    for programme in library.records(Programme):
        for cohort in programme.cohorts:
            address = cohort_address(programme.id, cohort.id)
            key = ("programme", programme.id)
            yield PlannedPage(address, "cohort", cohort.name, key, (cohort.id,))
    if library.of_kind("figure"):
        yield from list_pages("/figures/", "figures", "Figures", len(listed(library, "figures")))
    if library.of_kind("source") or library.of_kind("document"):
        yield from _register(library, "sources", "Sources")
    if library.of_kind("term"):
        yield from _register(library, "glossary", "Glossary")
    if library.of_kind("person"):
        yield from _register(library, "people", "People")
    yield from news_pages(library)
    if library.unknowns.all:
        yield from list_pages("/gaps/", "gaps", "Gaps", len(library.unknowns.all))
    pages = len(listed(library, "pages"))
    if pages > MOST_AT_FOOT:
        yield from list_pages(ALL_PAGES, "pages", "Pages", pages)
    yield from mention_pages(library, facets)
    yield from data_pages(library)


def _register(library: Library, kind: str, title: str) -> Iterator[PlannedPage]:
    """The pages of a register whose records have anchors there."""
    yield from list_pages(f"/{kind}/", kind, title, len(register_of(library, kind)))


def cohort_address(programme: str, cohort: str) -> str:
    """Where the page of a group of pilots stands: under its programme's."""
    return f"/programmes/{programme}/{cohort}/"
