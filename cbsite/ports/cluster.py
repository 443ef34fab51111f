"""Pure functions over many inputs, on the computers of a Dask cluster.

Dask is an extra that few install, and only what joins a cluster loads it.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any, TypeVar

from cbsite.ports.joining import PATIENCE, CannotJoin, client_at, compare, silent
from cbsite.ports.remote import Held, packed, unpacked, work
from cbsite.ports.workers import FEWEST, Workers

T = TypeVar("T")
R = TypeVar("R")

ALONE = 60.0
"""Seconds that a cluster may be without any worker, before what is left is made here."""

_LOOK = 5.0
"""Seconds between looks at whether anybody is still at work."""

_CHUNKS, _LARGEST = 8, 50
"""Pieces of work for each worker where there is little to do; most inputs in a piece where there is much."""

_AHEAD = 4
"""Pieces for each worker that are asked for before the first of them is used: the rest costs no memory yet."""


class _Lost(Exception):
    """The cluster does not answer any more, or not as it should. The message says how."""


class Cluster:
    """The workers of a cluster; other ones where there is little to do, and from when the cluster is lost."""

    def __init__(
        self,
        client: Any,
        identify: Callable[[], bytes],
        instead: Workers,
        lost: Callable[[str], object],
        fewest: int = FEWEST,
        alone: float = ALONE,
    ) -> None:
        """`client` is Dask's; `identify` gives the same on every computer of this cbsite; `lost` is told why."""
        self._client, self._instead, self._lost, self._fewest = client, instead, lost, fewest
        self._identify, self._engine, self._alone = identify, identify(), alone
        self._is_lost = False

    def map(self, function: Callable[[T], R], inputs: Sequence[T]) -> Iterator[R]:
        if self._is_lost or len(inputs) < self._fewest:
            return self._instead.map(function, inputs)
        return self._spread(function, inputs)

    def _spread(self, function: Callable[[T], R], inputs: Sequence[T]) -> Iterator[R]:
        done = 0
        with contextlib.closing(self._answers(packed(function), inputs)) as answers:
            try:
                for answer in answers:
                    results, wrong = unpacked(answer)
                    yield from results
                    done += len(results)
                    if wrong:
                        raise wrong
                return
            except _Lost as why:
                self._is_lost = True
                self._lost(str(why))
        yield from self._instead.map(function, inputs[done:])

    def _answers(self, function: bytes, inputs: Sequence[Any]) -> Generator[bytes, None, None]:
        """The answer to each piece of work, in order."""
        with _losing():
            workers = max(len(self._client.nthreads()), 1)
            # Not scattered: of what was asked for the scheduler knows how to get it again when a worker is lost.
            held = self._client.submit(Held, function, pure=False)
        size = min(max(len(inputs) // (workers * _CHUNKS), 1), _LARGEST)
        pieces = (inputs[start : start + size] for start in range(0, len(inputs), size))
        waiting: deque[Any] = deque()

        def ask(count: int) -> None:
            for piece in map(packed, itertools.islice(pieces, count)):
                with _losing():
                    given = held, piece, self._identify, self._engine
                    waiting.append(self._client.submit(work, *given, pure=False))

        try:
            ask(workers * _AHEAD)
            while waiting:
                yield self._answer(waiting.popleft())
                ask(1)
        finally:
            with contextlib.suppress(Exception):
                self._client.cancel([*waiting, held])

    def _answer(self, future: Any) -> bytes:
        seen = time.monotonic()
        while True:
            with _losing(), contextlib.suppress(TimeoutError):
                answer: bytes = future.result(timeout=_LOOK)
                return answer
            with _losing():
                if self._client.nthreads():
                    seen = time.monotonic()
            if time.monotonic() - seen > self._alone:
                raise _Lost("it has no worker left")


@contextlib.contextmanager
def _losing() -> Iterator[None]:
    """Whatever goes wrong with Dask is the loss of the cluster: what the functions do wrong is in their answers."""
    try:
        yield
    except Exception as error:
        said = str(error).partition("\n")[0] or type(error).__name__
        raise _Lost(said) from error


@contextlib.contextmanager
def joined(
    address: str,
    identify: Callable[[], bytes],
    instead: Workers,
    lost: Callable[[str], object],
    patience: float = PATIENCE,
) -> Iterator[Cluster]:
    """The cluster whose scheduler is at an address (`tcp://10.0.0.5:8786`). Raises CannotJoin."""
    try:
        import dask
        import distributed
    except ImportError as error:
        raise CannotJoin(
            "A build on a cluster needs Dask, which is not installed here. Install it, with what works with it: "
            'pip install "cbsite[cluster]"'
        ) from error
    # Dask warns of large functions; ours hold a library, are sent once, and cannot be made smaller.
    quietly = {"distributed.admin.large-graph-warning-threshold": "1 TiB"}
    with silent(), dask.config.set(quietly), contextlib.ExitStack() as ending:
        client = client_at(distributed, address, patience)
        ending.callback(client.close)
        compare(client, address, identify, patience)
        yield Cluster(client, identify, instead, lost)
