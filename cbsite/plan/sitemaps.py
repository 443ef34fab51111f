"""What search engines are told of, in one file or in several: a sitemap holds at most 50,000 addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cbsite.library.library import Library
from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.plan import PlannedPage

MOST_ADDRESSES = 10_000
"""Addresses in one sitemap; of more, `/sitemap.xml` names the files that hold them."""


def in_sitemap(library: Library, pages: Iterable[PlannedPage]) -> tuple[PlannedPage, ...]:
    """Those of the pages that it names: no doubles, not the page for missing ones, nothing that is withdrawn."""
    return tuple(
        page for page in pages if page.address.endswith("/") and _is_current(library, page)
    )


def plan_sitemaps(library: Library, pages: Iterable[PlannedPage]) -> Iterator[PlannedFeed]:
    """The files that hold the addresses where one cannot hold them all."""
    count = len(in_sitemap(library, pages))
    if count > MOST_ADDRESSES:
        for number in range(1, -(-count // MOST_ADDRESSES) + 1):
            yield PlannedFeed(f"/sitemap-{number}.xml", "sitemap", number=number)


def pages_in_part(
    library: Library, pages: Iterable[PlannedPage], number: int
) -> tuple[PlannedPage, ...]:
    """The pages in the `number`th of these files, from 1."""
    start = (number - 1) * MOST_ADDRESSES
    return in_sitemap(library, pages)[start : start + MOST_ADDRESSES]


def _is_current(library: Library, page: PlannedPage) -> bool:
    if page.canonical:
        return False
    return page.key is None or library.entries[page.key].record.status != "withdrawn"
