"""Finding a port, and seeing changes."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import pytest
import watchfiles

from cbsite.ports import net as net_port
from cbsite.ports.net import CannotListen, Net, PortBusy
from cbsite.ports.watch import Watch, is_noise


@pytest.fixture
def busy() -> Iterator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield int(taken.getsockname()[1])


def test_a_busy_port_that_was_asked_for_is_an_error(busy: int) -> None:
    with pytest.raises(PortBusy, match=str(busy)):
        Net().listen("127.0.0.1", busy)


def test_the_first_free_port_is_found(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(net_port, "FIRST_PORT", busy)
    monkeypatch.setattr(net_port, "LAST_PORT", busy + 50)
    sockets, port = Net().listen("127.0.0.1", None)
    with contextlib.ExitStack() as stack:
        for listening in sockets:
            stack.enter_context(listening)
        assert port > busy
        assert {one.getsockname()[0] for one in sockets} <= {"127.0.0.1", "::1"}
        assert {one.getsockname()[1] for one in sockets} == {port}
    monkeypatch.setattr(net_port, "LAST_PORT", busy)
    with pytest.raises(PortBusy):
        Net().listen("127.0.0.1", None)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("no.such.invalid", 0)])
def test_what_cannot_be_listened_at_is_said(host: str, port: int) -> None:
    with pytest.raises(CannotListen):
        Net().listen(host, port)


def test_noise() -> None:
    root = Path("/home/me/.projects/site.next/content")
    for name in (
        ".git/index", "a/.cache/x", "x.md~", ".x.md.swp", "x.md.swp", ".#x.md", "#x.md#", "4913",
        "a/4913", "site.next/index.html", "~$report.docx", "a.tmp", ".DS_Store",
    ):  # fmt: skip
        assert is_noise(root / name, root), name
    for name in ("x.md", "a/site/x.md", "data/4913.yml", "next/x.md", "x.next.md", "a~b.md"):
        assert not is_noise(root / name, root), name
    assert not is_noise(root, root)
    assert is_noise(root / "out" / "x.md", root, [root / "out"])


@pytest.fixture(params=["events", "polling"])
def seen(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., None]]:
    """Watches tmp_path/content and tmp_path/site.yml; the fixture waits for a change of a path."""
    if request.param == "polling":
        monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
        monkeypatch.setenv("WATCHFILES_POLL_DELAY_MS", "30")
    (tmp_path / "content" / "site").mkdir(parents=True)
    (tmp_path / "site.yml").write_text("a: 1")
    paths = [tmp_path / "content", tmp_path / "site.yml", tmp_path / "templates"]
    groups: Queue[frozenset[Path]] = Queue()
    stop, begun = threading.Event(), threading.Event()

    def work() -> None:
        for group in Watch().changes(paths, [tmp_path / "content" / "site"], stop, begun.set):
            groups.put(group)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    assert begun.wait(10)

    def wait(path: Path, again: bool = False) -> None:
        told: set[Path] = set()
        for number in range(10):
            if again:
                # A file in a folder that has just come back may be told as that folder.
                path.write_text(f"text {number}")
            with contextlib.suppress(Empty):
                while path not in told:
                    told |= groups.get(timeout=0.5)
                return
        pytest.fail(f"{path} was not told, only {told}")

    yield wait
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
    left = {path for group in groups.queue for path in group}
    assert not any(path.is_relative_to(tmp_path / "content" / "site") for path in left)


def test_changes_are_seen(tmp_path: Path, seen: Callable[..., None]) -> None:
    content = tmp_path / "content"
    (content / "site" / "built.html").write_text("ignored")
    (content / "new").mkdir()
    (content / "new" / "x.md").write_text("x")
    seen(content / "new")
    (content / "y.md").write_text("y")
    seen(content / "y.md")


def test_what_is_replaced_stays_watched(tmp_path: Path, seen: Callable[..., None]) -> None:
    for number in range(2):  # as editors save: the second time too
        (tmp_path / "beside").write_text(f"a: {number + 10}")
        os.replace(tmp_path / "beside", tmp_path / "site.yml")
        seen(tmp_path / "site.yml")
    content = tmp_path / "content"
    content.rename(tmp_path / "old")
    seen(content)
    content.mkdir()
    seen(content)
    seen(content / "again.md", True)
    (tmp_path / "templates").mkdir()
    seen(tmp_path / "templates")
    seen(tmp_path / "templates" / "a.html", True)


def test_without_watches_left_files_are_polled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watchfiles.watch

    def scarce(*paths: Path, force_polling: bool | None, **options: Any) -> Any:
        if not force_polling:
            raise OSError(28, "OS file watch limit reached")
        return real(*paths, force_polling=True, poll_delay_ms=30, **options)

    monkeypatch.setattr(watchfiles, "watch", scarce)
    stop = threading.Event()
    too_long = threading.Timer(10, stop.set)
    too_long.start()

    def change() -> None:
        (tmp_path / "x.md").write_text("x")

    groups = Watch().changes([tmp_path], [], stop, begun=change)
    assert any(tmp_path / "x.md" in group for group in groups)
    too_long.cancel()
