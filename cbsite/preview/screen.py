"""What browsers are shown before the site is built: pages that were made at once; and which they look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_MOST = 3
"""Pages that are made before all others."""


class Screen:
    """Pages that stand in for those of the built site, until it has them too."""

    def __init__(self) -> None:
        self._early: Mapping[str, bytes] = {}
        self._looked_at: tuple[str, ...] = ()
        self.changed: Callable[[], None] = lambda: None
        """Called when there is something new to see; the preview sets it."""

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The addresses of the pages that were asked for last, the newest first."""
        return self._looked_at

    def look_at(self, address: str) -> None:
        """A browser asks for a page."""
        self._looked_at = (address, *(one for one in self._looked_at if one != address))[:_MOST]

    def page(self, path: str) -> bytes | None:
        """The page that stands in for the one at a path (`places/essex/index.html`) of the site."""
        return self._early.get(path)

    def put(self, pages: Mapping[str, bytes]) -> None:
        """Show these pages, by path, from now on, and tell browsers."""
        new = {path: content for path, content in pages.items() if self._early.get(path) != content}
        if new:
            self._early = {**self._early, **new}
            self.changed()

    def settle(self) -> frozenset[str]:
        """The site is built: show it again. The paths of the pages that were shown before."""
        shown = frozenset(self._early)
        self._early = {}
        return shown
