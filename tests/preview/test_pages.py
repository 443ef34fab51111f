"""What is served, and that nothing else is."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cbsite.preview import SECURITY_HEADERS, content_type
from cbsite.preview.files import split

CSP = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:;"
    " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

UP = ["..", "%2e%2e", "%2E%2e", ".%2e", "%252e%252e", "%c0%ae%c0%ae", "%uff0e%uff0e", "..;", "...."]
TRAVERSALS = [
    *(f"/{up}/secret.txt" for up in UP),
    *(f"/{up}/site-private/secret.txt" for up in UP),
    *(f"/pilots/{up}/{up}/secret.txt" for up in UP),
    *(f"/{up}%2fsecret.txt" for up in UP),
    *(f"/{up}%5csecret.txt" for up in UP),
    *(f"/{up}\\secret.txt" for up in UP),
    "/out/secret.txt",
    "/out/content/index.md",
    "/out/",
    "/out",
    "/out.txt",
    "/sibling/secret.txt",
    "/sibling/",
    "/sibling",
    "/ring",
    "/ring/",
    "/.hidden/secret.txt",
    "/.hidden/",
    "/.hidden",
    "/%2ehidden/secret.txt",
    "/.cbsite-manifest",
    "/%2ecbsite-manifest",
    "//etc/passwd",
    "///etc/passwd",
    "/%2fetc/passwd",
    "/%2Fetc%2Fpasswd",
    "/pilots//essex/",
    "/pilots/./essex/",
    "//evil.example/pilots",
    "//evil.example",
    "/\\evil.example",
    "/%5cevil.example",
    "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini",
    "/index.html::$DATA",
    "/index.html%00.txt",
    "/%00",
    "/index.html%0a",
    "/index.html%20",
    "/index.html.",
    "/nul",
    "/CON.txt",
    "/com1",
    "/%ff%fe",
    "/%",
    "/%2",
    "/%zz",
    "/\xff",
    "/" + "a" * 300,
    "/" + "a/" * 3000,
    "/" + "%2e%2e/" * 40 + "etc/passwd",
    "/file:///etc/passwd",
    "secret.txt",
    "../secret.txt",
    "file:///etc/passwd",
    "*",
]


def test_nothing_outside_the_site_is_reached(preview: Any) -> None:
    assert len(TRAVERSALS) >= 60
    for path in TRAVERSALS:
        for method in ("GET", "HEAD"):
            answer = preview.ask(path, method)
            assert answer.status in (400, 404), path
            assert b"SECRET" not in answer.body, path
            assert b"root:" not in answer.body, path
            assert "Location" not in answer.headers, path


def test_folders_and_redirects(preview: Any) -> None:
    assert b"Home" in preview.ask("/").body
    assert b"Essex" in preview.ask("/pilots/essex/").body
    assert b"Essex" in preview.ask("/pilots/essex/?q=a/../b").body
    moved = preview.ask("/pilots/essex?q=a%20b&r=\xe9")
    assert moved.status == 301
    assert moved.headers["Location"] == "/pilots/essex/?q=a%20b&r=%E9"
    assert preview.ask("/caf%C3%A9%20map").headers["Location"] == "/caf%C3%A9%20map/"
    assert preview.ask("/caf%c3%a9%20map/").status == 200
    assert preview.ask("/caf\xc3\xa9%20map/").status == 200
    assert preview.ask("/pilots/index.html").status == 200
    assert preview.ask("/assets/site.css/").status == 404
    assert preview.ask("/empty/").status == 404


def test_files_for_hosts_are_not_shown(preview: Any) -> None:
    for name in ("_headers", "_redirects"):
        (preview.site / name).write_text("SECRET")
        assert preview.ask(f"/{name}").status == preview.ask(f"/%5F{name[1:]}").status == 404
    (preview.site / "pilots/_headers").write_text("a page's own")
    assert preview.ask("/pilots/_headers").status == 200


def test_not_found_is_the_sites_own_page(preview: Any) -> None:
    answer = preview.ask("/nowhere/")
    assert answer.status == 404
    assert b"Nothing here" in answer.body
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    (preview.site / "404.html").unlink()
    answer = preview.ask("/nowhere/")
    assert answer.status == 404
    assert b"Page not found" in answer.body


def test_head_is_get_without_the_body(preview: Any) -> None:
    for path in ("/", "/assets/site.css", "/nowhere", "/livereload.js"):
        got, head = preview.ask(path), preview.ask(path, "HEAD")
        assert head.body == b""
        assert head.status == got.status
        for name in ("Content-Type", "Content-Length"):
            assert head.headers[name] == got.headers[name]
        assert int(got.headers["Content-Length"]) == len(got.body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_other_methods_are_refused(preview: Any, method: str) -> None:
    for path in ("/", "/nowhere", "/livereload.js"):
        answer = preview.ask(path, method)
        assert answer.status == 405
        assert answer.headers["Allow"] == "GET, HEAD"


def test_every_answer_has_the_policy(preview: Any) -> None:
    assert SECURITY_HEADERS["Content-Security-Policy"] == CSP
    for path in ("/", "/pilots", "/nowhere", "/../x", "/livereload.js", "/livereload"):
        for method in ("GET", "HEAD", "POST"):
            for headers in ({}, {"Host": "evil.example"}):
                answer = preview.ask(path, method, headers)
                assert answer.headers["Content-Security-Policy"] == CSP
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Referrer-Policy"]
                assert answer.headers["Cache-Control"] == "no-store"
                assert "Server" not in answer.headers


def test_content_types(preview: Any) -> None:
    assert preview.ask("/assets/site.css").headers["Content-Type"].startswith("text/css")
    packed = preview.ask("/pagefind/wasm.en.pagefind")
    assert packed.headers["Content-Type"] == "application/octet-stream"
    assert content_type("a/b.wasm") == "application/wasm"
    assert content_type("b.mjs") == content_type("b.JS") == "text/javascript; charset=utf-8"
    assert content_type("x.pf_meta") == content_type("strange") == "application/octet-stream"


def test_the_script_is_in_pages_only_and_not_inline(preview: Any) -> None:
    body = preview.ask("/").body.decode()
    scripts = re.findall(r"<script[^>]*>.*?</script>", body)
    assert len(scripts) == 1
    assert re.fullmatch(
        r'<script src="/livereload\.js\?host=127\.0\.0\.1&amp;port=\d+&amp;snipver=v-\w+-0" defer>'
        r"</script>",
        scripts[0],
    )
    assert body.index(scripts[0]) + len(scripts[0]) == body.index("</head>")
    assert "livereload" not in (preview.site / "index.html").read_text()
    assert preview.ask("/assets/site.css").body == (preview.site / "assets/site.css").read_bytes()


def test_ipv6_pages_are_told_where_to_connect(preview: Any) -> None:
    body = preview.ask("/", headers={"Host": f"[::1]:{preview.port}"}).body
    assert f"host=[::1]&amp;port={preview.port}&".encode() in body


def test_unreadable_files_are_no_bug(preview: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("cbsite.ports.disk.Disk.read", fail)
    assert preview.ask("/").status == 503


def test_split_decodes_once() -> None:
    assert split("/") == ()
    assert split("/a/b%20c/") == ("a", "b c")
    assert split("/a%2520b") == ("a%20b",)
    for path in ("", "/a%2fb", "/a%5cb", "/a//b", "/a/../b", "/a%00"):
        assert split(path) is None
