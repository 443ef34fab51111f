"""R13: builds killed at any moment, with `kill -9`, leave the old site or the new one, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from cbsite.ports.disk import Disk
from cbsite.publish.manifest import MANIFEST, read_manifest
from cbsite.publish.swap import aside_folder, recover, staging_folder
from tests.support.sites import list_files

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux exchanges")

PUBLISHER = Path(__file__).with_name("publisher.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
TIMES = 5 if os.environ.get("CBSITE_TORTURE") else 1
"""`make torture` sets CBSITE_TORTURE, for the counts of the promise."""

disk = Disk()


class Killer:
    """Starts publishers of `output` and kills each after a while."""

    def __init__(self, output: Path, way: str) -> None:
        self.output = output
        self.server = subprocess.Popen(
            [sys.executable, str(PUBLISHER), "serve", str(output), way],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_one_after(self, seconds: float) -> None:
        child = int(self._ask("start"))
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        assert self._ask("killed") == str(-signal.SIGKILL), "The publisher failed by itself."

    def _ask(self, word: str) -> str:
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.write(word + "\n")
        self.server.stdin.flush()
        return self.server.stdout.readline().strip()

    def stop(self) -> None:
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.close()
        self.server.wait(timeout=30)
        self.server.stdout.close()


def letter_of(output: Path) -> str:
    """Which site is at `output`, after a look at every byte of it."""
    manifest = read_manifest(disk, output)
    assert manifest is not None
    assert manifest.complete
    assert manifest == list_files(disk, output)
    assert len(manifest.files) == 40
    letters = {disk.read(output / path)[:1] for path in manifest.files} - {b""}
    assert len(letters) == 1, "a mixture of two sites"
    tops = {path.partition("/")[0] for path in manifest.files}
    assert set(disk.names(output)) == tops | {MANIFEST}
    return letters.pop().decode()


def moment(output: Path) -> str:
    """What the killed publisher was doing, by what it left."""
    if disk.exists(aside_folder(output)):
        return "between the renames"
    if not disk.exists(staging_folder(output)):
        return "between two builds"
    manifest = read_manifest(disk, staging_folder(output))
    return "round the swap" if manifest and manifest.complete else "writing"


def kill_many(output: Path, way: str, count: int) -> tuple[Counter[str], Counter[str]]:
    """Kill `count` publishers. Returns how often each site was found, and each moment hit."""
    chance = random.Random(2012)
    command = [sys.executable, str(PUBLISHER), "builds", str(output), way, "10"]
    a_build = longest = float(subprocess.check_output(command, env=ENVIRONMENT, timeout=60))
    last = output.stat().st_ino
    found: Counter[str] = Counter()
    moments: Counter[str] = Counter()
    killer = Killer(output, way)
    try:
        for _ in range(count):
            killer.kill_one_after(chance.uniform(0.0, longest))
            moments[moment(output)] += 1
            if way == "journal":
                recover(disk, output)
            found[letter_of(output)] += 1
            # About half of the kills shall come after a swap, however busy the computer is.
            folder = output.stat().st_ino
            longest = min(longest * (1.07 if folder == last else 0.93), 4 * a_build)
            last = folder
    finally:
        killer.stop()
    return found, moments


@linux
def test_by_exchange_the_site_is_whole_at_every_instant(tmp_path: Path) -> None:
    found, moments = kill_many(tmp_path / "site", "exchange", 200 * TIMES)
    in_the_middle = moments["writing"] + moments["round the swap"]
    assert in_the_middle >= 100 * TIMES, moments
    assert moments["round the swap"] >= 5, moments
    assert min(found["a"], found["b"]) >= 5, found


def test_by_journal_the_site_is_whole_after_the_next_command(tmp_path: Path) -> None:
    found, moments = kill_many(tmp_path / "site", "journal", 60 * TIMES)
    assert moments["writing"] + moments["round the swap"] >= 30 * TIMES, moments
    assert min(found["a"], found["b"]) >= 3, found
