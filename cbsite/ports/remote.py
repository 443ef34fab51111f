"""What a worker of a cluster is asked to do. It looks these functions up by name, so it needs cbsite too."""

from __future__ import annotations

import pickle
import threading
import traceback
from collections.abc import Callable
from typing import Any

Answer = tuple[list[Any], Exception | None]
"""Results in the order of the inputs, and what ended them early, if anything did."""

_turn = threading.Lock()


class OtherEngine(Exception):
    """The worker runs another cbsite than the computer that asks."""


def receive(function: bytes) -> Callable[[Any], Any]:
    """A function out of the bytes it was packed into: once for each worker, as it may hold a whole library."""
    unpacked: Callable[[Any], Any] = pickle.loads(function)
    return unpacked


def work(
    function: Callable[[Any], Any], inputs: bytes, identify: Callable[[], bytes], engine: bytes
) -> bytes:
    """The packed `Answer` of a function to some packed inputs.

    Every worker is asked who it is (`identify`) each time, as one may have joined since the last. One piece of
    work at a time: the functions are made for processes, and threads would not be quicker.
    """
    if identify() != engine:
        raise OtherEngine("a worker that joined runs another cbsite")
    results: list[Any] = []
    wrong = None
    with _turn:
        try:
            for one in pickle.loads(inputs):
                results.append(function(one))
        except Exception as error:
            error.add_note(f"On a worker of the cluster:\n{traceback.format_exc()}")
            wrong = error
    return packed((results, wrong))


def packed(value: object) -> bytes:
    """A value as bytes, for another process of the same cbsite."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(answer: bytes) -> Answer:
    """What `work` gave."""
    found: Answer = pickle.loads(answer)
    return found
