"""The processes of a session, as /proc tells of them: a command that was started, and all that it started."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")

LOOK = 0.5
"""Seconds between two looks at whether a session rests."""

BUSY = 0.1
"""Part of one processor that a session may use and still be said to rest."""


def processes_of(session: int) -> Iterator[tuple[Path, list[bytes]]]:
    """Whoever belongs to the session, also when its parent has gone: its folder, and its stat from the state on."""
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_bytes()
            except OSError:
                continue  # it has ended
            # The name of the program, in brackets, may hold spaces.
            fields = stat.rpartition(b")")[2].split()
            if int(fields[3]) == session:
                yield folder, fields


def wait_for_rest(session: int, longest: float) -> None:
    """Wait until the session has done next to nothing for two looks."""
    end = time.monotonic() + longest
    quiet, before = 0, _seconds(session)
    while quiet < 2 and time.monotonic() < end:
        time.sleep(LOOK)
        now = _seconds(session)
        quiet = quiet + 1 if now - before < BUSY * LOOK else 0
        before = now


def _seconds(session: int) -> float:
    """Processor seconds of those who live; utime and stime are the 14th and 15th field of stat."""
    ticks = sum(int(stat[11]) + int(stat[12]) for _, stat in processes_of(session))
    return ticks / os.sysconf("SC_CLK_TCK")
