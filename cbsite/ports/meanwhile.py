"""Something that is worked out while this process goes on."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import NoReturn, TypeVar

from cbsite.ports.workers import can_be_copied, processors

T = TypeVar("T")


def meanwhile(work: Callable[[], T]) -> Callable[[], T]:
    """Begin `work`, which must be pure and give something, in a copy of this process; what comes back gives that, once.

    Where a copy is not quickly made or comes to nothing, the work is done when its result is asked for.
    """
    begun = begin(work)
    if begun is None:
        return work

    def result() -> T:
        found = begun()
        return work() if found is None else found

    return result


def begin(work: Callable[[], T]) -> Callable[[], T | None] | None:
    """Begin `work` in a copy of this process; None where that is not quickly made (Windows, macOS, a process with
    threads, one processor).

    What comes back waits for what the work gives, once: None where it came to nothing.
    """
    if not can_be_copied() or processors() == 1:
        return None
    try:
        reader, writer = os.pipe()
        child = os.fork()
    except OSError:
        return None
    if child == 0:
        _answer(work, writer)
    os.close(writer)

    def result() -> T | None:
        with open(reader, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
        return pickle.loads(answer) if answer else None

    return result


def _answer(work: Callable[[], object], writer: int) -> NoReturn:
    """What the copy does: nothing of what the process itself would do at its end."""
    try:
        answer = pickle.dumps(work())
        with open(writer, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)
