"""The pages that list news: all of it, and each year's."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.library.library import Library
from cbsite.plan.lists import list_pages
from cbsite.plan.orders import news_by_year
from cbsite.plan.plan import PlannedPage

ADDRESS = "/news/"


def year_address(year: int) -> str:
    return f"{ADDRESS}{year}/"


def news_pages(library: Library) -> Iterator[PlannedPage]:
    """The list and one for each year that has news; nothing for a hub without any."""
    years = library.once(news_by_year)
    if years:
        yield from list_pages(ADDRESS, "news-list", "News", sum(map(len, years.values())))
    for year, items in sorted(years.items()):
        found = list_pages(year_address(year), "news-year", str(year), len(items), "", str(year))
        yield from found
