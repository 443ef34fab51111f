"""The preview's answers over HTTP."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tornado.http1connection import HTTP1Connection
from tornado.httputil import HTTPServerRequest
from tornado.web import Application, HTTPError, RequestHandler

from cbsite.preview.files import Answer, Files, NotBuilt
from cbsite.preview.guard import Guard
from cbsite.preview.headers import HTML, JAVASCRIPT, SECURITY_HEADERS, TEXT
from cbsite.preview.reload import SCRIPT_PATH, SOCKET_PATH, Reload, ReloadSocket, inject

_PAUSES = (0.01, 0.04, 0.1, 0.2, 0.4)
"""Seconds. While a new site is put in place, a file or the whole site may be missing for a moment."""

_LARGEST_MESSAGE = 65536

_NOT_BUILT = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>No site yet</title></head>
<body><h1>No site yet</h1><p>The site has not been built. It will show here when it is.</p></body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all handlers need."""

    files: Files
    guard: Guard
    reload: Reload
    script: bytes


class Guarded(RequestHandler):
    """Checks the Host, and says no in plain words."""

    shared: Shared

    def initialize(self, shared: Shared) -> None:
        self.shared = shared

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Content-Type", TEXT)
        self.set_header("Cache-Control", "no-store")
        for name, value in SECURITY_HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        hosts = self.request.headers.get_list("Host")
        if not self.shared.guard.admits(hosts, _own_address(self.request)):
            self.refuse(403, "This preview answers only at its own address.")

    def refuse(self, status: int, words: str) -> None:
        """End the request with a line of plain text."""
        self.set_status(status)
        self.finish(words + "\n")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """In plain text too what tornado itself refuses."""
        if status_code == 405:
            self.set_header("Allow", "GET, HEAD")
        self.refuse(status_code, self._reason + ".")

    def compute_etag(self) -> None:
        """None: nothing is to be kept by browsers."""

    def head(self) -> None:
        """Not by default."""
        raise HTTPError(405)


class SitePage(Guarded):
    """The files of the built site."""

    async def get(self) -> None:
        """Answer; HEAD differs only in what tornado sends."""
        version = self.shared.reload.version  # before reading: too old does no harm, too new would
        answer = await _answer(self.shared.files, self.request.path)
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        content = answer.content
        if answer.location:
            query = quote(self.request.query.encode("latin-1", "replace"), safe="%/?:@!$&'()*+,;=")
            self.set_header("Location", answer.location + (query and "?" + query))
        elif answer.type == HTML:
            port = self.shared.guard.port
            host = self.request.host.removesuffix(f":{port}")
            content = inject(content, host, port, version)
        self.finish(content)

    head = get  # type: ignore[assignment]


class Script(Guarded):
    """livereload's script for the browser."""

    def get(self) -> None:
        self.set_header("Content-Type", JAVASCRIPT)
        self.finish(self.shared.script)

    head = get


class Socket(Guarded, ReloadSocket):
    """The WebSocket that pushes; only for pages of this preview."""

    def initialize(self, shared: Shared) -> None:
        super().initialize(shared)
        self.reload = shared.reload

    def prepare(self) -> None:
        super().prepare()
        # Not in `check_origin` alone, which tornado skips when other headers look harmless.
        if not self._finished and not self._same_origin():
            self.refuse(403, "Only pages of this preview may connect.")

    def check_origin(self, origin: str) -> bool:
        return self._same_origin()

    def _same_origin(self) -> bool:
        origins = self.request.headers.get_list("Origin")
        return self.shared.guard.same_origin(origins, self.request.host)


def application(shared: Shared) -> Application:
    """The preview as a tornado application."""
    given = {"shared": shared}
    return Application(
        [(SCRIPT_PATH, Script, given), (SOCKET_PATH, Socket, given), (r".*", SitePage, given)],
        log_function=lambda handler: None,  # the command prints, not we
        websocket_max_message_size=_LARGEST_MESSAGE,
    )


async def _answer(files: Files, path: str) -> Answer:
    for pause in _PAUSES:
        try:
            return files.answer(path)
        except OSError:
            await asyncio.sleep(pause)
    try:
        return files.answer(path)
    except NotBuilt:
        return Answer(503, _NOT_BUILT)
    except OSError as error:
        return Answer(503, f"The file cannot be read: {error.strerror}.\n".encode(), TEXT)


def _own_address(request: HTTPServerRequest) -> str:
    """The address of this computer that the request came to."""
    connection = request.connection
    if isinstance(connection, HTTP1Connection):
        socket = getattr(connection.stream, "socket", None)
        if socket is not None:
            return str(socket.getsockname()[0])
    return ""
