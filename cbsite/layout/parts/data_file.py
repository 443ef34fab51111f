"""A link to a file of data."""

from __future__ import annotations

from cbsite.layout.parts.context import Context
from cbsite.layout.parts.files import size_words
from cbsite.layout.values import Words


def data_file(context: Context, address: str) -> Words:
    """The link, with the size, which is known only when all files have been made."""
    size = context.plan.sizes.get(address)
    note = size_words(size).replace(" ", "\u00a0") if size else ""
    return Words(address.rpartition("/")[2], context.href_of(address), note=note)
