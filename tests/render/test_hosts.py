"""Files for hosts: small enough for each of them, and the same policy as the preview's."""

from __future__ import annotations

from pathlib import Path

from cbsite.plan.address import Location
from cbsite.plan.plan import Redirect
from cbsite.preview import SECURITY_HEADERS
from cbsite.render.hosts import MOST_BYTES, MOST_HEADERS, MOST_RULES, headers_file, redirects_file
from tests.support.hubs import SMALL, site, small, write

CASE = "content/case-studies/one-door.md"


def rules(text: str) -> dict[str, dict[str, str]]:
    """The rules of a `_headers` file: the headers of each path."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("/"):
            path = line
            assert path not in found
            found[path] = {}
        else:
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
    return found


def test_the_files_of_a_hub_at_a_sub_path(tmp_path: Path) -> None:
    aliases = "aliases: [/old/, /older.html]\ntitle:"
    events = SMALL["content/data/events.yml"] + "  aliases: [/first/]\n"
    files = {CASE: SMALL[CASE].replace("title:", aliases, 1), "content/data/events.yml": events}
    made, report = site(write(tmp_path, small(files)))
    assert list(report) == []
    assert (made / "_redirects").read_text("utf-8").splitlines() == [
        "/hub/first/ /hub/timeline/#meeting 301",
        "/hub/old/ /hub/case-studies/one-door/ 301",
        "/hub/older.html /hub/case-studies/one-door/ 301",
    ]
    assert (made / "old/index.html").is_file()
    found = rules((made / "_headers").read_text("utf-8"))
    assert found["/hub/*"] == SECURITY_HEADERS
    assert found["/hub/feed.xml"] == {"Content-Type": "application/atom+xml; charset=utf-8"}
    assert found["/hub/events/*"] == {"Content-Type": "text/calendar; charset=utf-8"}
    assert found["/hub/data/*"] == {"Access-Control-Allow-Origin": "*"}
    kept = {path for path, headers in found.items() if "immutable" in str(headers)}
    assets = (path.name for path in (made / "assets").iterdir())
    assert kept == {f"/hub/assets/{name}" for name in assets if name.endswith((".css", ".js"))}
    names = [name for headers in found.values() for name in headers if name in SECURITY_HEADERS]
    assert sorted(names) == sorted(SECURITY_HEADERS)


def test_no_more_headers_than_every_host_reads() -> None:
    text = headers_file("/", [], (f"/assets/{number}.js?v=1" for number in [7, 7, *range(150)]))
    found = rules(text.decode())  # each path once
    assert len(found) == MOST_HEADERS
    assert "/assets/7.js" in found


def redirect(old: str) -> Redirect:
    return Redirect(old, Location("/new/"), "New")


def test_redirects_are_no_more_than_every_host_takes() -> None:
    many = redirects_file("/", [redirect(f"/{number:04}/") for number in range(1500)])
    assert many.count(b"\n") == MOST_RULES
    assert many.splitlines()[-1] == b"/0999/ /new/ 301"
    long = redirects_file("/", [redirect(f"/{number:04}{'a' * 400}/") for number in range(900)])
    assert MOST_BYTES - 500 < len(long) <= MOST_BYTES
    assert redirects_file("/", [redirect(f"/{'a' * 1000}/"), redirect("/b/")]) == b"/b/ /new/ 301\n"
    assert redirects_file("/", []) == b""
