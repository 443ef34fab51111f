"""Changes to files that can be taken back: all or none, whatever the disk does, and whoever else writes."""

from __future__ import annotations

import errno
import itertools
import json
import shutil
from pathlib import Path

import pytest

from cbsite.authoring.copies import KEPT, CannotFix, Change
from cbsite.authoring.undo import undo, write_changes
from cbsite.ports.disk import Busy, Disk
from cbsite.project import Project, find_project
from tests.support.command import tree
from tests.support.hubs import write

BEFORE = {
    "content/site.yml": b"name: Hub\r\n",
    "content/pages/a.md": b"\xff\xfea\x00",
    "content/pages/b.md": b"",
    "content/pages/c.md": b"untouched",
}
AFTER = {
    "content/site.yml": b"name: A hub\r\n",
    "content/pages/a.md": b"a",
    "content/pages/b.md": b"b\n",
}
CHANGES = [Change(path, BEFORE[path], after) for path, after in AFTER.items()]


def hub(folder: Path) -> Project:
    write(folder, BEFORE)
    return find_project(Disk(), folder)


def content(project: Project) -> dict[str, bytes]:
    return {f"content/{path}": data for path, data in tree(project.content).items()}


def kept(project: Project) -> list[str]:
    return list(Disk().names(project.state / "undo"))


def test_written_and_taken_back(tmp_path: Path) -> None:
    project = hub(tmp_path)
    write_changes(Disk(), project, CHANGES)
    assert content(project) == BEFORE | AFTER
    copies = tree(project.state / "undo" / "1")
    assert json.loads(copies.pop("manifest.json"))["files"].keys() == AFTER.keys()
    assert copies == {path: BEFORE[path] for path in AFTER}
    assert undo(Disk(), project) == tuple(sorted(AFTER))
    assert content(project) == BEFORE
    assert kept(project) == []
    with pytest.raises(CannotFix, match="nothing to undo"):
        undo(Disk(), project)


def test_nothing_to_change_keeps_nothing(tmp_path: Path) -> None:
    project = hub(tmp_path)
    write_changes(Disk(), project, [])
    assert not project.state.exists()


def test_changes_are_taken_back_one_after_the_other(tmp_path: Path) -> None:
    project = hub(tmp_path)
    write_changes(Disk(), project, CHANGES)
    write_changes(Disk(), project, [Change("content/pages/a.md", b"a", b"aa")])
    assert undo(Disk(), project) == ("content/pages/a.md",)
    assert content(project) == BEFORE | AFTER
    undo(Disk(), project)
    assert content(project) == BEFORE


def test_a_file_of_another_program_is_not_overwritten(tmp_path: Path) -> None:
    project = hub(tmp_path)
    (tmp_path / "content/pages/b.md").write_bytes(b"mine")
    with pytest.raises(CannotFix, match=r"changed content/pages/b\.md just now"):
        write_changes(Disk(), project, CHANGES)
    assert content(project) == BEFORE | {"content/pages/b.md": b"mine"}
    assert not (project.state / "undo").exists()


class MeanwhileDisk(Disk):
    """When the first file of content/ is written, somebody saves another."""

    def write_atomic(self, path: Path, content: bytes) -> None:
        super().write_atomic(path, content)
        if (
            path.name == "site.yml"
            and path.parent.name == "content"
            and ".cbsite" not in path.parts
        ):
            (path.parent / "pages" / "b.md").write_bytes(b"mine")


def test_a_file_saved_in_the_middle_is_not_overwritten(tmp_path: Path) -> None:
    project = hub(tmp_path)
    with pytest.raises(CannotFix, match=r"content/pages/b\.md"):
        write_changes(MeanwhileDisk(), project, CHANGES)
    assert content(project) == BEFORE | {"content/pages/b.md": b"mine"}
    assert kept(project) == []


@pytest.mark.parametrize("change", ["edited", "deleted"])
def test_no_file_is_brought_back_when_one_was_changed_since(tmp_path: Path, change: str) -> None:
    project = hub(tmp_path)
    write_changes(Disk(), project, CHANGES)
    file = tmp_path / "content/pages/a.md"
    file.write_bytes(b"a and more") if change == "edited" else file.unlink()
    before = content(project)
    with pytest.raises(CannotFix, match=r"changed after cbsite fix: content/pages/a\.md"):
        undo(Disk(), project)
    assert content(project) == before
    assert kept(project) == ["1"]


def test_a_damaged_copy_is_not_brought_back(tmp_path: Path) -> None:
    project = hub(tmp_path)
    write_changes(Disk(), project, CHANGES)
    (project.state / "undo/1/content/pages/a.md").write_bytes(b"?")
    with pytest.raises(CannotFix, match="is damaged"):
        undo(Disk(), project)
    assert content(project) == BEFORE | AFTER


def test_only_the_last_changes_are_kept(tmp_path: Path) -> None:
    project = hub(tmp_path)
    for number in range(KEPT + 5):
        now = b"%d" % number if number else b"untouched"
        write_changes(Disk(), project, [Change("content/pages/c.md", now, b"%d" % (number + 1))])
    assert sorted(map(int, kept(project))) == list(range(6, KEPT + 6))
    for _ in range(KEPT):
        undo(Disk(), project)
    assert (tmp_path / "content/pages/c.md").read_bytes() == b"5"


def test_what_a_kill_left_is_no_change(tmp_path: Path) -> None:
    project = hub(tmp_path)
    write(project.state / "undo", {"7/content/pages/c.md": b"half"})
    with pytest.raises(CannotFix, match="nothing to undo"):
        undo(Disk(), project)
    write_changes(Disk(), project, CHANGES)
    assert kept(project) == ["8"]


