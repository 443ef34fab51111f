"""What is asked of a build."""

from __future__ import annotations

import datetime

import msgspec

from cbsite.ports.clock import Clock
from cbsite.project import Project


class Request(msgspec.Struct, frozen=True):
    """What to build: the hub, as of which day, drafts or not, for which address (None: the hub's own).

    `search`: with the index that the search page needs.
    """

    project: Project
    as_of: datetime.date | None = None
    drafts: bool = False
    strict: bool = False
    base_url: str | None = None
    search: bool = True

    @property
    def way(self) -> tuple[object, ...]:
        """How the hub is to be built: what two builds must have alike for one to take over from the other."""
        return (self.drafts, self.base_url, self.search)


def day_of(request: Request, clock: Clock, timezone: str) -> datetime.date:
    """The day that the site is made for: the one asked for, or today where the hub is."""
    return request.as_of or clock.source_date_epoch() or clock.today(timezone)
