"""The pages that no single record asks for: the front page, search, lists."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.library import Library
from cbsite.plan.facets import FINDERS, Facets
from cbsite.plan.lists import finder_pages
from cbsite.plan.news import news_pages
from cbsite.plan.plan import PlannedPage
from cbsite.plan.small_pages import small_pages
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
                yield PlannedPage(f"/{kind.register}/", kind.register, title)
    if library.of_kind("event"):
        yield from finder_pages(library, facets, "timeline", "Timeline")
    for programme in library.records(Programme):
        for cohort in programme.cohorts:
            address = cohort_address(programme.id, cohort.id)
            key = ("programme", programme.id)
            yield PlannedPage(address, "cohort", cohort.name, key, (cohort.id,))
    if library.of_kind("figure"):
        yield PlannedPage("/figures/", "figures", "Figures")
    if library.of_kind("source") or library.of_kind("document"):
        yield PlannedPage("/sources/", "sources", "Sources")
    if library.of_kind("term"):
        yield PlannedPage("/glossary/", "glossary", "Glossary")
    if library.of_kind("person"):
        yield PlannedPage("/people/", "people", "People")
    yield from news_pages(library)
    if library.unknowns.all:
        yield PlannedPage("/gaps/", "gaps", "Gaps")


def cohort_address(programme: str, cohort: str) -> str:
    """Where the page of a group of pilots stands: under its programme's."""
    return f"/programmes/{programme}/{cohort}/"
