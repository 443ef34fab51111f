"""Pure functions over many inputs, on the computers of a Dask cluster.

Dask is an extra that few install, and it is loaded only by who joins a cluster.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from cbsite.ports.remote import packed, receive, unpacked, work
from cbsite.ports.workers import FEWEST, Workers

T = TypeVar("T")
R = TypeVar("R")

PATIENCE = 10.0
"""Seconds in which a scheduler and its first worker must answer."""

ALONE = 60.0
"""Seconds that a cluster may be without any worker, before what is left is made here."""

_LOOK = 5.0
"""Seconds between looks at whether anybody is still at work."""

_CHUNKS, _LARGEST = 8, 50
"""Pieces of work for each worker where there is little to do; most inputs in a piece where there is much."""

_AHEAD = 4
"""Pieces for each worker that are asked for before the first of them is used: the rest costs no memory yet."""


class CannotJoin(Exception):
    """There is no cluster to work with. The message is for people, with what to do."""


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

    def _answers(self, function: bytes, inputs: Sequence[Any]) -> Iterator[bytes]:
        """The answer to each piece of work, in order."""
        with _losing():
            workers = max(len(self._client.nthreads()), 1)
            # Not scattered: of what was asked for the scheduler knows how to get it again when a worker is lost.
            held = self._client.submit(receive, function, pure=False)
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
    address = address if "://" in address else f"tcp://{address}"
    # Dask warns of large functions; ours hold a library, are sent once, and cannot be made smaller.
    quietly = {"distributed.admin.large-graph-warning-threshold": "1 TiB"}
    with _silent(), dask.config.set(quietly), contextlib.ExitStack() as ending:
        client = _client(distributed, address, patience)
        ending.callback(client.close)
        _compare(client, address, identify, patience)
        yield Cluster(client, identify, instead, lost)


def _client(distributed: Any, address: str, patience: float) -> Any:
    try:
        distributed.comm.get_address_host_port(address, strict=True)
    except ValueError as error:
        raise CannotJoin(
            f"'{address}' is not the address of a cluster. Write it like tcp://10.0.0.5:8786"
        ) from error
    try:
        # First a question with an end: Dask's client would wait for ever for a program that says nothing.
        kind = asyncio.run(asyncio.wait_for(_kind(distributed, address), patience))
        if kind == "Scheduler":
            with warnings.catch_warnings():
                # Of other versions we speak ourselves.
                warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)
                return distributed.Client(
                    address, timeout=patience, set_as_default=False, name="cbsite"
                )
    except Exception as error:
        raise CannotJoin(
            f"No Dask scheduler answered at {address} within {patience:g} seconds. Look whether one runs there and "
            "whether a firewall is in the way; start one with: dask scheduler"
        ) from error
    raise CannotJoin(
        f"At {address} is no scheduler, but a {kind.lower()}. Give the address of the scheduler."
    )


async def _kind(distributed: Any, address: str) -> str:
    """What of Dask listens at an address, such as `Scheduler`."""
    arguments = distributed.Security().get_connection_args("client")
    comm = await distributed.core.connect(address, **arguments)
    try:
        identity = await distributed.core.send_recv(comm, op="identity", reply=True)
        return str(identity["type"])
    finally:
        comm.abort()


def _compare(client: Any, address: str, identify: Callable[[], bytes], patience: float) -> None:
    """Raise CannotJoin unless all of a cluster would make the same of the same input as this computer."""
    try:
        client.wait_for_workers(1, timeout=patience)
    except Exception as error:
        raise CannotJoin(
            f"The cluster at {address} has no worker. Start some, each with: dask worker {address} --nthreads 1"
        ) from error
    try:
        versions = client.get_versions()
        here = versions["client"]
        for name, there in _members(versions["scheduler"], versions["workers"]):
            for what, package in (("Python", "python"), ("Dask", "distributed")):
                ours, theirs = here["packages"][package], there["packages"][package]
                if ours != theirs:
                    raise _other(name, f"has {what} {theirs}, and this computer {ours}")
        try:
            scheduler = client.run_on_scheduler(identify)
        except ImportError as error:
            scheduler = error
        engine = identify()
        for name, told in _members(scheduler, client.run(identify, on_error="return")):
            if isinstance(told, ImportError):
                raise _other(name, f"cannot load cbsite ({told})")
            if isinstance(told, Exception):
                raise told
            if told != engine:
                raise _other(
                    name, "has another cbsite than this computer, or other packages for it"
                )
    except CannotJoin:
        raise
    except Exception as error:
        said = str(error).partition("\n")[0]
        raise CannotJoin(
            f"The cluster at {address} does not answer as it should: {said}. Start it again, with the same versions "
            "of everything as here."
        ) from error


def _members(scheduler: Any, workers: dict[str, Any]) -> list[tuple[str, Any]]:
    return [
        ("The scheduler", scheduler),
        *((f"The worker at {at}", one) for at, one in sorted(workers.items())),
    ]


def _other(name: str, how: str) -> CannotJoin:
    return CannotJoin(
        f"{name} {how}, so that pages might not be the same. Install the same versions there (docs/cluster.md "
        "tells how), and start it again."
    )


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Without what Dask logs, tracebacks too: what people should know we tell them."""
    names = [
        name
        for name in logging.root.manager.loggerDict
        if name.partition(".")[0] in ("distributed", "tornado")
    ]
    before = {logger: logger.disabled for logger in map(logging.getLogger, names)}
    for logger in before:
        logger.disabled = True
    try:
        yield
    finally:
        for logger, disabled in before.items():
            logger.disabled = disabled
