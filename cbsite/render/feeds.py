"""Files for other programs to bytes."""

from __future__ import annotations

from cbsite.diagnostics import Report
from cbsite.layout.feeds import FileValue
from cbsite.layout.values import CalendarValue, FeedValue, Fields, SitemapValue
from cbsite.plan.feeds import PlannedFeed
from cbsite.render.calendar import render_calendar
from cbsite.render.data import render_csv, render_json, render_object
from cbsite.render.renderer import Renderer


def render_feed(
    renderer: Renderer,
    feed: PlannedFeed,
    value: FileValue,
    report: Report,
) -> bytes | None:
    """The bytes of a feed, calendar or data file; None where a template cannot be used."""
    if isinstance(value, FeedValue | SitemapValue):
        return renderer.render(value, report)
    if isinstance(value, CalendarValue):
        return render_calendar(value)
    if isinstance(value, Fields):
        return render_object(value)
    return render_csv(value) if feed.form == "csv" else render_json(value)
