"""Builds one after another in a thread of their own, as long as something has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Condition

logger = logging.getLogger(__name__)


class Rebuilder:
    """Calls `rebuild` when something has changed, and once more if something changes meanwhile.

    `rebuild` is a whole build; it returns True when there is something new to see. `published` is
    then told all paths that changed since it was last told; `afterwards` does what can wait, when nothing else is
    wanted. All are called in the thread of `run`.
    """

    def __init__(
        self,
        rebuild: Callable[[], bool],
        published: Callable[[frozenset[Path]], None],
        afterwards: Callable[[], None] = lambda: None,
    ) -> None:
        self._afterwards = afterwards
        self._rebuild = rebuild
        self._published = published
        self._condition = Condition()
        self._wanted = False
        self._stopped = False
        self._changed: set[Path] = set()

    def want(self, changed: Iterable[Path] = ()) -> None:
        """Ask for a build that starts after this call. Many calls during a build ask for one."""
        with self._condition:
            self._changed.update(changed)
            self._wanted = True
            self._condition.notify()

    def stop(self) -> None:
        """Begin no more builds; one that runs is run to its end."""
        with self._condition:
            self._stopped = True
            self._condition.notify()

    def run(self) -> None:
        """Build whenever wanted, until stopped."""
        # What failed builds have left unseen counts as changed when one succeeds.
        unseen: set[Path] = set()
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._wanted or self._stopped)
                if self._stopped:
                    return
                self._wanted = False
                unseen |= self._changed
                self._changed.clear()
            if self._build():
                self._published(frozenset(unseen))
                unseen.clear()
            if not self._is_wanted():
                self._finish()

    def _is_wanted(self) -> bool:
        with self._condition:
            return self._wanted or self._stopped

    def _finish(self) -> None:
        try:
            self._afterwards()
        except (Exception, SystemExit):
            logger.exception("What was left of the build could not be done.")

    def _build(self) -> bool:
        try:
            return self._rebuild()
        except (Exception, SystemExit):
            # The author mends the file and the next build may do: the preview must outlive this one.
            logger.exception("The site could not be built. The one before is still served.")
            return False
