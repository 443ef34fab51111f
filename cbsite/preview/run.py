"""The preview at work: one event loop that answers, one thread that watches, one that builds."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from socket import socket

from tornado.httpserver import HTTPServer

from cbsite.ports.disk import Disk
from cbsite.ports.watch import Watch
from cbsite.preview.files import Files
from cbsite.preview.guard import Guard
from cbsite.preview.handlers import Shared, application
from cbsite.preview.rebuild import Rebuilder
from cbsite.preview.reload import SCRIPT_FILE, Reload, only_stylesheets
from cbsite.preview.screen import Screen

_HEARTBEAT = 0.1
"""Seconds between looks at `stop`; on Windows Ctrl-C too is only noticed when the loop wakes up."""

_PATIENCE = 3.0
"""Seconds that a build gets to end after Ctrl-C. It may be cut short: it publishes in one step."""

_LARGEST_BODY = 65536


class Preview:
    """Serves `site`, and rebuilds it when anything under `watched` changes."""

    def __init__(
        self,
        site: Path,
        watched: Sequence[Path],
        rebuild: Callable[[], bool],
        disk: Disk,
        watch: Watch,
        at_once: Callable[[frozenset[Path]], None] = lambda changed: None,
        afterwards: Callable[[], None] = lambda: None,
        screen: Screen | None = None,
    ) -> None:
        """`at_once` is told what changed before it is built, `afterwards` called when all is built."""
        self._site = site
        self._watched = watched
        self._watch = watch
        self._disk = disk
        screen = screen or Screen()
        screen.changed = lambda: self._published(frozenset())
        self._at_once = at_once
        self._files = Files(disk, site, screen)
        self._reload = Reload()
        self._rebuilder = Rebuilder(rebuild, self._published, afterwards)
        self._stopping = threading.Event()
        self._trouble: list[Exception] = []
        self._loop: asyncio.AbstractEventLoop | None = None

    async def run(
        self,
        sockets: Sequence[socket],
        guard: Guard,
        ready: Callable[[], None],
        build_first: bool,
        stop: threading.Event,
    ) -> None:
        """Answer at `sockets` until `stop` is set or the task is cancelled.

        Raises what ends the watching, if anything does.
        """
        self._loop = asyncio.get_running_loop()
        shared = Shared(self._files, guard, self._reload, self._disk.read(SCRIPT_FILE))
        server = HTTPServer(application(shared), max_body_size=_LARGEST_BODY)
        server.add_sockets(sockets)

        def begun() -> None:
            if build_first:
                self._rebuilder.want()
            self._tell_loop(ready)

        # Daemons: a build that hangs must not keep the process alive.
        watching = threading.Thread(target=self._keep_watch, args=(begun,), daemon=True)
        building = threading.Thread(target=self._rebuilder.run, daemon=True)
        watching.start()
        building.start()
        try:
            while not stop.is_set() and not self._trouble:
                await asyncio.sleep(_HEARTBEAT)
        finally:
            self._stopping.set()
            self._rebuilder.stop()
            server.stop()
            self._reload.close()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(server.close_all_connections(), _PATIENCE)
            await _end(watching)
            await _end(building)
        if self._trouble:
            raise self._trouble[0]

    def _keep_watch(self, begun: Callable[[], None]) -> None:
        # The site may lie in a watched folder, and the one being built beside it.
        ignored = (self._site, self._site.with_name(self._site.name + ".next"))
        try:
            for changed in self._watch.changes(self._watched, ignored, self._stopping, begun):
                if changed:
                    self._at_once(changed)
                self._rebuilder.want(changed)
        except Exception as error:
            self._trouble.append(error)

    def _published(self, changed: frozenset[Path]) -> None:
        def push() -> None:
            stylesheets = only_stylesheets(changed) and self._files.stylesheets_stand()
            self._reload.push(stylesheets)

        self._tell_loop(push)

    def _tell_loop(self, call: Callable[[], None]) -> None:
        """Have the event loop make a call; only there may a WebSocket be written to."""
        with contextlib.suppress(RuntimeError):  # the loop has ended
            if self._loop:
                self._loop.call_soon_threadsafe(call)


async def _end(thread: threading.Thread) -> None:
    """Wait for a thread, but not for long."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + _PATIENCE
    while thread.is_alive() and loop.time() < deadline:
        await asyncio.sleep(_HEARTBEAT / 10)
