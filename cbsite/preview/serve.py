"""The preview server: the built site on loopback, a build on every change, a push to the browsers."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from cbsite.ports.disk import Disk
from cbsite.ports.net import Net
from cbsite.ports.watch import Watch
from cbsite.preview.guard import Guard, bracketed
from cbsite.preview.screen import Screen

_WILDCARDS = ("0.0.0.0", "::")


def serve(
    site: Path,
    watched: Sequence[Path],
    rebuild: Callable[[], bool],
    *,
    ready: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int | None = None,
    build_first: bool = True,
    at_once: Callable[[frozenset[Path]], None] = lambda changed: None,
    afterwards: Callable[[], None] = lambda: None,
    screen: Screen | None = None,
    stop: threading.Event | None = None,
    disk: Disk | None = None,
    net: Net | None = None,
    watch: Watch | None = None,
) -> None:
    """Serve the folder `site` until Ctrl-C (or until `stop` is set).

    `rebuild` is a whole build; it is called in a thread of its own when anything under `watched`
    changes, one call at a time, and returns True when there is something new to see. With
    `build_first` it is called at the start too, once changes are watched: the caller need not build,
    and nothing is lost that is typed in between. `ready` is given the site's address.

    `at_once` is told of each change before it is built, in another thread, and may put pages on the `screen`;
    `afterwards` is called when a build is done and no other is wanted.

    Without a port it is the first free one from 8000. Raises `ports.net.PortBusy` when the one asked
    for is in use, and `ports.net.CannotListen`. One preview at a time in a process.
    """
    sockets, port = (net or Net()).listen(host, port)
    try:
        # Imported here, as no other command needs tornado and livereload.
        import asyncio

        from cbsite.preview.run import Preview

        preview = Preview(
            site, watched, rebuild, disk or Disk(), watch or Watch(), at_once, afterwards, screen
        )
        address = f"http://{bracketed('127.0.0.1' if host in _WILDCARDS else host)}:{port}/"
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(
                preview.run(
                    sockets,
                    Guard(host, port),
                    lambda: ready(address),
                    build_first,
                    stop or threading.Event(),
                )
            )
    finally:
        for listening in sockets:
            listening.close()
