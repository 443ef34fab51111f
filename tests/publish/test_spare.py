"""The next site is made out of the one before the last; nothing of the last changes by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.ports.disk import Disk
from cbsite.publish import compare, publish_files, staged
from cbsite.publish.manifest import MANIFEST, entry_of
from cbsite.publish.staging import UnsafePath

ONE = {
    "index.html": b"one",
    "a/index.html": b"a",
    "a/b/index.html": b"b",
    "gone/x/index.html": b"x",
}
TWO = {"index.html": b"two", "a/index.html": b"a", "new/index.html": b"n"}


def files(folder: Path) -> dict[str, bytes]:
    disk = Disk()
    found = {one.path: disk.read(folder / one.path) for one in disk.walk(folder, hidden=True)}
    found.pop(MANIFEST)
    return found


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    return tmp_path / "state" / "spare"


def test_sites_by_turns(output: Path, spare: Path) -> None:
    disk = Disk()
    for number, site in enumerate([ONE, TWO, ONE, TWO, TWO]):
        publish_files(disk, output, site, spare=spare)
        assert files(output) == site
        assert set(compare(disk, output).same) == set(site)
        assert spare.exists() == (number > 0)
        assert not output.with_name("site.next").exists()
        assert not any(path.is_dir() and not list(path.iterdir()) for path in output.rglob("*"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"file"}, {"a/index.html": b"folder"}),
        ({"a/index.html": b"folder"}, {"a": b"file"}),
        ({"a/b/c": b"deep"}, {"a": b"file"}),
        ({"a": b"file"}, {"a/b/c": b"deep"}),
    ],
)
def test_files_in_the_place_of_folders(
    output: Path, spare: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    for site in (before, {"index.html": b"between"}, after, before, after):
        publish_files(Disk(), output, site, spare=spare)
        assert files(output) == site


def test_what_is_kept_is_the_same_file_and_is_not_written_over(output: Path, spare: Path) -> None:
    disk = Disk()
    publish_files(disk, output, ONE, spare=spare)
    for words in (b"two", b"three", b"four"):
        old = compare(disk, output).same
        first = (output / "a/index.html").stat().st_ino
        with staged(disk, output, spare) as staging:
            staging.keep("a/index.html", output / "a/index.html", old["a/index.html"])
            staging.write("index.html", words)
            before = files(output)
            staging.finish()
            assert files(output) == before
            staging.publish()
        assert files(output) == {"a/index.html": b"a", "index.html": words}
        assert (output / "a/index.html").stat().st_ino == first


@pytest.mark.parametrize("spoil", ["manifest", "link", "file", "stranger"])
def test_a_spare_site_that_is_none(output: Path, spare: Path, tmp_path: Path, spoil: str) -> None:
    disk = Disk()
    publish_files(disk, output, ONE, spare=spare)
    publish_files(disk, output, TWO, spare=spare)
    if spoil == "manifest":
        (spare / MANIFEST).unlink()
    elif spoil == "link":
        (spare / "away").symlink_to(tmp_path)
    elif spoil == "stranger":
        (spare / "index.html").write_bytes(b"changed by somebody")
    else:
        disk.remove_tree(spare)
        spare.write_bytes(b"a file")
    publish_files(disk, output, ONE, spare=spare)
    assert files(output) == ONE


def test_a_build_that_fails_leaves_the_last_site(output: Path, spare: Path) -> None:
    disk = Disk()
    publish_files(disk, output, ONE, spare=spare)
    publish_files(disk, output, TWO, spare=spare)
    with pytest.raises(UnsafePath), staged(disk, output, spare) as staging:
        staging.write("../index.html", b"three")
    assert files(output) == TWO
    with staged(disk, output, spare) as staging:
        staging.write("index.html", b"four")
    assert files(output) == TWO
    publish_files(disk, output, ONE, spare=spare)
    assert files(output) == ONE


def test_a_build_that_comes_to_nothing_leaves_the_spare_site(output: Path, spare: Path) -> None:
    publish_files(Disk(), output, ONE, spare=spare)
    publish_files(Disk(), output, TWO, spare=spare)
    with staged(Disk(), output, spare):
        pass
    assert files(spare) == ONE


def test_what_others_put_into_a_cleared_folder(output: Path, spare: Path) -> None:
    disk = Disk()
    for words in (b"1", b"2", b"3"):

        def add(folder: Path, words: bytes = words) -> None:
            (folder / "search").mkdir(exist_ok=True)
            (folder / "search" / "x").write_bytes(words)

        with staged(disk, output, spare) as staging:
            staging.write("index.html", b"same")
            staging.clear("search")
            assert not (staging.folder / "search").exists()
            add(staging.folder)
            assert staging.entries_under("search") == {"search/x": entry_of(words)}
            staging.finish()
            staging.publish()
        assert files(output) == {"index.html": b"same", "search/x": words}
