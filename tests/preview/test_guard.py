"""Only pages of the preview itself may ask: 12 spellings of Host, 8 of Origin, and more."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from cbsite.preview.guard import Guard

STRANGE_HOSTS = [
    "evil.example",
    "evil.example:{port}",
    "localhost.evil.example:{port}",
    "127.0.0.1.evil.example:{port}",
    "localhost.:{port}",
    "127.1:{port}",
    "2130706433:{port}",
    "0x7f.0.0.1:{port}",
    "127.0.0.1:0{port}",
    "127.0.0.1",
    "localhost:1",
    "[::ffff:127.0.0.1]:{port}",
    "0.0.0.0:{port}",
    "[::1]",
    "user@localhost:{port}",
    "localhost:{port}, evil.example",
    "",
]

STRANGE_ORIGINS = [
    "http://evil.example",
    "http://evil.example:{port}",
    "http://localhost:{port}",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "https://127.0.0.1:{port}",
    "http://127.0.0.1:{port}.evil.example",
    "http://127.0.0.1:{port}/",
    "null",
    "",
    "http://127.0.0.1:{port}, http://evil.example",
]

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def raw_status(port: int, request: str) -> int:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request.encode("latin-1"))
        return int(connection.recv(65536).split()[1])


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LocalHost", "[::1]"])
def test_own_hosts_are_let_in(preview: Any, host: str) -> None:
    assert preview.ask("/", headers={"Host": f"{host}:{preview.port}"}).status == 200


def test_strange_hosts_are_refused_everywhere(preview: Any) -> None:
    for path in ("/", "/nowhere", "/livereload.js", "/livereload"):
        for spelling in STRANGE_HOSTS:
            host = spelling.format(port=preview.port)
            answer = preview.ask(path, headers={**UPGRADE, "Host": host})
            # What is no host at all is refused by tornado before anything else looks at it.
            assert answer.status in (400, 403), (path, host)
            assert b"<html" not in answer.body
            if answer.status == 403:
                assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert preview.ask("/", headers={"Host": "evil.example"}).status == 403


def test_no_host_and_two_hosts_are_refused(preview: Any) -> None:
    port = preview.port
    good = f"Host: 127.0.0.1:{port}\r\n"
    assert raw_status(port, f"GET / HTTP/1.1\r\n{good}\r\n") == 200
    assert raw_status(port, "GET / HTTP/1.0\r\n\r\n") == 403
    assert raw_status(port, "GET / HTTP/1.1\r\n\r\n") == 400
    assert raw_status(port, f"GET / HTTP/1.1\r\n{good}Host: evil.example\r\n\r\n") == 400
    assert raw_status(port, f"GET / HTTP/1.1\r\n{good}{good}\r\n") == 400
    assert raw_status(port, f"GET http://evil.example/ HTTP/1.1\r\n{good}\r\n") == 404


def test_forwarded_headers_are_not_believed(preview: Any) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": f"127.0.0.1:{preview.port}"}
    assert preview.ask("/", headers=headers).status == 403


@pytest.mark.parametrize("fetch_site", [None, "none", "same-origin", "same-site", "cross-site"])
def test_strange_origins_get_no_socket(preview: Any, fetch_site: str | None) -> None:
    extra = {"Sec-Fetch-Site": fetch_site} if fetch_site else {}
    for spelling in STRANGE_ORIGINS:
        origin = spelling.format(port=preview.port)
        answer = preview.ask("/livereload", headers={**UPGRADE, **extra, "Origin": origin})
        assert answer.status == 403, origin
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_own_origin_and_no_origin_get_a_socket(preview: Any) -> None:
    lines = "".join(f"{name}: {value}\r\n" for name, value in UPGRADE.items())
    port = preview.port
    for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
        head = f"GET /livereload HTTP/1.1\r\nHost: {host}\r\n{lines}"
        assert raw_status(port, f"{head}\r\n") == 101
        assert raw_status(port, f"{head}Origin: http://{host}\r\n\r\n") == 101


def test_force_reload_is_not_there(preview: Any) -> None:
    assert preview.ask("/forcereload").status == 404


def test_a_host_that_was_asked_for_is_let_in() -> None:
    guard = Guard("hub.test", 8000)
    assert guard.admits(["hub.test:8000"])
    assert guard.admits(["HUB.test:8000"])
    assert guard.admits(["localhost:8000"])
    assert not guard.admits(["hub.test"])
    assert not guard.admits(["evil.example:8000"])
    assert guard.admits(["192.0.2.7:8000"], own="192.0.2.7")
    assert not guard.admits(["192.0.2.8:8000"], own="192.0.2.7")
    assert Guard("::1", 8000).admits(["[::1]:8000"])
    assert Guard("2001:db8::1", 8000).admits(["[2001:db8::1]:8000"])


def test_port_80_may_be_left_out() -> None:
    assert Guard("127.0.0.1", 80).admits(["localhost"])
    assert Guard("127.0.0.1", 80).admits(["localhost:80"])
    assert not Guard("127.0.0.1", 8000).admits(["localhost"])
