"""What is new, as a feed of Atom."""

from __future__ import annotations

import datetime

from cbsite.layout.values import FeedEntry, FeedValue
from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.feeds import PlannedFeed, newest_by_theme, newest_items
from cbsite.plan.orders import themes_by_id
from cbsite.plan.plan import Plan
from cbsite.records.common import Item
from cbsite.records.document import Document
from cbsite.records.kinds import KIND_OF
from cbsite.records.organisation import Organisation
from cbsite.records.theme import Theme

LONGEST = 50
"""Entries in a feed: readers fetch it often, and older things are on the site."""


def lay_out_atom(library: Library, plan: Plan, feed: PlannedFeed) -> FeedValue:
    """The feed of the whole site, or of the theme that it was planned for.

    A feed is as old as its newest entry: it does not change because a day has passed.
    """
    site = library.site
    newest = library.once(newest_items)
    title, page = site.name, Location("/")
    if feed.key is not None:
        theme = library.record(Theme, *feed.key)
        newest = library.once(newest_by_theme)[theme.id]
        title, page = f"{theme.label} - {site.name}", plan.locations[feed.key]
    entries = tuple(_entry(library, plan, item) for item in newest[:LONGEST])
    address = site.absolute(feed.address)
    return FeedValue(
        template="feeds/atom.xml",
        id=address,
        title=title,
        subtitle=site.strapline,
        language=site.language,
        address=address,
        page=site.absolute(page.address),
        updated=max(entry.updated for entry in entries),
        author=site.name,
        author_address=site.absolute("/"),
        licence=site.licence.name,
        entries=entries,
    )


def _entry(library: Library, plan: Plan, item: Item) -> FeedEntry:
    """An entry; its id is its address, which is made of ids, and those last."""
    themes = library.once(themes_by_id)
    address = library.site.absolute(plan.locations[KIND_OF[type(item)], item.id].address)
    return FeedEntry(
        id=address,
        title=f"{item.title} (illustrative)" if item.illustrative else item.title,
        address=address,
        published=_time(item.date),
        updated=_time(item.shown_updated),
        summary=item.summary or "",
        author=_author(library, item),
        language=item.lang or "",
        licence=item.licence or "",
        categories=tuple((id, themes[id].label) for id in sorted(set(item.themes) & themes.keys())),
    )


def _author(library: Library, item: Item) -> str:
    """Who made a document that somebody else published; nobody for the hub's own items."""
    if not isinstance(item, Document):
        return ""
    return item.author or library.record(Organisation, "organisation", item.publisher).name


def _time(day: datetime.date) -> str:
    """The start of a day as RFC 3339 text. Items have days, not hours, so the zone is always UTC."""
    return f"{day.isoformat()}T00:00:00Z"
