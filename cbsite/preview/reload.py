"""livereload's push: telling the browsers that there is something new to see.

Of livereload only the WebSocket handler and the script for the browser are used. Its own server answers
to anybody, and its watcher stops the server while the site is built and misses changes.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable
from html import escape
from pathlib import Path
from types import SimpleNamespace

import livereload.handlers

SCRIPT_PATH = "/livereload.js"
SOCKET_PATH = "/livereload"  # livereload.js knows no other

SCRIPT_FILE = Path(livereload.handlers.__file__).parent / "vendors" / "livereload.js"

_WHOLE_PAGE = "/"
# Names no stylesheet, so the script fetches all of the page's anew, without loading the page.
_STYLESHEETS = "*.css"

_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)


class Reload:
    """The version of the site that is served, and the push when there is another."""

    def __init__(self) -> None:
        # Differs from one preview to the next: a tab left open then loads anew when it reconnects.
        self._preview = secrets.token_hex(4)
        self._number = 0
        handler = livereload.handlers.LiveReloadHandler
        handler.watcher = SimpleNamespace(filepath=None)  # the push reads its last changed file
        handler.waiters.clear()

    @property
    def version(self) -> str:
        """The version of the site, as pages carry it. It never looks like a number (see `inject`)."""
        return f"v-{self._preview}-{self._number}"

    def push(self, stylesheets_only: bool) -> None:
        """Tell all open pages to load anew, or only their stylesheets."""
        self._number += 1
        path = _STYLESHEETS if stylesheets_only else _WHOLE_PAGE
        livereload.handlers.LiveReloadHandler.reload_waiters(path)

    def close(self) -> None:
        """Let all open pages go. They try to connect again until a preview is there."""
        waiters = livereload.handlers.LiveReloadHandler.waiters
        for socket in tuple(waiters):
            socket.close(1001, "the preview has ended")
        waiters.clear()


def inject(page: bytes, host: str, port: int, version: str) -> bytes:
    """The page with livereload's script at the end of its head.

    `host` is the name (in brackets if IPv6) that the browser used. The script would find host and
    port in its own address, but not IPv6 and not HTTP's own port. `snipver` it hands back when it
    connects (what looks like a number as a number): a page that was read before a push and connects
    after it would else stay old.
    """
    query = escape(f"host={host}&port={port}&snipver={version}")
    script = f'<script src="{SCRIPT_PATH}?{query}" defer></script>'.encode()
    head_end = _HEAD_END.search(page)
    place = head_end.start() if head_end else len(page)
    return page[:place] + script + page[place:]


class ReloadSocket(livereload.handlers.LiveReloadHandler):  # type: ignore[misc]
    """livereload's end of the WebSocket, made to bear any message."""

    reload: Reload
    _page_version: object = None

    def on_message(self, message: str | bytes) -> None:
        """Shake hands; then say at once if the page is of an earlier version."""
        try:
            said = json.loads(message)
        except (ValueError, RecursionError):
            said = None
        if not isinstance(said, dict) or not isinstance(said.get("command"), str):
            self.close(1003, "not a message of livereload")
            return
        if said["command"] == "hello":
            self._page_version = said.get("snipver")
        super().on_message(message)
        if said["command"] == "info" and self._page_version not in (None, self.reload.version):
            self.send_message({"command": "reload", "path": _WHOLE_PAGE, "liveCSS": True})


def only_stylesheets(changed: Iterable[Path]) -> bool:
    """Whether something changed and all of it is stylesheets."""
    suffixes = {path.suffix.lower() for path in changed}
    return suffixes == {".css"}
