"""A new commit: what is made again for it, and that a build on what is remembered shows what a clean one shows."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

from cbsite.diagnostics import Report
from cbsite.ports.disk import Disk
from cbsite.ports.git import Git
from cbsite.ports.process import Process
from cbsite.publish.manifest import compare
from cbsite.rebuild.site import Published
from tests.rebuild.edits import History, built, start
from tests.support.command import cbsite
from tests.support.git import Repository
from tests.support.hubs import AS_OF, small, write

JANUARY, MARCH, MAY = (datetime.date(2012, month, 1) for month in (1, 3, 5))
PLACES, DOOR = "data/places.yml", "case-studies/one-door.md"
EVERY = [path.removeprefix("content/") for path in start()]


class Hub:
    """A hub with a history, which is built again and again."""

    def __init__(self, folder: Path, history: Git) -> None:
        self.folder, self.history = folder, history
        self.root, self.site = write(folder / "hub", start()), folder / "site"

    def build(self) -> tuple[str, ...] | None:
        """The pages that were made; None where nothing at all had to be done."""
        done = self._built(self.site, "memo.sqlite")
        return done.made if isinstance(done, Published) else None

    def _built(self, site: Path, memo: str) -> object:
        done = built(self.root, site, self.folder / memo, AS_OF, Report(), git=self.history)
        assert done
        return done

    def is_clean(self) -> bool:
        """Whether the site is what a build that remembers nothing makes."""
        other = self.folder / "other"
        self._built(other, "no.sqlite")
        same = compare(Disk(), other).same == compare(Disk(), self.site).same
        shutil.rmtree(other)
        (self.folder / "no.sqlite").unlink()
        return same

    def add_words(self, path: str) -> None:
        """Write more into a text, by its path in `content/`."""
        text = self.root / "content" / path
        text.write_text(text.read_text("utf-8") + "\nSome more words.\n", "utf-8")

    def updated(self, page: str) -> str:
        """The day that a page of the site says."""
        return day_on(self.site / page / "index.html")


def day_on(page: Path) -> str:
    found = re.search("Page last updated (.*?)<", page.read_text("utf-8"))
    return found[1] if found else ""


@pytest.fixture
def history() -> History:
    made = History()
    made.commit(JANUARY, *EVERY)
    return made


@pytest.fixture
def hub(tmp_path: Path, history: History) -> Hub:
    made = Hub(tmp_path, history)
    made.build()
    return made


def test_lists_say_when_and_search_engines_are_told(hub: Hub) -> None:
    assert hub.updated("places") == "1 January 2012"
    assert hub.updated("places/essex") == ""
    assert hub.updated("case-studies/one-door") == "3 January 2026"
    sitemap = (hub.site / "sitemap.xml").read_text("utf-8")
    assert "/hub/places/</loc><lastmod>2012-01-01</lastmod></url>" in sitemap
    assert "/hub/places/essex/</loc></url>" in sitemap
    assert "/hub/case-studies/one-door/</loc><lastmod>2026-01-03</lastmod></url>" in sitemap


def test_a_commit_makes_the_pages_that_say_when(hub: Hub, history: History) -> None:
    history.commit(MARCH, PLACES)
    assert hub.build() == ("places/index.html",)
    assert hub.updated("places") == "1 March 2012"
    assert "<lastmod>2012-03-01</lastmod>" in (hub.site / "sitemap.xml").read_text("utf-8")
    assert hub.is_clean()


@pytest.mark.parametrize("paths", [[], [DOOR], ["images/cat.png"], [PLACES], ["data/gone.yml"]])
def test_a_commit_that_no_page_shows_makes_nothing(
    hub: Hub, history: History, paths: list[str]
) -> None:
    history.commit(JANUARY if paths == [PLACES] else MARCH, *paths)
    before = compare(Disk(), hub.site).same
    assert hub.build() is None
    assert compare(Disk(), hub.site).same == before
    assert hub.is_clean()


def test_git_is_asked_once_for_each_commit(hub: Hub, history: History) -> None:
    for _ in range(3):
        hub.build()
    assert history.asked == 1
    history.commit(MARCH)
    for _ in range(3):
        assert hub.build() is None
    assert history.asked == 2


def test_words_of_a_text_after_a_commit(hub: Hub, history: History) -> None:
    """The commit of what has been built already, then an edit."""
    history.commit(MARCH, DOOR)
    hub.add_words(DOOR)
    assert hub.build() == ("case-studies/one-door/index.html",)
    history.commit(MARCH, DOOR)
    assert hub.build() is None
    assert hub.is_clean()


def test_the_page_of_a_record_with_a_text(tmp_path: Path, history: History) -> None:
    hub = Hub(tmp_path, history)
    write(hub.root, {"content/places/devon.md": "---\nname: Devon\nkind: council\n---\n\nWords.\n"})
    hub.build()
    assert hub.updated("places/devon") == ""
    history.commit(MARCH, "places/devon.md")
    hub.build()
    assert hub.updated("places/devon") == hub.updated("places") == "1 March 2012"
    hub.add_words("places/devon.md")
    assert hub.build() == ("places/devon/index.html",)
    assert hub.updated("places/devon") == "1 March 2012"
    assert hub.is_clean()
    history.commit(MAY, "places/devon.md")
    assert hub.build() == ("places/index.html", "places/devon/index.html")
    assert hub.is_clean()


def test_templates_after_a_commit(hub: Hub, history: History) -> None:
    history.commit(MARCH, PLACES)
    default = Path(__file__).parents[2] / "templates/parts/base.html"
    changed = default.read_text("utf-8").replace("Page last updated", "Last updated")
    write(hub.root, {"templates/parts/base.html": changed})
    hub.build()
    assert "Last updated 1 March 2012" in (hub.site / "places/index.html").read_text("utf-8")
    assert hub.is_clean()


def test_a_history_that_is_lost_and_comes_back(hub: Hub, history: History) -> None:
    first = compare(Disk(), hub.site).same
    hub.history = History()
    hub.build()
    assert hub.updated("places") == ""
    assert hub.is_clean()
    hub.history = history
    hub.build()
    assert compare(Disk(), hub.site).same == first


def test_the_silence_of_git_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hub = Hub(tmp_path, Git())
    Repository(hub.root).commit("2012-01-01")
    path = Process().setting("PATH")
    monkeypatch.setenv("PATH", "")
    hub.build()
    assert hub.updated("places") == ""
    monkeypatch.setenv("PATH", path)
    hub.history = Git()
    hub.build()
    assert hub.updated("places") == "1 January 2012"
    assert hub.is_clean()


def test_the_program_in_a_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "all")
    hub = tmp_path / "all" / "a hub"
    more = {"content/data/places/devon.yml": "name: Devon\nkind: council\n"}
    ignored = {".gitignore": "site/\n.cbsite/\n"}
    repository.commit("2012-01-31", {f"a hub/{k}": v for k, v in (small(more) | ignored).items()})
    assert _build(hub)["places"] == "31 January 2012"
    repository.commit(
        "2012-03-05", {"a hub/content/data/places/devon.yml": "name: Dev\nkind: council\n"}
    )
    told = _build(hub)
    assert told == {
        "places": "5 March 2012",
        "places/devon": "5 March 2012",
        "places/essex": "",
        "timeline": "31 January 2012",
    }
    site = compare(Disk(), hub / "site").same
    shutil.rmtree(hub / ".cbsite")
    assert _build(hub, "--output", hub / "clean", site=hub / "clean") == told
    assert compare(Disk(), hub / "clean").same == site
    shallow = repository.clone(tmp_path / "shallow", "--depth=1").folder / "a hub"
    assert set(_build(shallow).values()) == {""}
    whole = repository.clone(tmp_path / "whole").folder / "a hub"
    assert _build(whole) == told
    assert compare(Disk(), whole / "site").same == site


def _build(hub: Path, *more: str | Path, site: Path | None = None) -> dict[str, str]:
    """Build a hub; the days that some of its pages say."""
    day = AS_OF.isoformat()
    ended = cbsite("build", "--source", hub, "--as-of", day, "--no-search", *more)
    assert ended.returncode == 0, ended.stderr
    pages = ("places", "places/devon", "places/essex", "timeline")
    return {page: day_on((site or hub / "site") / page / "index.html") for page in pages}
