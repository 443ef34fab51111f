"""The memory of a whole tree of processes, at its peak."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.processes import processes_of

PAUSE = 0.01
"""Seconds between two looks."""

_PSS = re.compile(rb"^Pss: +(\d+) kB", re.M)


@contextmanager
def peak_memory_of(session: int, wanted: bool) -> Iterator[Callable[[], int]]:
    """Watch the processes of a session; what is yielded tells the peak in bytes, 0 if it was not wanted.

    Counted is the proportional set size: memory that processes share, such as a library or what a fork has
    not written to, counts once.
    """
    peak = 0
    done = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not done.wait(PAUSE):
            peak = max(peak, _memory_of(session))

    watcher = threading.Thread(target=watch, daemon=True)
    if wanted:
        watcher.start()
    try:
        yield lambda: peak
    finally:
        done.set()
        if wanted:
            watcher.join()


def _memory_of(session: int) -> int:
    """The memory of all now.

    A process that is just starting another one lends it its memory for a moment (vfork): the same account twice is
    one and the same memory.
    """
    accounts = {_account(folder) for folder, _ in processes_of(session)}
    return sum(int(found[1]) * 1024 for one in accounts if (found := _PSS.search(one)))


def _account(process: Path) -> bytes:
    try:
        return (process / "smaps_rollup").read_bytes()
    except OSError:
        return b""  # it has ended
