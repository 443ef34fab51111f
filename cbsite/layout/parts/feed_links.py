"""Links to feeds and calendars: in the head of a page, where feed readers look, and for people."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.values import Words
from cbsite.plan.feeds import CALENDAR, FEED, event_calendar, theme_feed
from cbsite.records.event import Event


def feed_links(context: Context) -> tuple[Words, ...]:
    """The site's feed, and on the page of a theme that theme's before it."""
    site, key = context.library.site.name, context.page.key
    found = [(site, FEED)]
    if key is not None and key[0] == "theme":
        label = context.library.entries[key].record.heading
        found.insert(0, (f"{label} - {site}", theme_feed(key[1])))
    return tuple(
        Words(title, context.href_of(address))
        for title, address in found
        if address in context.plan.feeds
    )


def calendar_tool(context: Context) -> Words | None:
    """The link to the site's calendar, if any date is known to the day."""
    if CALENDAR not in context.plan.feeds:
        return None
    return Words("Add to a calendar (.ics)", context.href_of(CALENDAR))


def event_file(context: Context, event: Event) -> Words | None:
    """The link to the calendar file of one event; None for an event not known to the day."""
    address = event_calendar(event.id)
    if address not in context.plan.feeds:
        return None
    return Words("Calendar file", context.href_of(address), note=event.title)
