"""Who may ask: pages of this preview and nobody else's.

A website can have its own name resolve to 127.0.0.1 and so read what is served there (DNS rebinding);
the browser then sends that name as Host. And any page may open a WebSocket to any address; the browser
then sends the page's Origin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def bracketed(host: str) -> str:
    """A host as it is written in an address: IPv6 in square brackets."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


@dataclass(frozen=True, slots=True)
class Guard:
    """Which Host and Origin are let in by the preview at `host` (as the author gave it) and `port`."""

    host: str
    port: int

    def admits(self, hosts: Sequence[str], own: str = "") -> bool:
        """Whether a request with these Host headers (there must be one) is for this preview.

        `own` is the address of this computer at which the request came in: a number, so that no
        name of somebody else's can be made to lead to it.
        """
        if len(hosts) != 1:
            return False
        names = {*_LOOPBACK, bracketed(self.host.lower())}
        if own:
            names.add(bracketed(own.lower()))
        asked = hosts[0].lower()
        # A browser leaves out the port that is HTTP's own.
        return asked in {f"{name}:{self.port}" for name in names} or (
            self.port == 80 and asked in names
        )

    def same_origin(self, origins: Sequence[str], host: str) -> bool:
        """Whether these Origin headers (none, or one) are of a page from `host`, an admitted Host."""
        return not origins or [origin.lower() for origin in origins] == [f"http://{host.lower()}"]
