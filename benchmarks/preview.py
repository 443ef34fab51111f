"""From saving a page to seeing it, while a tool serves its site."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from benchmarks.processes import wait_for_rest
from benchmarks.site_folder import SiteFolder
from benchmarks.tool import MARKER, Server

LONGEST_START = 900.0
LONGEST_WAIT = 300.0
"""Seconds until a server must answer, and until it must show a change."""

LONGEST_REST = 120.0
"""Seconds that a tool is given to finish what is left of the last edit before the next."""

PAUSE = 0.005
"""Seconds between two questions to the server."""


class NoPreview(Exception):
    """The server did not show what it should; the text says so."""


@dataclass(frozen=True, slots=True)
class Served:
    """A site while it is served: the address of the page that is edited, and what the server answers there.

    `rest` waits until the server has nothing more to do.
    """

    address: str
    page: Callable[[], str]
    rest: Callable[[], None]


@contextmanager
def served(site: SiteFolder, server: Server) -> Iterator[Served]:
    """The site while it is served. Raises NoPreview if its server does not show the page."""
    port = _free_port()
    path = server.path.format(id=site.edited_study.id)
    log = site.folder.with_name(site.folder.name + ".serve.log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            server.command(port),
            cwd=site.folder,
            env={**os.environ, **site.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:

            def page() -> str:
                if process.poll() is not None:
                    said = log.read_text("utf-8", errors="replace")[-1000:]
                    raise NoPreview(f"The server of {site.tool.name} ended: {said}")
                return _get(port, path)

            title = site.edited_study.title
            _wait(lambda: title in page(), LONGEST_START, f"{site.tool.name} shows no page")
            yield Served(
                f"http://localhost:{port}{path}",
                page,
                lambda: wait_for_rest(process.pid, LONGEST_REST),
            )
        finally:
            _end(process)


def seconds_to_html(site: SiteFolder, shown: Served, number: int) -> float:
    """From saving an edit to the first answer of the server that holds it."""
    shown.rest()
    start = time.perf_counter()
    site.edit("page", number)
    late = f"{site.tool.name} does not show an edit"
    words = MARKER.format(n=number)
    _wait(lambda: words in shown.page(), LONGEST_WAIT, late)
    return time.perf_counter() - start


def _get(port: int, path: str) -> str:
    """The page; empty if there is none (yet)."""
    connection = HTTPConnection("localhost", port, timeout=60)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", errors="replace")
        return body if answer.status == 200 else ""
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def _wait(is_so: Callable[[], bool], longest: float, late: str) -> None:
    end = time.monotonic() + longest
    while not is_so():
        if time.monotonic() > end:
            raise NoPreview(f"{late} in {longest:.0f} seconds.")
        time.sleep(PAUSE)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server and all that it started."""
    for how in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(5)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
