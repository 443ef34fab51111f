"""The page that is written, in the moment it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.build import make_whole
from cbsite.diagnostics import Report
from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.ports.clock import Clock
from cbsite.ports.disk import Disk
from cbsite.ports.process import Process
from cbsite.ports.store import Store
from cbsite.ports.workers import Alone
from cbsite.project import find_project
from cbsite.rebuild.live import Live
from cbsite.rebuild.request import Request
from cbsite.rebuild.site import build_site
from cbsite.rebuild.sources import look
from tests.rebuild.edits import ENGINE, start
from tests.support.hubs import AS_OF, write

DOOR = "content/case-studies/one-door.md"
PAGE = "case-studies/one-door/index.html"


class Preview:
    """A hub that was built, and what the preview holds of it."""

    def __init__(self, folder: Path) -> None:
        self.root = write(folder / "hub", start())
        self.ports = Ports(Disk(), Process(), Clock(), Alone())
        self.memo = Memo(Store(folder / "memo.sqlite"), ENGINE)
        self.live = Live(self.ports.disk, self.root / "content")
        self.site = folder / "site"
        self.build()

    def build(self) -> None:
        project = find_project(self.ports.disk, self.root)
        request, sources = Request(project, AS_OF, search=False), look(self.ports.disk, project)
        made = build_site(
            request, self.site, sources, self.ports, self.memo, Report(), lambda _: None, make_whole
        )
        assert made
        self.live.learn(made.state, self.memo)

    def add(self, path: str, words: str) -> dict[str, bytes]:
        file = self.root / path
        file.write_text(file.read_text("utf-8") + words, "utf-8")
        return dict(self.live.pages([file]))


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    return Preview(tmp_path)


def test_the_page_is_the_one_that_the_build_makes(preview: Preview) -> None:
    for number in range(3):
        pages = preview.add(DOOR, f"\nWords number {number} are here.\n")
        assert list(pages) == [PAGE]
        preview.build()
        assert (preview.site / PAGE).read_bytes() == pages[PAGE]


@pytest.mark.parametrize(
    "words", ["\n## A heading\n", "\n[Kent](place:kent)\n", "\n**Gap.** Nobody knows.\n", "\n[x](nowhere.md)\n"]
)  # fmt: skip
def test_what_others_may_show_waits_for_the_build(preview: Preview, words: str) -> None:
    assert preview.add(DOOR, words) == {}


@pytest.mark.parametrize("path", ["content/data/places.yml", "content/site.yml"])
def test_other_files_wait_for_the_build(preview: Preview, path: str) -> None:
    assert preview.add(path, "\n# a comment\n") == {}


def test_files_that_are_gone_or_new_wait_too(preview: Preview) -> None:
    (preview.root / DOOR).unlink()
    assert preview.live.pages([preview.root / DOOR]) == {}
    assert preview.live.pages([preview.root / "content/case-studies/new.md"]) == {}
    assert preview.live.pages([preview.root.parent / "elsewhere.md"]) == {}


def test_nothing_is_shown_before_anything_was_learnt(tmp_path: Path) -> None:
    assert Live(Disk(), tmp_path).pages([tmp_path / "a.md"]) == {}
