"""A Dask cluster on this computer: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.command import environment


@dataclass
class LocalCluster:
    """A cluster that began without workers. `more` is set in the environment of all its processes."""

    folder: Path
    more: dict[str, str] = field(default_factory=dict)
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    """The scheduler first."""

    def start(self) -> None:
        told = self.folder / "scheduler.json"
        self._run("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
        deadline = time.monotonic() + 60
        while not self.address:
            assert time.monotonic() < deadline and self.processes[0].poll() is None, self.log
            with contextlib.suppress(OSError, ValueError):
                self.address = json.loads(told.read_bytes())["address"]
            time.sleep(0.05)

    def add_worker(self, *python: str, **more: str) -> None:
        """Start a worker, in a Python with some options; it joins in its own time."""
        self._run(
            "worker", self.address, "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--death-timeout", "60",
            "--local-directory", str(self.folder), python=python, **more,
        )  # fmt: skip

    def _run(self, *arguments: str, python: tuple[str, ...] = (), **more: str) -> None:
        with (self.folder / "log.txt").open("ab") as log:
            command = [
                sys.executable,
                *python,
                "-m",
                "dask",
                *arguments,
                "--no-dashboard",
            ]
            self.processes.append(
                subprocess.Popen(
                    command, cwd=self.folder, env=environment(**{**self.more, **more}),
                    stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                )
            )  # fmt: skip

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text(encoding="utf-8", errors="replace")

    def kill(self, number: int) -> None:
        """Kill a process, without a word to the others: 0 is the scheduler, 1 the first worker."""
        self.processes[number].send_signal(signal.SIGKILL)
        self.processes[number].wait(20)

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait(20)


@contextlib.contextmanager
def local_cluster(folder: Path, workers: int = 2, **more: str) -> Iterator[LocalCluster]:
    """A cluster of this computer, for as long as the block runs."""
    folder.mkdir(parents=True, exist_ok=True)
    cluster = LocalCluster(folder, more)
    try:
        cluster.start()
        for _ in range(workers):
            cluster.add_worker()
        yield cluster
    finally:
        cluster.stop()


def double(number: int) -> int:
    """What workers of a test do."""
    return 2 * number


def half(number: int) -> int:
    """The same, with something wrong."""
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2
