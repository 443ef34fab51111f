"""Somebody who waits for a page: it is made before all others, and search after them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

Show = Callable[[str, bytes], None]
"""Takes a page as soon as it is made: its path in the site and its bytes."""


class Eager(msgspec.Struct, frozen=True):
    """The addresses that are waited for, and who waits. `search_later`: the index may be that of the site before."""

    addresses: tuple[str, ...] = ()
    show: Show = lambda path, content: None
    search_later: bool = False


NOBODY = Eager()
