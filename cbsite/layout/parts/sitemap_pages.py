"""What search engines are told of pages: their addresses, and when they were last updated."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.layout.values import SitemapPage
from cbsite.library.library import Library
from cbsite.plan.plan import PlannedPage
from cbsite.plan.updated import updated


def sitemap_pages(library: Library, pages: Iterable[PlannedPage]) -> tuple[SitemapPage, ...]:
    """What a sitemap says of each page."""
    return tuple(
        SitemapPage(library.site.absolute(page.address), day.isoformat() if day else "")
        for page in pages
        for day in (updated(library, page),)
    )
