from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cbsite.ports import Ports
from cbsite.ports.disk import Busy, Disk, Found

posix = pytest.mark.skipif(os.name != "posix", reason="needs links, pipes and modes of POSIX")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges")


@pytest.fixture
def disk() -> Disk:
    return Ports.real().disk


def test_what_is_written_is_read(disk: Disk, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "a.bin"
    disk.write(path, b"\x00one")
    disk.write(path, b"two")
    assert disk.read(path) == b"two"
    assert disk.size(path) == 3


def test_walk_is_in_order_of_code_point_with_whole_paths(disk: Disk, tmp_path: Path) -> None:
    for path in ("b/z.md", "b.md", "B.md", "é.md", "a/deep/x.md", "b-c.md"):
        disk.write(tmp_path / path, b"")
    paths = [found.path for found in disk.walk(tmp_path)]
    assert paths == ["B.md", "a/deep/x.md", "b-c.md", "b.md", "b/z.md", "é.md"]


def test_walk_does_not_depend_on_the_order_of_the_disk(
    disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        disk.write(tmp_path / f"{number % 3}" / f"{number}.md", b"")
    usual = disk.walk(tmp_path)
    scandir = os.scandir

    class Backwards:
        def __init__(self, path: Path) -> None:
            with scandir(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    assert disk.walk(tmp_path) == usual


def test_walk_leaves_out_hidden_names_unless_asked(disk: Disk, tmp_path: Path) -> None:
    for path in ("a.md", ".hidden", ".git/config"):
        disk.write(tmp_path / path, b"")
    assert disk.walk(tmp_path) == (Found("a.md", "file"),)
    assert [found.path for found in disk.walk(tmp_path, hidden=True)] == [
        ".git/config",
        ".hidden",
        "a.md",
    ]


def test_walk_finds_nothing_where_there_is_nothing(disk: Disk, tmp_path: Path) -> None:
    assert disk.walk(tmp_path / "missing") == ()
    assert disk.walk(tmp_path) == ()


@posix
def test_walk_names_links_and_special_files_and_follows_none(disk: Disk, tmp_path: Path) -> None:
    disk.write(tmp_path / "outside" / "secret", b"")
    root = tmp_path / "root"
    disk.write(root / "a.md", b"four")
    (root / "folder").symlink_to(tmp_path / "outside")
    (root / "file").symlink_to(root / "a.md")
    (root / "nowhere").symlink_to("missing")
    (root / "loop").symlink_to(root)
    os.mkfifo(root / "pipe")
    assert disk.walk(root) == (
        Found("a.md", "file", 4),
        Found("file", "symlink"),
        Found("folder", "symlink"),
        Found("loop", "symlink"),
        Found("nowhere", "symlink"),
        Found("pipe", "special"),
    )


def test_questions(disk: Disk, tmp_path: Path) -> None:
    disk.write(tmp_path / "full" / ".hidden", b"")
    disk.make_folder(tmp_path / "empty")
    assert disk.exists(tmp_path / "full")
    assert not disk.exists(tmp_path / "missing")
    assert disk.is_folder(tmp_path / "full")
    assert not disk.is_file(tmp_path / "full")
    assert disk.is_file(tmp_path / "full" / ".hidden")
    assert disk.is_empty_folder(tmp_path / "empty")
    assert not disk.is_empty_folder(tmp_path / "full")
    assert not disk.is_empty_folder(tmp_path / "missing")
    assert not disk.is_link(tmp_path / "full")
    assert not disk.is_link(tmp_path / "missing")
    assert disk.names(tmp_path) == ("empty", "full")


@posix
def test_a_link_that_leads_nowhere_exists(disk: Disk, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("missing")
    assert disk.exists(link)
    assert disk.is_link(link)
    assert not disk.is_file(link)


def test_write_atomic_replaces_and_leaves_nothing_beside(disk: Disk, tmp_path: Path) -> None:
    path = tmp_path / "site.yml"
    disk.write_atomic(path, b"one")
    disk.write_atomic(path, b"two")
    assert disk.read(path) == b"two"
    assert disk.names(tmp_path) == ("site.yml",)


@posix
def test_write_atomic_keeps_the_mode(disk: Disk, tmp_path: Path) -> None:
    path = tmp_path / "run"
    disk.write(path, b"one")
    path.chmod(0o750)
    disk.write_atomic(path, b"two")
    assert path.stat().st_mode & 0o777 == 0o750


def test_write_atomic_that_fails_keeps_the_old_file(
    disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "site.yml"
    disk.write(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        disk.write_atomic(path, b"new")
    assert disk.read(path) == b"old"
    assert disk.names(tmp_path) == ("site.yml",)


def test_create_new_never_overwrites(disk: Disk, tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.md"
    disk.create_new(path, b"mine")
    with pytest.raises(FileExistsError):
        disk.create_new(path, b"yours")
    assert disk.read(path) == b"mine"


def test_remove_tree_removes_folders_files_and_nothing(disk: Disk, tmp_path: Path) -> None:
    disk.write(tmp_path / "a" / "b" / "c", b"")
    disk.remove_tree(tmp_path / "a")
    disk.write(tmp_path / "file", b"")
    disk.remove_tree(tmp_path / "file")
    disk.remove_tree(tmp_path / "missing")
    disk.remove_file(tmp_path / "missing")
    assert disk.is_empty_folder(tmp_path)


@posix
def test_remove_tree_does_not_follow_links(disk: Disk, tmp_path: Path) -> None:
    disk.write(tmp_path / "kept" / "a", b"")
    disk.make_folder(tmp_path / "tree")
    (tmp_path / "tree" / "link").symlink_to(tmp_path / "kept")
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    disk.remove_tree(tmp_path / "tree", last="none")
    disk.remove_tree(tmp_path / "link")
    assert disk.names(tmp_path) == ("kept",)
    assert disk.exists(tmp_path / "kept" / "a")


def test_remove_tree_takes_one_name_last(tmp_path: Path) -> None:
    removed: list[str] = []

    class Watched(Disk):
        def remove_tree(self, path: Path, last: str = "") -> None:
            if path != tmp_path / "tree":
                assert (tmp_path / "tree" / "marker").exists()
                removed.append(path.name)
            super().remove_tree(path, last)

    disk = Watched()
    for name in ("a", "marker", "z/deep"):
        disk.write(tmp_path / "tree" / name, b"")
    disk.remove_tree(tmp_path / "tree", last="marker")
    assert removed == ["a", "z"]
    assert not disk.exists(tmp_path / "tree")


def test_rename_takes_no_name_that_is_taken(disk: Disk, tmp_path: Path) -> None:
    disk.write(tmp_path / "a" / "x", b"a")
    disk.make_folder(tmp_path / "b")
    with pytest.raises(FileExistsError):
        disk.rename(tmp_path / "a", tmp_path / "b")
    disk.rename(tmp_path / "a", tmp_path / "c")
    assert disk.read(tmp_path / "c" / "x") == b"a"


@linux
def test_exchange_swaps_two_folders(disk: Disk, tmp_path: Path) -> None:
    disk.write(tmp_path / "a" / "x", b"a")
    disk.write(tmp_path / "b" / "x", b"b")
    assert disk.exchange(tmp_path / "a", tmp_path / "b")
    assert disk.read(tmp_path / "a" / "x") == b"b"
    assert disk.read(tmp_path / "b" / "x") == b"a"


@linux
def test_exchange_with_nothing_is_an_error_that_names_both(disk: Disk, tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "a")
    with pytest.raises(FileNotFoundError) as caught:
        disk.exchange(tmp_path / "a", tmp_path / "b")
    assert (caught.value.filename, caught.value.filename2) == (
        str(tmp_path / "a"),
        str(tmp_path / "b"),
    )


def test_exchange_elsewhere_answers_no(
    disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not disk.exchange(tmp_path / "a", tmp_path / "b")


def test_lock_is_for_one_process(disk: Disk, tmp_path: Path) -> None:
    path = tmp_path / ".cbsite" / "lock"
    other = (
        "import sys; from pathlib import Path; from cbsite.ports.disk import Busy, Disk\n"
        "try:\n    with Disk().lock(Path(sys.argv[1])): print('held')\n"
        "except Busy: print('busy')\n"
    )

    def tried_elsewhere() -> str:
        root = Path(__file__).parents[2]
        command = [sys.executable, "-c", other, str(path)]
        return subprocess.run(command, cwd=root, capture_output=True, text=True).stdout.strip()

    with disk.lock(path):
        assert tried_elsewhere() == "busy"
        with pytest.raises(Busy), disk.lock(path):
            pass
    assert tried_elsewhere() == "held"
    with disk.lock(path):
        pass


def test_absolute(disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert disk.absolute(Path("a/../b")) == tmp_path / "b"


@posix
def test_absolute_keeps_links(disk: Disk, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("elsewhere")
    assert disk.absolute(tmp_path / "link") == tmp_path / "link"


def test_home(disk: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert disk.home() == tmp_path

    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    assert disk.home() is None
