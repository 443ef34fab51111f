"""R13: a build killed before, in and after each change that publishing makes to the disk."""

from __future__ import annotations

import contextlib
import itertools
import sys
from pathlib import Path

import pytest

from cbsite.ports.disk import Disk, StrPath
from cbsite.publish import publish_files
from cbsite.publish.manifest import MANIFEST, read_manifest
from cbsite.publish.swap import recover
from tests.support.sites import list_files

OLD = {"index.html": b"old", "places/essex/index.html": b"old Essex", "gone.css": b"gone"}
NEW = {"index.html": b"new", "places/essex/index.html": b"new Essex", "come.css": b"come"}


class Killed(BaseException):
    """What no code may catch and go on from."""


class MortalDisk(Disk):
    """Every change has steps, before it, in it and after it. From step `last` on there are none."""

    def __init__(self, last: int, exchanges: bool) -> None:
        self.last = last
        self.exchanges = exchanges
        self.steps = 0

    def _step(self) -> None:
        self.steps += 1
        if self.steps >= self.last:
            raise Killed

    def write(self, path: StrPath, content: bytes) -> None:
        self._step()
        super().write(path, b"")
        self._step()
        super().write(path, content)
        self._step()

    def write_atomic(self, path: Path, content: bytes) -> None:
        self._step()
        half = path.with_name(f".{path.name}.half.tmp")
        super().write(half, content[: len(content) // 2])
        self._step()
        super().remove_file(half)
        super().write_atomic(path, content)
        self._step()

    def remove_tree(self, path: Path, last: str = "") -> None:
        self._step()
        super().remove_tree(path, last)
        self._step()

    def rename(self, source: Path, target: Path) -> None:
        self._step()
        super().rename(source, target)
        self._step()

    def exchange(self, one: Path, other: Path) -> bool:
        if not self.exchanges:
            return False
        self._step()
        exchanged = super().exchange(one, other)
        self._step()
        return exchanged


def files(folder: Path) -> dict[str, bytes]:
    disk = Disk()
    assert read_manifest(disk, folder) == list_files(disk, folder)
    return {
        found.path: disk.read(folder / found.path)
        for found in disk.walk(folder, hidden=True)
        if found.path != MANIFEST
    }


def ways() -> list[str]:
    return ["exchange", "journal"] if sys.platform.startswith("linux") else ["journal"]


@pytest.mark.parametrize("way", ways())
def test_killed_at_every_step(tmp_path: Path, way: str) -> None:
    outcomes = []
    missing = 0
    for last in itertools.count(1):
        output = tmp_path / str(last) / "site"
        publish_files(Disk(), output, OLD)
        try:
            publish_files(MortalDisk(last, way == "exchange"), output, NEW)
        except Killed:
            killed = True
        else:
            killed = False
        if way == "exchange":
            assert files(output) in (OLD, NEW)
        missing += not output.exists()
        recover(Disk(), output)
        outcomes.append(files(output))
        assert outcomes[-1] in (OLD, NEW)
        publish_files(Disk(), output, NEW)
        assert files(output) == NEW
        assert Disk().names(output.parent) == ("site",)
        if not killed:
            break
    turn = outcomes.index(NEW)
    assert outcomes == [OLD] * turn + [NEW] * (len(outcomes) - turn)
    assert turn > 10
    assert len(outcomes) - turn > 5
    assert (missing > 0) == (way == "journal")


@pytest.mark.parametrize("killed_in_recovery", range(1, 9))
def test_killed_again_in_the_recovery(tmp_path: Path, killed_in_recovery: int) -> None:
    output = tmp_path / "site"
    for last in itertools.count(1):
        publish_files(Disk(), output, OLD)
        disk = MortalDisk(last, exchanges=False)
        try:
            publish_files(disk, output, NEW)
            break
        except Killed:
            pass
        with contextlib.suppress(Killed):
            recover(MortalDisk(killed_in_recovery, exchanges=False), output)
        recover(Disk(), output)
        assert files(output) in (OLD, NEW)
