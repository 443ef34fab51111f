"""A preview that runs in a thread, over a small site."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from urllib.parse import urlsplit

import pytest

from cbsite.preview import serve

PAGE = "<!doctype html><html lang=en><head><title>{0}</title>{1}</head><body>{0}</body></html>"
STYLES = '<link rel="stylesheet" href="/assets/site.css">'


def until(holds: Callable[[], object], what: str, seconds: float = 10.0) -> None:
    """Wait until `holds()`."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"waited {seconds} seconds for {what}"
        time.sleep(0.01)


@dataclass
class Answered:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A preview at work. `build` is what its rebuild does; `builds` how often it was begun."""

    hub: Path
    build: Callable[[], bool] = lambda: True
    builds: int = 0
    address: str = ""
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def site(self) -> Path:
        return self.hub / "site"

    @property
    def content(self) -> Path:
        return self.hub / "content"

    @property
    def port(self) -> int:
        port = urlsplit(self.address).port
        assert port
        return port

    def write(self, name: str, text: str) -> None:
        """Write a file of the hub."""
        write(self.hub / name, text)

    def until(self, holds: Callable[[], object], what: str) -> None:
        """Wait until `holds()`."""
        until(holds, what)

    def rebuild(self) -> bool:
        self.builds += 1
        return self.build()

    def ask(
        self,
        path: str,
        method: str = "GET",
        headers: dict[str, str] | None = None,
    ) -> Answered:
        """Send `path` exactly as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        # http.client refuses odd paths, which is what is to be tested.
        connection._validate_path = lambda url: None  # type: ignore[attr-defined]
        connection._encode_request = lambda line: line.encode("latin-1")  # type: ignore[attr-defined]
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return Answered(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """A hub with a site, and files beside it that nobody may see."""
    root = tmp_path / "hub"
    site = root / "site"
    write(root / "content" / "index.md", "one")
    write(root / "secret.txt", "SECRET")
    write(root / "site-private" / "secret.txt", "SECRET")
    write(site / "index.html", PAGE.format("Home", STYLES))
    write(site / "404.html", PAGE.format("Nothing here", ""))
    write(site / "pilots" / "index.html", PAGE.format("Pilots", ""))
    write(site / "pilots" / "essex" / "index.html", PAGE.format("Essex", ""))
    write(site / "caf\u00e9 map" / "index.html", PAGE.format("Caf\u00e9", ""))
    write(site / "assets" / "site.css", "body { color: rgb(1, 2, 3); }")
    write(site / "pagefind" / "wasm.en.pagefind", "packed")
    write(site / ".hidden" / "secret.txt", "SECRET")
    write(site / ".cbsite-manifest", "SECRET")
    (site / "empty").mkdir()
    (site / "out").symlink_to(root)
    (site / "out.txt").symlink_to(root / "secret.txt")
    (site / "sibling").symlink_to(root / "site-private")
    (site / "ring").symlink_to(site / "ring")
    return root


@pytest.fixture
def start(hub: Path) -> Iterator[Callable[..., Running]]:
    """Start the preview; it ends with the test, without trouble."""
    threads: list[threading.Thread] = []
    running = Running(hub)
    troubles: list[BaseException] = []

    def begin(build: Callable[[], bool] = lambda: True, build_first: bool = False) -> Running:
        running.build = build
        ready: Queue[str] = Queue()

        def work() -> None:
            try:
                serve(
                    running.site,
                    (running.content,),
                    running.rebuild,
                    ready=ready.put,
                    port=0,
                    build_first=build_first,
                    stop=running.stop,
                )
            except BaseException as error:
                troubles.append(error)
                raise

        threads.append(threading.Thread(target=work, daemon=True))
        threads[-1].start()
        running.address = ready.get(timeout=10)
        return running

    yield begin
    running.stop.set()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
    assert not troubles


@pytest.fixture
def preview(start: Callable[..., Running]) -> Running:
    """A preview whose builds do nothing."""
    return start()
