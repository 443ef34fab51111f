"""From a planned file for other programs to its bytes."""

from __future__ import annotations

from cbsite.diagnostics import Diagnostic, Report
from cbsite.layout.feeds import FileValue, lay_out_feed
from cbsite.library.library import Library
from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.plan import Plan
from cbsite.render.feeds import render_feed
from cbsite.render.renderer import Renderer
from cbsite.render.theme import Theme

MadeFeed = tuple[bytes | None, tuple[Diagnostic, ...]]
"""The bytes of a file, None where its template cannot be used, and what was found (then: why)."""


class FeedMaker:
    """Planned files to their bytes."""

    def __init__(self, library: Library, plan: Plan, theme: Theme) -> None:
        self._library, self._plan, self._theme = library, plan, theme
        self._renderer: Renderer | None = None
        self._last: tuple[tuple[str, int], FileValue] | None = None

    def __reduce__(self) -> tuple[type[FeedMaker], tuple[Library, Plan, Theme]]:
        """For another process, which compiles its own templates."""
        return FeedMaker, (self._library, self._plan, self._theme)

    def __call__(self, feed: PlannedFeed) -> MadeFeed:
        if self._renderer is None:
            self._renderer = Renderer(self._theme)
        report = Report()
        return render_feed(self._renderer, feed, self._value(feed), report), report.found

    def _value(self, feed: PlannedFeed) -> FileValue:
        """What a register has as JSON it has as CSV too, and the one is made after the other."""
        if feed.form not in ("csv", "json"):
            return lay_out_feed(self._library, self._plan, feed)
        part = feed.register, feed.number
        if self._last is None or self._last[0] != part:
            self._last = part, lay_out_feed(self._library, self._plan, feed)
        return self._last[1]
