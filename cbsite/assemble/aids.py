"""What a build that remembers others has to offer to one that makes everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cbsite.assemble.eager import NOBODY, Eager
from cbsite.assemble.files import Copies, make_copies
from cbsite.assemble.page import Made


@dataclass(frozen=True, slots=True)
class Aids:
    """`take` gets each page as soon as it is made, so that not all need be held at once.

    `known` are pages by their `Made.made` that need not be rendered, `compiled` templates that were compiled before,
    `copies` makes the copies of a picture, or remembers them. `eager` is somebody who waits for a page.
    """

    take: Callable[[Made], Made] = lambda made: made
    known: frozenset[bytes] = frozenset()
    compiled: Mapping[str, bytes] = field(default_factory=dict)
    copies: Copies = make_copies
    eager: Eager = NOBODY


NONE = Aids()
