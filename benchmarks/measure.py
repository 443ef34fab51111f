"""Run commands, and say what they took."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import peak_memory_of

LONGEST = 3600.0
"""Seconds after which a command is ended and counts as failed."""

Command = Sequence[str]


class CommandFailed(Exception):
    """A command did not do its work; the text holds the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, seconds of all processors together, and the peak of memory in bytes.

    Memory is 0 where it was not watched: watching costs time.
    """

    wall: float
    cpu: float
    peak: int = 0

    def __add__(self, other: Spent) -> Spent:
        """One after the other."""
        return Spent(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


def run_all(
    commands: Sequence[Command],
    folder: Path,
    environment: Mapping[str, str],
    watch_memory: bool = False,
) -> Spent:
    """Run commands one after the other in a folder. Raises CommandFailed at the first that fails."""
    os.sync()  # so that nobody pays for what another has written
    spent = Spent(0, 0)
    for command in commands:
        spent += _run(command, folder, environment, watch_memory)
    return spent


def _run(
    command: Command, folder: Path, environment: Mapping[str, str], watch_memory: bool
) -> Spent:
    log = folder.with_name(folder.name + ".log")
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        end_it = threading.Timer(LONGEST, os.killpg, (process.pid, signal.SIGKILL))
        end_it.start()
        try:
            with peak_memory_of(process.pid, watch_memory) as peak:
                _, status, usage = os.wait4(process.pid, 0)
                wall = time.perf_counter() - start
        finally:
            end_it.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        said = log.read_text("utf-8", errors="replace")[-2000:]
        raise CommandFailed(
            f"{Path(command[0]).name} ended with {process.returncode}:\n{said.strip()}"
        )
    return Spent(wall, usage.ru_utime + usage.ru_stime, peak())