@pytest.mark.parametrize(
    "path",
    [
        "../outside",
        "content/../../outside",
        "/outside",
        "content",
        "content//x",
        "content\\..\\x",
        "C:/x",
        "templates/a",
    ],
)
def test_a_manifest_of_a_stranger_leads_nowhere(tmp_path: Path, path: str) -> None:
    project = hub(tmp_path / "hub")
    write_changes(Disk(), project, CHANGES)
    manifest = project.state / "undo/1/manifest.json"
    files = json.loads(manifest.read_bytes())["files"]
    manifest.write_text(json.dumps({"files": {path: files["content/pages/b.md"]}}))
    before = tree(tmp_path)
    with pytest.raises(CannotFix, match="nothing to undo"):
        undo(Disk(), project)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": {"content/a": 1}}', "[" * 100_000])
def test_a_manifest_that_is_none(tmp_path: Path, text: str) -> None:
    project = hub(tmp_path)
    write(project.state / "undo", {"1/manifest.json": text})
    with pytest.raises(CannotFix, match="nothing to undo"):
        undo(Disk(), project)


@pytest.mark.parametrize("link", ["content/pages", "content/pages/a.md", ".cbsite/undo", ".cbsite"])
def test_links_are_not_followed(tmp_path: Path, link: str) -> None:
    project = hub(tmp_path / "hub")
    (tmp_path / "hub/.cbsite/undo").mkdir(parents=True)
    place = tmp_path / "hub" / link
    shutil.move(place, tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    write(tmp_path, {"hub/.cbsite/undo/3/mine.txt": b"mine"})
    files = tree(tmp_path / "elsewhere") if (tmp_path / "elsewhere").is_dir() else {}
    with pytest.raises(CannotFix, match="is a link to another place"):
        write_changes(Disk(), project, CHANGES)
    assert content(project)["content/site.yml"] == BEFORE["content/site.yml"]
    if files:
        assert {name: tree(tmp_path / "elsewhere").get(name) for name in files} == files


def test_another_command_holds_the_lock(tmp_path: Path) -> None:
    project = hub(tmp_path)
    with Disk().lock(project.state / "lock"):
        with pytest.raises(Busy):
            write_changes(Disk(), project, CHANGES)
        with pytest.raises(Busy):
            undo(Disk(), project)
    assert content(project) == BEFORE


class Killed(BaseException):
    """What no code may catch and go on from."""


class TroubledDisk(Disk):
    """Change number `first` to the disk fails, before or after it is made; later ones too if `for_ever`."""

    def __init__(self, first: int, trouble: BaseException, for_ever: bool, after: bool) -> None:
        self.first = first
        self.trouble = trouble
        self.for_ever = for_ever
        self.after = after
        self.changes = 0

    def _fail(self, after: bool) -> None:
        self.changes += not after
        if after is self.after and (
            self.changes == self.first or (self.for_ever and self.changes > self.first)
        ):
            raise self.trouble

    def write_atomic(self, path: Path, content: bytes) -> None:
        self._fail(False)
        super().write_atomic(path, content)
        self._fail(True)

    def remove_file(self, path: Path) -> None:
        self._fail(False)
        super().remove_file(path)
        self._fail(True)

    def remove_tree(self, path: Path, last: str = "") -> None:
        self._fail(False)
        super().remove_tree(path, last)
        self._fail(True)


TROUBLES = [
    (OSError(errno.ENOSPC, "No space"), False, False),
    (OSError(errno.EIO, "Failed"), True, False),
    (OSError(errno.EIO, "Failed"), True, True),
    (KeyboardInterrupt(), False, False),
    (Killed(), True, False),
    (Killed(), True, True),
]


@pytest.mark.parametrize(("trouble", "for_ever", "after"), TROUBLES)
def test_every_step_of_writing_may_fail(
    tmp_path: Path, trouble: BaseException, for_ever: bool, after: bool
) -> None:
    """Each file is whole, old or new, at every step, and all can be brought back."""
    seen: set[frozenset[str]] = set()
    for first in itertools.count(1):
        project = hub(tmp_path / str(first))
        disk = TroubledDisk(first, trouble, for_ever, after)
        try:
            write_changes(disk, project, CHANGES)
            failed = False
        except (OSError, KeyboardInterrupt, Killed):
            failed = True
        now = content(project)
        new = {path for path in AFTER if now[path] == AFTER[path]}
        seen.add(frozenset(new))
        assert now == BEFORE | {path: AFTER[path] for path in new}
        if failed and not for_ever:
            assert now == BEFORE
        if new:
            undo(Disk(), project)
            assert content(project) == BEFORE
        # The next change works, and sweeps away what was left.
        write_changes(Disk(), project, CHANGES)
        assert content(project) == BEFORE | AFTER
        if disk.changes < first:
            break
    assert first > 2 * len(CHANGES)
    assert frozenset(AFTER) in seen
    assert (len(seen) > 2) is for_ever


@pytest.mark.parametrize(("trouble", "for_ever", "after"), TROUBLES)
def test_every_step_of_taking_back_may_fail(
    tmp_path: Path, trouble: BaseException, for_ever: bool, after: bool
) -> None:
    """A second try always ends with the files as they were."""
    for first in itertools.count(1):
        project = hub(tmp_path / str(first))
        write_changes(Disk(), project, CHANGES)
        disk = TroubledDisk(first, trouble, for_ever, after)
        try:
            undo(disk, project)
        except (OSError, KeyboardInterrupt, Killed):
            now = content(project)
            assert all(now[path] in (BEFORE[path], AFTER[path]) for path in AFTER)
            if now != BEFORE:
                undo(Disk(), project)
        assert content(project) == BEFORE
        if disk.changes < first:
            break
    assert first > len(CHANGES)
