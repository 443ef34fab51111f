from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.ports.disk import Disk
from cbsite.publish import publish_files
from cbsite.publish.guard import PublishRefused
from cbsite.publish.manifest import MANIFEST, Manifest, read_manifest
from cbsite.publish.staging import Staging
from cbsite.publish.swap import aside_folder, publish, recover
from tests.support.sites import list_files


class JournalDisk(Disk):
    """A disk as on Windows and macOS, where two folders cannot be exchanged."""

    def exchange(self, one: Path, other: Path) -> bool:
        return False


DISKS = pytest.mark.parametrize("disk", [Disk(), JournalDisk()], ids=["exchange", "journal"])

OLD = {"index.html": b"old", "gone/index.html": b"gone"}
NEW = {"index.html": b"new", "come/index.html": b"come"}


def files(folder: Path) -> dict[str, bytes]:
    disk = Disk()
    manifest = read_manifest(disk, folder)
    assert manifest == list_files(disk, folder)
    return {
        found.path: disk.read(folder / found.path)
        for found in disk.walk(folder, hidden=True)
        if found.path != MANIFEST
    }


@DISKS
def test_a_first_site_and_its_successor(disk: Disk, tmp_path: Path) -> None:
    publish_files(disk, tmp_path / "site", OLD)
    assert files(tmp_path / "site") == OLD
    publish_files(disk, tmp_path / "site", NEW)
    assert files(tmp_path / "site") == NEW
    assert disk.names(tmp_path) == ("site",)


@DISKS
def test_an_empty_output_is_replaced(disk: Disk, tmp_path: Path) -> None:
    disk.make_folder(tmp_path / "site")
    publish_files(disk, tmp_path / "site", NEW)
    assert files(tmp_path / "site") == NEW
    assert disk.names(tmp_path) == ("site",)


@DISKS
def test_a_parent_that_is_missing_is_made(disk: Disk, tmp_path: Path) -> None:
    publish_files(disk, tmp_path / "public" / "www", NEW)
    assert files(tmp_path / "public" / "www") == NEW


@DISKS
def test_an_output_that_became_foreign_during_the_build_stays(disk: Disk, tmp_path: Path) -> None:
    output = tmp_path / "site"
    with Staging(disk, output) as staging:
        staging.finish()
        disk.write(output / "thesis.doc", b"mine")
        with pytest.raises(PublishRefused):
            publish(disk, staging.folder, output)
        staging.discard()
    assert disk.read(output / "thesis.doc") == b"mine"
    assert disk.names(tmp_path) == ("site",)


@DISKS
def test_an_unfinished_site_is_not_published(disk: Disk, tmp_path: Path) -> None:
    output = tmp_path / "site"
    publish_files(disk, output, OLD)
    with Staging(disk, output) as staging:
        staging.write("index.html", b"half")
        with pytest.raises(ValueError, match="not finished"):
            publish(disk, staging.folder, output)
    assert files(output) == OLD


@DISKS
def test_an_old_site_that_cannot_be_removed_is_no_failure(disk: Disk, tmp_path: Path) -> None:
    class Stuck(type(disk)):  # type: ignore[misc]
        def remove_tree(self, path: Path, last: str = "") -> None:
            raise PermissionError(13, "The file is in use", str(path))

    output = tmp_path / "site"
    publish_files(disk, output, OLD)
    publish_files(Stuck(), output, NEW)
    assert files(output) == NEW
    assert files(tmp_path / "site.next") == OLD
    publish_files(disk, output, OLD)
    assert disk.names(tmp_path) == ("site",)


def test_recover_does_nothing_where_nothing_was_killed(tmp_path: Path) -> None:
    disk = Disk()
    recover(disk, tmp_path / "site")
    assert disk.names(tmp_path) == ()
    publish_files(disk, tmp_path / "site", OLD)
    recover(disk, tmp_path / "site")
    assert files(tmp_path / "site") == OLD


@pytest.mark.parametrize("rubbish", [False, True])
def test_recover_takes_the_last_step(tmp_path: Path, rubbish: bool) -> None:
    disk = Disk()
    output = tmp_path / "site"
    publish_files(disk, output, OLD)
    disk.rename(output, aside_folder(output))
    build_beside = tmp_path / "other"
    publish_files(disk, build_beside, NEW)
    disk.rename(build_beside, output)
    if rubbish:
        disk.write(tmp_path / "site.next" / MANIFEST, Manifest(False).to_bytes())
    recover(disk, output)
    assert files(output) == NEW
    assert disk.names(tmp_path) == ("site",)


def test_recover_leaves_what_is_not_ours(tmp_path: Path) -> None:
    disk = JournalDisk()
    output = tmp_path / "site"
    publish_files(disk, output, OLD)
    disk.write(aside_folder(output) / "thesis.doc", b"mine")
    recover(disk, output)
    with pytest.raises(PublishRefused, match="cbsite needs the name"):
        publish_files(disk, output, NEW)
    assert files(output) == OLD
    assert disk.read(aside_folder(output) / "thesis.doc") == b"mine"


def test_a_copy_that_somebody_keeps_beside_is_left_alone(tmp_path: Path) -> None:
    disk = JournalDisk()
    publish_files(disk, tmp_path / "site.old", OLD)
    publish_files(disk, tmp_path / "site", OLD)
    publish_files(disk, tmp_path / "site", NEW)
    assert files(tmp_path / "site.old") == OLD
