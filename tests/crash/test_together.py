"""R15: several builds of one site at once end, and none is torn."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PUBLISHER = Path(__file__).with_name("publisher.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
PROCESSES, BUILDS = (8, 50) if os.environ.get("CBSITE_TORTURE") else (4, 10)


@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_builds_at_once(tmp_path: Path, way: str) -> None:
    command = [sys.executable, str(PUBLISHER), "builds", str(tmp_path / "site"), way, str(BUILDS)]
    running = [
        subprocess.Popen(
            command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        for _ in range(PROCESSES)
    ]
    try:
        ended = [process.communicate(timeout=120) for process in running]
    finally:
        for process in running:
            process.kill()
            process.wait()
    assert [
        (process.returncode, said[1]) for process, said in zip(running, ended, strict=True)
    ] == [(0, "")] * PROCESSES
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cbsite", "site"]
