"""What there is for feed readers, calendars and programs, and how to use it."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.plain_prose import Part, bullets, link, paragraph
from cbsite.layout.parts.small_page import section, small_page
from cbsite.layout.values import PageValue
from cbsite.plan.address import Location
from cbsite.plan.feeds import CALENDAR, FEED, MOST_DATES, theme_feed
from cbsite.plan.mentions import MOST
from cbsite.read.nodes import Node
from cbsite.records.theme import Theme

_LEDE = "Follow this site in a feed reader, put its dates into your calendar, or take its data."


def feeds(context: Context) -> PageValue:
    return small_page(
        context,
        _LEDE,
        section("news", "What is new, in a feed reader", *_news(context)),
        section("dates", "Dates, in your calendar", *_dates(context)),
        section("data", "Data, in a spreadsheet or a program", *_data(context)),
    )


def _news(context: Context) -> tuple[Node, ...]:
    if FEED not in context.plan.feeds:
        return ()
    with_feed = [
        theme
        for theme in context.library.records(Theme)
        if theme_feed(theme.id) in context.plan.feeds
    ]
    themes = tuple(
        link(theme.label, context.href_of(theme_feed(theme.id))) for theme in with_feed[:MOST]
    )
    lists = link("themes", context.href_of("/themes/"))
    return (
        paragraph(
            "A feed reader (some browsers and mail programs have one) shows new and changed case studies, documents, "
            "news, collections and pages as they come. Nobody asks for your e-mail address. Paste this address into "
            "the reader:"
        ),
        bullets(_address(context, "Everything new (Atom)", FEED)),
        *((paragraph("Or follow one theme:"), bullets(*themes)) if themes else ()),
        *(
            (
                paragraph(
                    "The page of each of the other ", lists, " names its feed to a reader too."
                ),
            )
            if len(with_feed) > MOST
            else ()
        ),
    )


def _dates(context: Context) -> tuple[Node, ...]:
    if CALENDAR not in context.plan.feeds:
        return ()
    timeline = link("timeline", context.href_of("/timeline/"))
    return (
        paragraph(
            "Most calendars can subscribe to an address: look for a menu that says subscribe, from the internet or "
            "from a URL. The dates then stay as they are here. Paste this address:"
        ),
        bullets(_address(context, "All dates (iCalendar)", CALENDAR)),
        paragraph("A single date has a file of its own, beside it on the ", timeline, "."),
        *(
            (
                paragraph(
                    f"The calendar has the latest {MOST_DATES} dates; all of them are on the timeline."
                ),
            )
            if _has_more_dates(context)
            else ()
        ),
        paragraph(
            "Only dates that are known to the day are in the calendar. A month, a season or a date that the source "
            "only hints at is on the timeline alone."
        ),
    )


def _has_more_dates(context: Context) -> bool:
    """Whether there are more dates than the calendar of the site has: each has a file of its own."""
    feeds = context.plan.feeds.values()
    return sum(1 for feed in feeds if feed.form == "calendar") - 1 > MOST_DATES


def _data(context: Context) -> tuple[Node, ...]:
    page = context.to_address("The data of every register", "/data/")
    if page is None:
        return ()
    return (paragraph(link(page.text, page.href), ", as CSV and JSON, with what each file holds."),)


def _address(context: Context, words: str, address: str) -> tuple[Part, ...]:
    """A link to a feed, and its whole address to copy."""
    whole = Node("code", text=context.absolute(Location(address)))
    return link(words, context.href_of(address)), ": ", whole
