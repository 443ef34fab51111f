from __future__ import annotations

import os
from pathlib import Path

import pytest

from cbsite.ports.disk import Disk
from cbsite.publish.guard import PublishRefused, refuse_foreign, refuse_unsafe_output
from cbsite.publish.manifest import MANIFEST, Manifest
from tests.support.sites import list_files

disk = Disk()
posix = pytest.mark.skipif(os.name != "posix", reason="needs links")


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub in a home folder, with a manifest of ours in each folder: no reason to replace it."""
    home = tmp_path / "home"
    hub = home / "work" / "hub"
    for folder in (hub / "content", hub / "templates"):
        disk.write(folder / "deep" / "kept.md", b"kept")
    for folder in (hub / "content", hub / "templates", hub, home / "work", home):
        disk.write(folder / MANIFEST, Manifest(False).to_bytes())
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return hub


def check(hub: Path, output: Path) -> None:
    refuse_unsafe_output(disk, output, hub, (hub / "content", hub / "templates"))


def built(folder: Path) -> None:
    disk.write(folder / "index.html", b"hello")
    disk.write(folder / MANIFEST, list_files(disk, folder).to_bytes())


@pytest.mark.parametrize("output", ["site", "deep/er/site", "../other/site", "../../site"])
def test_missing_folders_are_fine(hub: Path, output: str) -> None:
    check(hub, hub / output)


def test_empty_folders_and_built_sites_are_fine(hub: Path) -> None:
    disk.make_folder(hub / "site")
    check(hub, hub / "site")
    built(hub / "site")
    check(hub, hub / "site")
    disk.write(hub / "site" / ".DS_Store", b"")
    check(hub, hub / "site")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (".", "over the hub's own folder"),
        ("content", "over the hub's folder 'content'"),
        ("site/../content", "over the hub's folder 'content'"),
        ("templates", "over the hub's folder 'templates'"),
        ("content/deep", "inside"),
        ("content/deep/site", "inside"),
        ("templates/site", "inside"),
        ("..", "is inside it"),
        ("../..", "over your home folder"),
        ("../../..", "is inside it"),
        ("/", "whole disk"),
    ],
)
def test_places_that_people_would_miss(hub: Path, output: str, words: str) -> None:
    before = disk.walk(hub, hidden=True)
    with pytest.raises(PublishRefused, match=words) as caught:
        check(hub, hub / output)
    assert caught.value.hint
    assert disk.walk(hub, hidden=True) == before


def test_a_file(hub: Path) -> None:
    disk.write(hub / "site", b"")
    with pytest.raises(PublishRefused, match="that is a file and not a folder"):
        check(hub, hub / "site")


def test_a_folder_of_somebody_else(hub: Path) -> None:
    disk.write(hub / "site" / "thesis.doc", b"")
    with pytest.raises(PublishRefused, match="files that cbsite did not make"):
        check(hub, hub / "site")
    disk.write(hub / "site" / MANIFEST, b'{"generator": "another"}')
    with pytest.raises(PublishRefused, match="files that cbsite did not make"):
        check(hub, hub / "site")


def test_a_hidden_file_is_somebodys_too(hub: Path) -> None:
    disk.write(hub / "site" / ".git" / "config", b"")
    with pytest.raises(PublishRefused, match="files that cbsite did not make"):
        check(hub, hub / "site")


def test_files_that_somebody_added_to_a_built_site(hub: Path) -> None:
    built(hub / "site")
    disk.write(hub / "site" / ".git" / "config", b"")
    with pytest.raises(PublishRefused, match=r"put '\.git/config' there since"):
        refuse_foreign(disk, hub / "site")
    disk.write(hub / "site" / "report.pdf", b"")
    with pytest.raises(PublishRefused, match=r"'\.git/config' and 1 more there since"):
        refuse_foreign(disk, hub / "site")


@posix
def test_links(hub: Path) -> None:
    built(hub / "real")
    (hub / "site").symlink_to(hub / "real")
    (hub / "nowhere").symlink_to("missing")
    for name in ("site", "nowhere"):
        with pytest.raises(PublishRefused, match="that is a symbolic link"):
            check(hub, hub / name)


@posix
def test_a_protected_folder_by_another_road(hub: Path, tmp_path: Path) -> None:
    (tmp_path / "road").symlink_to(hub)
    with pytest.raises(PublishRefused, match="over the hub's folder 'content'"):
        check(hub, tmp_path / "road" / "content")


def test_nobodys_home(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", no_home)
    check(hub, hub / "site")
