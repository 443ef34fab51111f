"""How large files may become: not larger, however much a hub grows (docs/adr/0020-bounds.md)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from cbsite.plan import feeds, lists, sitemaps
from tests.support.hubs import site, write
from tests.support.large import large
from tests.support.pages import Page

KINDS = ("html", "csv", "json", "xml", "ics")

COUNT = 65
"""Records of each kind: more than 60 things mention others, as in a large hub."""

SEARCH = "search/words/"
"""What the search page knows of words has bounds of its own."""


def built(folder: Path, count: int) -> Path:
    """The site of a large hub under bounds so low that it is past all of them, as others are past the real ones."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lists, "PAGE_SIZE", 20)
        patched.setattr(lists, "PAGE_SIZES", dict.fromkeys(lists.PAGE_SIZES, 30))
        patched.setattr(feeds, "MOST_RECORDS", 40)
        patched.setattr(feeds, "MOST_DATES", 40)
        patched.setattr(sitemaps, "MOST_ADDRESSES", 500)
        made, _ = site(write(folder, large(count)))
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("bounds"), COUNT)


def largest(folder: Path) -> dict[str, int]:
    """The size of the largest file of each kind."""
    found: defaultdict[str, int] = defaultdict(int)
    for path in folder.rglob("*.*"):
        if path.is_file() and not path.relative_to(folder).as_posix().startswith(SEARCH):
            kind = path.suffix.removeprefix(".")
            found[kind] = max(found[kind], path.stat().st_size)
    return found


def test_no_file_grows_with_the_hub(folder: Path, tmp_path: Path) -> None:
    small, twice = largest(folder), largest(built(tmp_path, 2 * COUNT))
    # What names other files grows by a line for each of them.
    grown = {kind: twice[kind] / small[kind] for kind in KINDS if twice[kind] > 1.2 * small[kind]}
    assert grown == {}


def test_data_in_several_files(folder: Path) -> None:
    package = json.loads((folder / "data/datapackage.json").read_text("utf-8"))
    resources = {one["name"]: one for one in package["resources"]}
    paths = resources["events"]["path"]
    assert paths == ["events.csv", "events/2.csv"]
    # Each file opens on its own; who joins them leaves out the first line of all but the first.
    texts = [(folder / "data" / path).read_bytes().decode("utf-8-sig") for path in paths]
    heads = {text.partition("\r\n")[0] for text in texts}
    assert len(heads) == 1
    joined = texts[0] + "".join(text.partition("\r\n")[2] for text in texts[1:])
    ids = [row["id"] for row in csv.DictReader(io.StringIO(joined))]
    assert ids == sorted({"meeting", *(f"event-{n:03}" for n in range(1, 66))})
    parts = [resources[name]["path"] for name in ("events-json", "events-json-2")]
    assert parts == ["events.json", "events/2.json"]
    records = [json.loads((folder / "data" / path).read_text("utf-8")) for path in parts]
    assert [record["id"] for part in records for record in part] == ids
    # People find them too.
    page, listed = (
        Page(path, (folder / path).read_text("utf-8"))
        for path in ("data/index.html", "data/events/index.html")
    )
    assert ("data/events/index.html", "") in page.targets(page.leads)
    leads = {path for path, _ in listed.targets(listed.leads)}
    assert {f"data/{path}" for path in (*paths, *parts)} <= leads
    assert "event-001" in listed.words


def test_a_sitemap_in_several_files(folder: Path) -> None:
    index = (folder / "sitemap.xml").read_text("utf-8")
    names = re.findall(r"<sitemap><loc>https://test\.example\.org/hub/(.*?)</loc></sitemap>", index)
    assert names == [f"sitemap-{n}.xml" for n in range(1, len(names) + 1)]
    assert len(names) > 1
    found = [re.findall("<loc>(.*?)</loc>", (folder / name).read_text("utf-8")) for name in names]
    assert [len(part) for part in found[:-1]] == [500] * (len(names) - 1)
    every = [address for part in found for address in part]
    pages = {
        f"https://test.example.org/hub/{path.relative_to(folder).as_posix().removesuffix('index.html')}"
        for path in folder.rglob("index.html")
    }
    assert sorted(every) == sorted(pages)
    assert "sitemap.xml" in (folder / "robots.txt").read_text("utf-8")


def test_the_calendar_has_the_latest_dates(folder: Path) -> None:
    calendar = (folder / "events.ics").read_text("utf-8")
    assert calendar.count("BEGIN:VEVENT") == 40
    assert "SUMMARY:The first meeting" in calendar
    assert "SUMMARY:Event 065" in calendar
    assert "SUMMARY:Event 001" not in calendar
    assert (folder / "events/event-001.ics").is_file()
