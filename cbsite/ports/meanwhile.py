"""Something that is worked out while this process goes on."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import NoReturn, TypeVar

from cbsite.ports.workers import can_be_copied, processors

T = TypeVar("T")


def meanwhile(work: Callable[[], T]) -> Callable[[], T]:
    """Begin `work`, which must be pure, in a copy of this process; what comes back gives its result, once.

    Where a copy is not quickly made (Windows, macOS, a process with threads) or comes to nothing, the work is done
    when its result is asked for.
    """
    if not can_be_copied() or processors() == 1:
        return work
    try:
        reader, writer = os.pipe()
        child = os.fork()
    except OSError:
        return work
    if child == 0:
        # So that it ends where nobody is there any more to be told, and does not wait for ever.
        os.close(reader)
        _answer(work, writer)
    os.close(writer)

    def result() -> T:
        with open(reader, "rb") as pipe:
            answer = pipe.read()
        os.waitpid(child, 0)
        return pickle.loads(answer) if answer else work()

    return result


def _answer(work: Callable[[], object], writer: int) -> NoReturn:
    """What the copy does: nothing of what the process itself would do at its end."""
    try:
        answer = pickle.dumps(work())
        with open(writer, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)
