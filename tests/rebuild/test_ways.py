"""Each way to the next site: what it makes, what it takes over, and that it is the right one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cbsite.diagnostics import Report
from cbsite.plan.pictures import PlannedPicture
from cbsite.ports.disk import Disk
from cbsite.ports.workers import Alone, Processes, Workers
from cbsite.project import theme_folder
from cbsite.publish import compare
from cbsite.rebuild.site import Published
from cbsite.render.pictures import picture_files
from tests.rebuild.edits import built, start
from tests.support.hubs import AS_OF, write
from tests.support.pictures import drawing

DOOR = "content/case-studies/one-door.md"
PAGE = "case-studies/one-door/index.html"


class Hub:
    """A hub with a built site, and what the last build of it made."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.files = folder, start()
        self.root, self.site = folder / "hub", folder / "site"
        self.build()

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.files[path].decode()
        assert old in text
        self.files[path] = text.replace(old, new, 1).encode()

    def build(self, workers: Workers | None = None) -> tuple[str, ...] | None:
        """The pages that were made; None where nothing at all had to be done."""
        shutil.rmtree(self.root, ignore_errors=True)
        write(self.root, self.files)
        report = Report()
        done = built(self.root, self.site, self.state, AS_OF, report, workers)
        assert not report.count("error"), list(report)
        assert done
        self.result = done if isinstance(done, Published) else None
        return self.result.made if self.result else None

    @property
    def state(self) -> Path:
        return self.folder / "memo.sqlite"

    def is_clean(self) -> bool:
        """Whether the site is what a build that remembers nothing makes."""
        other = self.folder / "other"
        made = built(self.root, other, self.folder / "no.sqlite", AS_OF, Report(), Alone())
        assert made
        same = compare(Disk(), other).same == compare(Disk(), self.site).same
        shutil.rmtree(other)
        (self.folder / "no.sqlite").unlink()
        return same


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return Hub(tmp_path)


def test_nothing_changed(hub: Hub) -> None:
    before = {path: path.stat().st_mtime_ns for path in hub.site.rglob("*")}
    assert hub.build() is None
    assert {path: path.stat().st_mtime_ns for path in hub.site.rglob("*")} == before


def test_words_of_one_text(hub: Hub) -> None:
    hub.files[DOOR] += b"\nSome more words.\n"
    assert hub.build() == (PAGE,)
    assert hub.result
    assert hub.result.only_pages
    assert "Some more words." in (hub.site / PAGE).read_text("utf-8")
    assert hub.is_clean()


def test_a_template_of_some_pages(hub: Hub) -> None:
    name = "templates/pages/case-study.html"
    hub.files[name] = (
        theme_folder(Disk()) / name.removeprefix("templates/")
    ).read_bytes() + b"<!-- x -->"
    made = hub.build()
    assert made
    assert hub.result
    assert hub.result.only_pages
    assert hub.is_clean()


def test_a_fact_makes_only_the_pages_that_show_it(hub: Hub) -> None:
    hub.edit("content/data/figures.yml", "value: 4", "value: 5")
    made = hub.build()
    assert made
    assert "figures/size/index.html" in made
    assert PAGE in made
    assert "contact/index.html" not in made
    assert hub.result
    assert not hub.result.only_pages
    assert hub.is_clean()


def test_a_page_that_somebody_changed_is_put_right(hub: Hub) -> None:
    page = hub.site / PAGE
    right = page.read_bytes()
    page.unlink()
    page.write_bytes(right.replace(b"One door", b"Two door"))
    assert hub.build() == (PAGE,)
    assert page.read_bytes() == right
    assert hub.is_clean()


def test_a_file_that_is_gone_comes_back(hub: Hub) -> None:
    (hub.site / "sitemap.xml").unlink()
    hub.build()
    assert hub.is_clean()


def test_a_hub_that_goes_back(hub: Hub) -> None:
    before = dict(hub.files)
    first = compare(Disk(), hub.site).same
    hub.edit(DOOR, "One door", "Two doors")
    hub.build()
    assert compare(Disk(), hub.site).same != first
    hub.files = before
    hub.build()
    assert compare(Disk(), hub.site).same == first


@pytest.mark.parametrize("count", [1, 2, 3])
def test_any_number_of_processes(hub: Hub, count: int) -> None:
    hub.edit("content/site.yml", "Test hub", "Best hub")
    hub.build(Processes(count, fewest=1))
    assert hub.is_clean()


@pytest.mark.parametrize("damage", ["cut", "flip", "gone", "other"])
def test_a_damaged_memo_is_an_empty_one(hub: Hub, damage: str) -> None:
    data = hub.state.read_bytes()
    if damage == "gone":
        hub.state.unlink()
    elif damage == "cut":
        hub.state.write_bytes(data[: len(data) // 2])
    elif damage == "flip":
        hub.state.write_bytes(bytes(b ^ (n % 4001 == 0) for n, b in enumerate(data)))
    else:
        hub.state.write_bytes(b"no database")
    hub.files[DOOR] += b"\nSome more words.\n"
    hub.build()
    assert hub.is_clean()


def test_no_file_of_the_site_is_written_over(hub: Hub) -> None:
    """The last two sites share files: what is in the one must not change with the other."""
    for number in range(3):
        kept = hub.folder / f"copy-{number}"
        # Links to the very files, as somebody's copy of the site may hold them.
        shutil.copytree(hub.site, kept, copy_function=lambda a, b: Path(b).hardlink_to(a))
        before = {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()}
        hub.files[DOOR] += b"\nSome more words.\n"
        hub.edit("content/site.yml", "Test hub", "Test  hub") if number == 1 else None
        hub.build()
        assert {path: path.read_bytes() for path in kept.rglob("*") if path.is_file()} == before
    assert hub.is_clean()


def test_the_copies_of_a_picture_are_made_once(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(planned: PlannedPicture, data: bytes) -> dict[str, bytes]:
        made.append(planned.main.path)
        return picture_files(planned, data)

    monkeypatch.setattr("cbsite.rebuild.pictures.picture_files", counted)
    hub.files[DOOR] += b"\n![A cat that sits on a wall](/images/cat.png)\n"
    hub.build()
    assert made == ["files/images/cat.png"]
    hub.edit("content/site.yml", "Test hub", "Best hub")
    hub.build()
    assert made == ["files/images/cat.png"]
    hub.files["content/images/cat.png"] = drawing(500, 200)
    hub.build()
    assert made == 2 * ["files/images/cat.png"]
    assert hub.is_clean()
