"""How a cluster is joined: somebody answers at the address, and all its members run what runs here."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import pkgutil
import warnings
from collections.abc import Callable, Iterator
from typing import Any

PATIENCE = 10.0
"""Seconds in which a scheduler and its first worker must answer."""


class CannotJoin(Exception):
    """There is no cluster to work with. The message is for people, with what to do."""


def client_at(distributed: Any, address: str, patience: float) -> Any:
    """Dask's client of the scheduler at an address. Raises CannotJoin after about `patience` seconds."""
    named, address = address, address if "://" in address else f"tcp://{address}"
    try:
        distributed.comm.get_address_host_port(address, strict=True)
    except ValueError as error:
        raise CannotJoin(
            f"'{named}' is not the address of a cluster. Write it like tcp://10.0.0.5:8786"
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
        secret = " whether Dask finds the certificates," if address.startswith("tls:") else ""
        raise CannotJoin(
            f"No Dask scheduler answered at {address} within {patience:g} seconds. Look whether one runs there,"
            f"{secret} and whether a firewall is in the way; start one with: dask scheduler"
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


def compare(client: Any, address: str, identify: Callable[[], bytes], patience: float) -> None:
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
        # Dask says why a function failed, but not why it was not found there; so that is asked first.
        where = f"{identify.__module__}:{identify.__qualname__}"
        for name, told in _asked(client, pkgutil.resolve_name, where):
            if isinstance(told, ImportError | AttributeError):
                raise _other(name, f"cannot load cbsite ({told})")
        engine = identify()
        for name, told in _asked(client, identify):
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


def _asked(client: Any, function: Callable[..., Any], *given: str) -> list[tuple[str, Any]]:
    """What a function gives, or raises, on each member of a cluster."""
    try:
        scheduler = client.run_on_scheduler(function, *given)
    except Exception as error:
        scheduler = error
    return _members(scheduler, client.run(function, *given, on_error="return"))


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
def silent() -> Iterator[None]:
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
