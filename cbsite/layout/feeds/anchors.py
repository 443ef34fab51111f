"""On which page of a list things stand now, for the script that follows old links to its first page."""

from __future__ import annotations

from decimal import Decimal

from cbsite.layout.values import Fields
from cbsite.library.library import Library
from cbsite.plan.anchors import moved_anchors
from cbsite.plan.feeds import PlannedFeed


def lay_out_anchors(library: Library, feed: PlannedFeed) -> Fields:
    """Each id of one file, with the number of its page."""
    found = library.once(moved_anchors)[feed.register][feed.number - 1]
    return Fields(tuple((id, Decimal(page)) for id, page in found.items()))
