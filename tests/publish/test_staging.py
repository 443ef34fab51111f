from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.ports.disk import Disk
from cbsite.publish.guard import PublishRefused
from cbsite.publish.manifest import MANIFEST, Manifest, entry_of, read_manifest
from cbsite.publish.staging import Staging, UnsafePath
from tests.support.sites import list_files

disk = Disk()


def test_a_staged_site_is_complete_only_when_finished(tmp_path: Path) -> None:
    with Staging(disk, tmp_path / "site") as staging:
        assert staging.folder == tmp_path / "site.next"
        assert not disk.exists(staging.folder)
        staging.write("index.html", b"hello")
        assert read_manifest(disk, staging.folder) == Manifest(False)
        staging.write("places/essex/index.html", b"Essex")
        disk.write(staging.folder / "pagefind" / "index.bin", b"from another program")
        assert list(staging.entries_under("pagefind")) == ["pagefind/index.bin"]
        finished = staging.finish()
    manifest = read_manifest(disk, staging.folder)
    assert manifest == list_files(disk, staging.folder)
    assert list(manifest.files) == ["index.html", "pagefind/index.bin", "places/essex/index.html"]
    assert finished == entry_of(disk.read(staging.folder / MANIFEST)).sha256
    assert not disk.exists(tmp_path / "site")


def test_the_folder_goes_when_the_block_is_left_by_an_error(tmp_path: Path) -> None:
    def interrupted() -> None:
        with Staging(disk, tmp_path / "site") as staging:
            staging.write("index.html", b"hello")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert disk.names(tmp_path) == ()


def test_discard(tmp_path: Path) -> None:
    with Staging(disk, tmp_path / "site") as staging:
        staging.write("index.html", b"hello")
        staging.discard()
    assert disk.names(tmp_path) == ()


@pytest.mark.parametrize("manifest", [b"", Manifest(False).to_bytes(), Manifest(True).to_bytes()])
def test_what_a_killed_build_left_is_cleared(tmp_path: Path, manifest: bytes) -> None:
    disk.write(tmp_path / "site.next" / MANIFEST, manifest)
    if manifest:
        disk.write(tmp_path / "site.next" / "old" / "page.html", b"old")
    with Staging(disk, tmp_path / "site") as staging:
        staging.write("index.html", b"new")
        assert disk.names(staging.folder) == (MANIFEST, "index.html")


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "site.next")
    with Staging(disk, tmp_path / "site") as staging:
        staging.write("index.html", b"new")
        assert disk.names(staging.folder) == (MANIFEST, "index.html")


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    disk.write(tmp_path / "site.next" / "thesis.doc", b"mine")
    with pytest.raises(PublishRefused, match=r"site\.next', but that holds files"):
        Staging(disk, tmp_path / "site").__enter__()
    assert disk.read(tmp_path / "site.next" / "thesis.doc") == b"mine"


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    disk.write(tmp_path / "site.next", b"mine")
    with pytest.raises(PublishRefused):
        Staging(disk, tmp_path / "site").__enter__()
    assert disk.read(tmp_path / "site.next") == b"mine"


@pytest.mark.parametrize("path", ["../escape.html", "/etc/passwd", "a\\b", "con.html", "a./b", ""])
def test_unsafe_paths(tmp_path: Path, path: str) -> None:
    with Staging(disk, tmp_path / "site") as staging:
        with pytest.raises(UnsafePath, match="The site cannot have a file"):
            staging.write(path, b"")
        staging.write("index.html", b"safe")
        assert disk.names(staging.folder) == (MANIFEST, "index.html")
    assert disk.names(tmp_path) == ("site.next",)


@pytest.mark.parametrize("path", ["A/index.html", "a/Index.html", "a/index.html", MANIFEST])
def test_a_path_that_is_taken(tmp_path: Path, path: str) -> None:
    with Staging(disk, tmp_path / "site") as staging:
        staging.write("a/index.html", b"")
        with pytest.raises(UnsafePath, match="two files"):
            staging.write(path, b"")
