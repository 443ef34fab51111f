"""Time, processors and memory of commands and all that they start."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandFailed, Spent, run_all

if sys.platform != "linux":
    pytest.skip("Benchmarks are for Linux.", allow_module_level=True)

CHILD = "x = b'x' * 50_000_000; import time; time.sleep(0.4)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"


def test_memory_of_a_child_counts(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    spent = run_all([[sys.executable, "-c", PARENT]], folder, {}, watch_memory=True)
    assert spent.peak > 50_000_000
    assert spent.wall > 0.4


def test_what_fails_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with pytest.raises(CommandFailed, match="no such page"):
        run_all([[sys.executable, "-c", "raise SystemExit('no such page')"]], folder, {})


def test_one_after_the_other() -> None:
    assert Spent(1, 2, 30) + Spent(3, 4, 10) == Spent(4, 6, 30)
