"""Values of files for other programs: feeds, calendars, data."""

from __future__ import annotations

from cbsite.layout.feeds.anchors import lay_out_anchors
from cbsite.layout.feeds.atom import lay_out_atom
from cbsite.layout.feeds.calendar import lay_out_calendar
from cbsite.layout.feeds.data import lay_out_data
from cbsite.layout.feeds.package import lay_out_package
from cbsite.layout.feeds.sitemap import lay_out_sitemap_part
from cbsite.layout.values import CalendarValue, Dataset, FeedValue, Fields, SitemapValue
from cbsite.library.library import Library
from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.plan import Plan

FileValue = FeedValue | CalendarValue | Dataset | Fields | SitemapValue
"""What a file for programs is made from."""


def lay_out_feed(library: Library, plan: Plan, feed: PlannedFeed) -> FileValue:
    """The value of one file for programs."""
    if feed.form == "atom":
        return lay_out_atom(library, plan, feed)
    if feed.form == "calendar":
        return lay_out_calendar(library, plan, feed)
    if feed.form == "package":
        return lay_out_package(library)
    if feed.form == "anchors":
        return lay_out_anchors(library, feed)
    if feed.form == "sitemap":
        return lay_out_sitemap_part(library, plan, feed.number)
    return lay_out_data(library, plan, feed.register, feed.number)
