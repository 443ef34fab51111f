"""The pages that list news: all of it, and each year's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cbsite.library import Library
from cbsite.plan.lists import list_pages
from cbsite.plan.plan import PlannedPage
from cbsite.records.news import News

ADDRESS = "/news/"


def year_address(year: int) -> str:
    return f"{ADDRESS}{year}/"


def news_pages(library: Library) -> Iterator[PlannedPage]:
    """The list and one for each year that has news; nothing for a hub without any."""
    years = Counter(item.date.year for item in library.records(News))
    if years:
        yield from list_pages(ADDRESS, "news-list", "News", years.total())
    for year, count in sorted(years.items()):
        yield from list_pages(year_address(year), "news-year", str(year), count, value=str(year))
