"""The pages that no single record asks for: the front page, search, lists."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.library import Library
from cbsite.plan.plan import PlannedPage
from cbsite.records.kinds import KINDS

REGISTER_TITLES = {
    "places": "Places",
    "pilots": "Pilots",
    "hubs": "Hubs",
    "case-studies": "Case studies",
    "documents": "Documents",
    "programmes": "Programmes",
    "themes": "Themes",
    "organisations": "Organisations",
}
"""Registers with a page that lists them, where they have anything in them."""


def own_pages(library: Library) -> Iterator[PlannedPage]:
    """The pages that no single record asks for."""
    yield PlannedPage("/", "home", library.site.name)
    yield PlannedPage("/search/", "search", "Search")
    yield PlannedPage("/404.html", "not-found", "Page not found")
    for kind in KINDS:
        if kind.register in REGISTER_TITLES and library.records(kind.model):
            yield PlannedPage(f"/{kind.register}/", kind.register, REGISTER_TITLES[kind.register])
    if library.of_kind("event"):
        yield PlannedPage("/timeline/", "timeline", "Timeline")
    if library.of_kind("figure"):
        yield PlannedPage("/figures/", "figures", "Figures")
    if library.of_kind("source") or library.of_kind("document"):
        yield PlannedPage("/sources/", "sources", "Sources")
