"""Long lists inside a page: the first things of each, and the way to all of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.kind_words import kind_count
from cbsite.layout.values import Words
from cbsite.plan.mentions import MOST, whole_list
from cbsite.read.entry import Key

T = TypeVar("T")


def first_of(
    context: Context, key: Key, kind: str, records: Iterable[T]
) -> tuple[tuple[T, ...], Words | None]:
    """The first of some records of a kind that all refer to `key`, and the way to all that do, where they are many."""
    return tuple(islice(records, MOST)), all_of(context, key, kind)


def all_of(context: Context, key: Key, kind: str) -> Words | None:
    """The way to all records of a kind that refer to `key`: `All 213 case studies`."""
    whole = whole_list(context.library, context.plan.facets, key, kind)
    if whole is None:
        return None
    return Words(f"All {kind_count(kind, whole.count)}", context.href_of(whole.address))
