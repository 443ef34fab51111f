"""News: an item, the list of all, and each year's."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.item_rows import item_rows
from cbsite.layout.parts.pages import on_this_page, pagination
from cbsite.layout.parts.record_page import crumbs, record_page, text_sections
from cbsite.layout.parts.wording import day
from cbsite.layout.values import (
    Items,
    ListItem,
    Notice,
    PageValue,
    Plate,
    Section,
    SummaryList,
    Words,
)
from cbsite.library.library import Library
from cbsite.plan.lists import ListPart
from cbsite.plan.news import ADDRESS, year_address
from cbsite.plan.orders import news as newest_first
from cbsite.plan.orders import news_by_year
from cbsite.read.entry import Entry
from cbsite.records.news import News

_LEDE = "What is new on the hub and among those who take part in it."
_EARLIER = "Earlier"


def news(context: Context, entry: Entry) -> PageValue:
    """One item. What is no longer news says so, and stays."""
    record = entry.record
    assert isinstance(record, News)
    rows = item_rows(context, record)
    margin = (Section("see_summary", "At a glance", (SummaryList(rows),) if rows else ()),)
    page = record_page(context, entry, text_sections(context, entry), margin, kicker="News")
    expired = record.status == "published" and not record.is_current(context.library.as_of)
    if not expired:
        return page
    text = "It is kept as a record, and no longer listed as news."
    notice = Notice("archived", f"This was news until {day(record.expires or record.date)}.", text)
    return replace(page, notices=(notice, *page.notices))


def news_list(context: Context) -> PageValue:
    """All news: what is current by year, then what was news once; the newest first in both."""
    as_of = context.library.as_of
    ordered = context.library.once(_current_first)
    here = on_this_page(context, ordered)
    current = [item for item in here if item.is_current(as_of)]
    earlier = [item for item in here if not item.is_current(as_of)]
    sections = [
        Section(
            f"news_{year}",
            str(year),
            _lines(context, group),
            Words(f"All news of {year}", context.href_of(year_address(year))),
        )
        for year, group in groupby(current, key=lambda item: item.date.year)
    ]
    if earlier:
        sections.append(Section("news_earlier", _EARLIER, _lines(context, earlier)))
    return _page(context, "News", _LEDE, tuple(sections), ADDRESS, len(ordered))


def news_year(context: Context) -> PageValue:
    """The news of one year, the newest first."""
    year = int(ListPart.of(context.page).value)
    found = context.library.once(news_by_year)[year]
    sections = (Section("", "", _lines(context, on_this_page(context, found))),)
    return _page(context, f"News of {year}", "", sections, year_address(year), len(found))


def _current_first(library: Library) -> tuple[News, ...]:
    """What is current, then what was news once; the newest first in both."""
    found = library.once(newest_first)
    return tuple(sorted(found, key=lambda item: not item.is_current(library.as_of)))


def _lines(context: Context, found: Iterable[News]) -> tuple[Items, ...]:
    lines = (
        ListItem(context.link_to("news", item.id), (day(item.date),), item.summary)
        for item in found
    )
    return (Items(tuple(lines)),)


def _page(
    context: Context, title: str, lede: str, sections: tuple[Section, ...], first: str, count: int
) -> PageValue:
    description = lede or f"{title}: {context.library.site.name}"
    return PageValue(
        "pages/news-list.html",
        frame(context, title, description),
        Plate(title, lede, crumbs=crumbs(context, context.page.title)),
        sections,
        pagination=pagination(context, first, count),
    )
