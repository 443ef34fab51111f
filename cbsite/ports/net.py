"""Sockets that listen on this computer."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys

FIRST_PORT = 8000
LAST_PORT = 8099
"""Where a free port is looked for when none is asked for."""

LOOPBACK = ("127.0.0.1", "localhost")

_BACKLOG = 128
_TRIES = 20
# Windows answers "access denied" both for a port taken for one program alone and for reserved ones.
_TAKEN = (errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", errno.EACCES))
_NO_IPV6 = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT, errno.EINVAL)


class CannotListen(Exception):
    """The address cannot be listened at. The message is for people."""


class PortBusy(CannotListen):
    """Another program uses the port, or the system keeps it for itself."""


class Net:
    """The computer's network."""

    def listen(self, host: str, port: int | None) -> tuple[list[socket.socket], int]:
        """Sockets that listen at `host`, and the port they share; the caller closes them.

        Without a port it is the first free one from 8000 to 8099; with port 0 the system picks one.
        `127.0.0.1` and `localhost` also listen at `::1` where there is IPv6, because browsers try
        that first. Raises `PortBusy` or `CannotListen`.
        """
        if port is not None and not 0 <= port <= 65535:
            raise CannotListen(f"{port} is no port: ports are numbers from 0 to 65535.")
        if port == 0:
            return _any_port(host)
        if port is not None:
            return _listen(host, port), port
        for candidate in range(FIRST_PORT, LAST_PORT + 1):
            with contextlib.suppress(PortBusy):
                return _listen(host, candidate), candidate
        raise PortBusy(f"All ports from {FIRST_PORT} to {LAST_PORT} are in use.")


def _any_port(host: str) -> tuple[list[socket.socket], int]:
    """A port that is free on all addresses of `host`: the system picks it for one address only."""
    for _ in range(_TRIES):
        family, address = _addresses(host)[0]
        with _bound(family, address, 0) as probe:
            port = int(probe.getsockname()[1])
        with contextlib.suppress(PortBusy):
            return _listen(host, port), port
    raise PortBusy("No free port was found.")


def _listen(host: str, port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        for family, address in _addresses(host):
            try:
                sockets.append(_bound(family, address, port))
            except OSError as error:
                if sockets and family == socket.AF_INET6 and error.errno in _NO_IPV6:
                    continue
                if error.errno in _TAKEN:
                    raise PortBusy(f"Port {port} is in use or reserved.") from error
                raise CannotListen(f"'{host}' cannot be listened at: {error.strerror}.") from error
        for listening in sockets:
            try:
                listening.listen(_BACKLOG)
            except OSError as error:  # two programs may bind the same port; only one may listen
                raise PortBusy(f"Port {port} is in use.") from error
    except BaseException:
        for opened in sockets:
            opened.close()
        raise
    return sockets


def _addresses(host: str) -> list[tuple[socket.AddressFamily, str]]:
    if host in LOOPBACK:
        # Not looked up: a hosts file may say anything about localhost.
        both = [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
        return both if socket.has_ipv6 else both[:1]
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise CannotListen(f"There is no address '{host}' on this computer.") from error
    known = (socket.AF_INET, socket.AF_INET6)
    return list(dict.fromkeys((item[0], str(item[4][0])) for item in found if item[0] in known))


def _bound(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There SO_REUSEADDR would let another program take over the port.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # Else the port of a preview that has just ended would stay busy for a minute.
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        bound.setblocking(False)
        bound.bind((address, port))
    except BaseException:
        bound.close()
        raise
    return bound
