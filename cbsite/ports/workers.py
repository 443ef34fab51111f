"""Pure functions over many inputs, on several processes where that pays."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

FEWEST = 100
"""Inputs below which starting other processes takes longer than it spares."""

_PIECES = 32
"""Pieces of work for each process: few enough to be cheap, enough that none waits long for another."""


_PATIENCE = 0.0001
"""Seconds, in place of Python's 0.005: with these, two processes did hardly more than one."""


class Workers(Protocol):
    """Something that applies a function to many inputs."""

    def map(self, function: Callable[[T], R], inputs: Sequence[T]) -> Iterator[R]:
        """The results in the order of the inputs.

        The function must be pure, and it, inputs and results must survive pickling: where they are worked out
        is not said, and what was worked out in vain may be worked out again.
        """
        ...


class Alone:
    """This process alone."""

    def map(self, function: Callable[[T], R], inputs: Sequence[T]) -> Iterator[R]:
        return map(function, inputs)


class Processes:
    """Several processes of this computer, this one among them; this one alone where there is little to do."""

    def __init__(self, count: int | None = None, fewest: int = FEWEST) -> None:
        """`count` processes; without it, as many as there are processors for us.

        With fewer inputs than `fewest` this one works alone.
        """
        self._count, self._fewest = count or processors(), fewest

    def map(self, function: Callable[[T], R], inputs: Sequence[T]) -> Iterator[R]:
        if self._count == 1 or len(inputs) < self._fewest:
            return map(function, inputs)
        return self._spread(function, inputs)

    def _spread(self, function: Callable[[T], R], inputs: Sequence[T]) -> Iterator[R]:
        # Imported here, as small hubs never need them.
        from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

        size = max(len(inputs) // (self._count * _PIECES), 1)
        pieces = [inputs[start : start + size] for start in range(0, len(inputs), size)]
        # A copy of this process has the inputs, so it is only told which are meant.
        copied = can_be_copied()
        given = pieces if copied else []
        pool = ProcessPoolExecutor(
            self._count - 1, _context(copied), initializer=_begin, initargs=(function, given)
        )
        done, patience = 0, sys.getswitchinterval()
        # This process is busy too, and the threads that serve the others wait so long for each part of a result.
        sys.setswitchinterval(_PATIENCE)
        try:
            orders = range(len(pieces)) if copied else pieces
            asked = [pool.submit(_work, order) for order in orders]
            for results in _shared(asked, function, pieces):
                yield from results
                done += 1
        except BrokenProcessPool:  # killed, perhaps for its memory
            for piece in pieces[done:]:
                yield from map(function, piece)
        finally:
            pool.shutdown(cancel_futures=True)
            sys.setswitchinterval(patience)


def _shared(
    asked: Sequence[Future[list[R]]], function: Callable[[T], R], pieces: Sequence[Sequence[T]]
) -> Iterator[list[R]]:
    """The results of each piece, in order. While the next one is not done, this process does one that nobody has."""
    own: dict[int, list[R]] = {}
    for number, future in enumerate(asked):
        while number not in own and not future.done():
            later = range(number, len(pieces))
            free = next((one for one in later if one not in own and asked[one].cancel()), None)
            if free is None:
                break
            own[free] = list(map(function, pieces[free]))
        yield own.pop(number) if number in own else future.result()


def processors() -> int:
    """How many processors of this computer are for us."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_be_copied() -> bool:
    """Whether a process can begin as a copy of this one: quick, and it knows all it needs. There must be no threads."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _context(copied: bool) -> Any:
    """How to start a process."""
    import multiprocessing

    return multiprocessing.get_context("fork" if copied else "spawn")


_function: Callable[[Any], Any] | None = None
"""What this process is to do, if it is a worker."""

_pieces: Sequence[Sequence[Any]] = ()
"""What it may be asked to do it to, if it has that already."""


def _begin(function: Callable[[Any], Any], pieces: Sequence[Sequence[Any]]) -> None:
    global _function, _pieces
    _function, _pieces = function, pieces
    # What a worker makes it soon gives away; looking for circles in it would only take time.
    gc.disable()


def _work(order: int | Sequence[Any]) -> list[Any]:
    assert _function is not None
    return list(map(_function, _pieces[order] if isinstance(order, int) else order))
