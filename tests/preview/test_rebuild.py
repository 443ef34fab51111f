"""A change, a build, a push; and all that may come in between."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from cbsite.ports.disk import Disk
from cbsite.preview.rebuild import Rebuilder

HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}


async def connect(preview: Any, **hello: str) -> WebSocketClientConnection:
    """A page that has shaken hands, as livereload.js does."""
    socket = await websocket_connect(preview.address.replace("http", "ws") + "livereload")
    await socket.write_message(json.dumps({**HELLO, **hello}))
    assert json.loads(str(await socket.read_message()))["command"] == "hello"
    await socket.write_message(json.dumps({"command": "info", "url": preview.address}))
    # The answer to a second hello shows that the first info has been read.
    if not hello:
        await socket.write_message(json.dumps(HELLO))
        assert json.loads(str(await socket.read_message()))["command"] == "hello"
    return socket


async def close(socket: WebSocketClientConnection) -> None:
    """Close, and wait until the other end has too."""
    socket.close()
    while await socket.read_message() is not None:
        pass


def pushed(preview: Any, act: Callable[[], object], **hello: str) -> Any:
    """The next message to a page after `act`."""

    async def work() -> Any:
        socket = await connect(preview, **hello)
        act()
        message = await socket.read_message()
        await close(socket)
        return json.loads(str(message))

    return asyncio.run(asyncio.wait_for(work(), 10))


def test_a_change_is_built_and_pushed(start: Callable[..., Any]) -> None:
    def build() -> bool:
        preview.write("site/index.html", preview.content.joinpath("index.md").read_text())
        return True

    preview = start(build)
    message = pushed(preview, lambda: preview.write("content/index.md", "two"))
    assert message["command"] == "reload"
    assert not message["path"].endswith(".css")
    assert preview.ask("/").body.startswith(b"two")
    assert preview.builds == 1


def test_only_stylesheets_are_swapped(preview: Any) -> None:
    preview.ask("/assets/site.css")
    message = pushed(preview, lambda: preview.write("content/a.css", "a"))
    assert message["path"].endswith(".css")
    # A stylesheet that has another name now is named by other pages.
    (preview.site / "assets" / "site.css").unlink()
    message = pushed(preview, lambda: preview.write("content/a.css", "b"))
    assert not message["path"].endswith(".css")


def test_a_page_of_an_earlier_version_is_told_when_it_connects(preview: Any) -> None:
    assert pushed(preview, lambda: None, snipver="v-of-a-preview-before")["command"] == "reload"


def test_strange_messages_close_the_socket(preview: Any) -> None:
    async def work(message: str | bytes) -> None:
        socket = await websocket_connect(preview.address.replace("http", "ws") + "livereload")
        await socket.write_message(message, binary=isinstance(message, bytes))
        assert await socket.read_message() is None
        socket.close()

    for message in ("", "{", "[]", "{}", '{"command": 1}', "[" * 60000, b"\xff\x00", "x" * 70000):
        asyncio.run(asyncio.wait_for(work(message), 10))
    assert preview.ask("/").status == 200


def test_changes_during_a_build_give_one_more_and_requests_are_answered(
    start: Callable[..., Any],
) -> None:
    go_on = threading.Semaphore(0)

    def build() -> bool:
        return go_on.acquire(timeout=10)

    preview = start(build)
    preview.write("content/index.md", "two")
    preview.until(lambda: preview.builds == 1, "the first build")
    for number in range(5):
        preview.write(f"content/{number}.md", "three")
        time.sleep(0.06)  # more than one group of changes
    assert preview.ask("/").status == 200
    time.sleep(0.3)
    assert preview.builds == 1
    go_on.release()
    preview.until(lambda: preview.builds == 2, "one more build")
    go_on.release()
    time.sleep(0.3)
    assert preview.builds == 2


@pytest.mark.parametrize("error", [None, ValueError("a bug"), SystemExit(1)])
def test_a_failing_build_leaves_the_old_site(
    start: Callable[..., Any], error: BaseException | None
) -> None:
    good = threading.Event()

    def build() -> bool:
        if not good.is_set() and error:
            raise error
        return good.is_set()

    preview = start(build)
    preview.write("content/index.md", "bad")
    preview.until(lambda: preview.builds == 1, "the failing build")
    assert b"Home" in preview.ask("/").body
    good.set()
    # The stylesheet is not all that is new: the failed build has shown nothing.
    message = pushed(preview, lambda: preview.write("content/a.css", "x"))
    assert preview.builds == 2
    assert not message["path"].endswith(".css")


def test_the_site_appears_when_it_is_built(start: Callable[..., Any], hub: Path) -> None:
    go_on = threading.Event()
    (hub / "site").rename(hub / "site.next")

    def build() -> bool:
        go_on.wait(10)
        (hub / "site.next").rename(hub / "site")
        return True

    preview = start(build, build_first=True)
    before = preview.ask("/")
    assert before.status == 503
    assert b"/livereload.js" in before.body
    pushed(preview, go_on.set)
    assert preview.ask("/").status == 200


def test_reads_while_the_site_is_exchanged_never_fail(start: Callable[..., Any], hub: Path) -> None:
    preview = start()
    disk = Disk()
    other = hub / "site.next"
    for name in ("index.html", "assets/site.css"):
        preview.write(f"site.next/{name}", "<head></head>")
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            if not disk.exchange(preview.site, other):
                # As where there is no exchange: for a moment there is no site.
                preview.site.rename(hub / "old.next")
                other.rename(preview.site)
                (hub / "old.next").rename(other)

    swapping = threading.Thread(target=swap)
    swapping.start()
    try:
        for _ in range(150):
            assert preview.ask("/").status == 200
            assert preview.ask("/assets/site.css").status == 200
            # Only one of the two has these.
            assert preview.ask("/pilots/essex/").status in (200, 404)
            assert preview.ask("/nowhere").status == 404
    finally:
        stop.set()
        swapping.join()


def test_no_change_is_lost_between_builds() -> None:
    told: list[frozenset[Path]] = []
    built = 0

    def rebuild() -> bool:
        nonlocal built
        built += 1
        time.sleep(0.001)
        return built % 3 == 0

    rebuilder = Rebuilder(rebuild, told.append)
    thread = threading.Thread(target=rebuilder.run)
    thread.start()
    changes = {Path(str(number)) for number in range(300)}
    for change in sorted(changes):
        rebuilder.want([change])
        time.sleep(0.0003)
    while not changes <= {path for group in told for path in group}:
        rebuilder.want()
        time.sleep(0.001)
    rebuilder.stop()
    thread.join(5)
    assert not thread.is_alive()
    assert sum(map(len, told)) == len(changes)


PROGRAM = """
import sys, threading, time
from pathlib import Path
from cbsite.preview import serve
early = {name.split(".")[0] for name in sys.modules}
assert not early & {"tornado", "livereload", "watchfiles", "asyncio"}, early
hub = Path(sys.argv[1])
def say(words):  # two threads do: a line must be one write
    sys.stdout.write(words + "\\n")
    sys.stdout.flush()
def rebuild():
    say("building")
    time.sleep(float(sys.argv[2]))
    return True
serve(hub / "site", (hub / "content",), rebuild, port=0, ready=say)
say("ended")
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT for one process on Windows")
@pytest.mark.parametrize("seconds", ["0", "60"])
def test_ctrl_c_ends_cleanly_even_in_a_build(hub: Path, seconds: str) -> None:
    import signal

    running = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(hub), seconds],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert running.stdout
    try:
        first = {running.stdout.readline().strip(), running.stdout.readline().strip()}
        assert "building" in first
        (address,) = first - {"building"}

        async def work() -> None:
            socket = await websocket_connect(address.replace("http", "ws") + "livereload")
            await socket.write_message(json.dumps(HELLO))
            await socket.read_message()
            await socket.write_message(json.dumps({"command": "info", "url": address}))
            running.send_signal(signal.SIGINT)
            while await socket.read_message() is not None:
                pass
            socket.close()

        asyncio.run(asyncio.wait_for(work(), 10))
        output, _ = running.communicate(timeout=10)
    finally:
        running.kill()
        running.wait()
    assert output == "ended\n"
    assert running.returncode == 0
