from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from cbsite.ports.disk import Disk
from cbsite.publish.manifest import (
    MANIFEST,
    Entry,
    Manifest,
    entries_in,
    is_ours,
    parse_manifest,
    read_manifest,
)

disk = Disk()


def test_bytes_are_the_same_whatever_the_order() -> None:
    one, two = Entry("aa", 1), Entry("bb", 2)
    content = Manifest(True, {"b": two, "a/é": one}).to_bytes()
    assert content == Manifest(True, {"a/é": one, "b": two}).to_bytes()
    assert json.loads(content) == {
        "generator": "cbsite",
        "version": 1,
        "complete": True,
        "files": {"a/é": {"sha256": "aa", "bytes": 1}, "b": {"sha256": "bb", "bytes": 2}},
    }
    assert list(json.loads(content)["files"]) == ["a/é", "b"]


def test_what_is_written_is_parsed() -> None:
    for manifest in (Manifest(False), Manifest(True), Manifest(True, {"a": Entry("aa", 1)})):
        assert parse_manifest(manifest.to_bytes()) == manifest


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b'{"generator": "other"}',
        b'{"generator": ["cbsite"]}',
        b"\xff\xfe\x00",
        b"[" * 200_000,
    ],
)
def test_what_is_not_ours(content: bytes) -> None:
    assert parse_manifest(content) is None


@pytest.mark.parametrize(
    "files", ["[]", "null", '{"a": 1}', '{"a": {}}', '{"a": {"sha256": "a", "bytes": "many"}}']
)
def test_files_listed_in_an_unknown_way_are_incomplete(files: str) -> None:
    content = f'{{"generator": "cbsite", "version": 9, "complete": true, "files": {files}}}'
    assert parse_manifest(content.encode()) == Manifest(False)


def test_what_a_manifest_says_of_files(tmp_path: Path) -> None:
    disk.write(tmp_path / "a" / "b.html", b"hello")
    disk.write(tmp_path / ".nojekyll", b"")
    assert entries_in(disk, tmp_path, disk.walk(tmp_path, hidden=True)) == {
        "a/b.html": Entry(hashlib.sha256(b"hello").hexdigest(), 5),
        ".nojekyll": Entry(hashlib.sha256(b"").hexdigest(), 0),
    }


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_cannot_be_listed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="'link' in the built site is not a plain file"):
        entries_in(disk, tmp_path, disk.walk(tmp_path))


def test_is_ours(tmp_path: Path) -> None:
    assert not is_ours(disk, tmp_path / "missing")
    assert not is_ours(disk, tmp_path)
    disk.write(tmp_path / MANIFEST, b"")
    assert is_ours(disk, tmp_path), "torn, and nothing else"
    disk.write(tmp_path / "a.html", b"")
    assert not is_ours(disk, tmp_path), "torn, beside something else"
    disk.write(tmp_path / MANIFEST, Manifest(False).to_bytes())
    assert is_ours(disk, tmp_path)
    assert read_manifest(disk, tmp_path) == Manifest(False)
