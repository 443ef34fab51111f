"""R14: whichever operation of a disk fails, and in whatever way, the old site is as it was."""

from __future__ import annotations

import errno
import itertools
from pathlib import Path

import pytest

from cbsite.ports.disk import Disk, StrPath
from cbsite.publish import publish_files
from cbsite.publish.manifest import MANIFEST
from cbsite.publish.swap import recover

OLD = {"index.html": b"old", "places/essex/index.html": b"old Essex", "gone.css": b"gone"}
NEW = {"index.html": b"new", "places/essex/index.html": b"new Essex", "come.css": b"come"}


class FailingDisk(Disk):
    """The `first`-th change fails, and all later ones if `for_ever`; writes fail half-way."""

    def __init__(self, number: int, first: int, for_ever: bool, exchanges: bool) -> None:
        self.number = number
        self.first = first
        self.for_ever = for_ever
        self.exchanges = exchanges
        self.changes = 0
        self.failed = False

    def _change(self, path: StrPath) -> None:
        self.changes += 1
        if self.changes == self.first or (self.for_ever and self.changes > self.first):
            self.failed = True
            raise OSError(self.number, "The disk failed", str(path))

    def write(self, path: StrPath, content: bytes) -> None:
        try:
            self._change(path)
        except OSError:
            if self.number in (errno.ENOSPC, errno.EIO):
                super().write(path, content[: len(content) // 2])
            raise
        super().write(path, content)

    def write_atomic(self, path: Path, content: bytes) -> None:
        self._change(path)
        super().write_atomic(path, content)

    def remove_tree(self, path: Path, last: str = "") -> None:
        self._change(path)
        super().remove_tree(path, last)

    def rename(self, source: Path, target: Path) -> None:
        self._change(source)
        super().rename(source, target)

    def exchange(self, one: Path, other: Path) -> bool:
        if not self.exchanges:
            return False
        self._change(one)
        return super().exchange(one, other)


def files(folder: Path) -> dict[str, bytes]:
    disk = Disk()
    found = {item.path: disk.read(folder / item.path) for item in disk.walk(folder, hidden=True)}
    found.pop(MANIFEST)
    return found


def failure_of(disk: Disk, output: Path) -> OSError | None:
    try:
        publish_files(disk, output, NEW)
    except OSError as error:
        return error
    return None


@pytest.mark.parametrize("exchanges", [True, False], ids=["exchange", "journal"])
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_the_old_site_outlives_every_failure(
    tmp_path: Path, number: int, for_ever: bool, exchanges: bool
) -> None:
    refused = published = 0
    for first in itertools.count(1):
        output = tmp_path / str(first) / "site"
        publish_files(Disk(), output, OLD)
        disk = FailingDisk(number, first, for_ever, exchanges)
        error = failure_of(disk, output)
        if error:
            assert error.errno == number
            refused += 1
            if output.exists() or not for_ever:
                assert files(output) == OLD
        else:
            # Only the old site's removal may fail without a word.
            assert files(output) == NEW
            published += disk.failed
        recover(Disk(), output)
        assert files(output) in (OLD, NEW)
        publish_files(Disk(), output, NEW)
        assert files(output) == NEW
        assert Disk().names(output.parent) == ("site",)
        if not disk.failed:
            break
    assert refused >= len(NEW) + 3
    assert published >= 1
