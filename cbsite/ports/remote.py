"""What a worker of a cluster is asked to do. It looks these names up, so it needs cbsite too."""

from __future__ import annotations

import contextlib
import gc
import pickle
import threading
import traceback
from collections.abc import Callable, Iterator
from typing import Any

Answer = tuple[list[Any], Exception | None]
"""Results in the order of the inputs, and what ended them early, if anything did."""


class OtherEngine(Exception):
    """The worker runs another cbsite than the computer that asks."""


class Held:
    """A function that a worker holds: unpacked when it is first called, as it may hold a whole library.

    It goes from worker to worker as the bytes that it came in.
    """

    def __init__(self, function: bytes) -> None:
        self._packed = function
        self._function: Callable[[Any], Any] | None = None

    def __reduce__(self) -> tuple[type[Held], tuple[bytes]]:
        return Held, (self._packed,)

    def __call__(self, one: Any) -> Any:
        if self._function is None:
            self._function = pickle.loads(self._packed)
        return self._function(one)


def work(function: Held, inputs: bytes, identify: Callable[[], bytes], engine: bytes) -> bytes:
    """The packed `Answer` of a function to some packed inputs.

    Every worker is asked who it is (`identify`) each time, as one may have joined since the last.
    """
    if identify() != engine:
        raise OtherEngine("a worker that joined runs another cbsite")
    results: list[Any] = []
    wrong = None
    with _alone():
        try:
            for one in pickle.loads(inputs):
                results.append(function(one))
        except Exception as error:
            error.add_note(f"On a worker of the cluster:\n{traceback.format_exc()}")
            wrong = error
        return packed((results, wrong))


_turn = threading.Lock()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """One piece of work at a time: the functions are made for processes, and threads would not be quicker.

    Meanwhile nobody looks for circles among what a piece of work makes, as it gives that away at once.
    """
    with _turn:
        collects = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if collects:
                gc.enable()


def packed(value: object) -> bytes:
    """A value as bytes, for another process of the same cbsite."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes) -> Answer:
    """What `work` gave."""
    found: Answer = pickle.loads(answer)
    return found
