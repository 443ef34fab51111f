"""Collections: things on the hub that belong together, in an order that somebody chose."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cbsite.records.common import Item
from cbsite.records.fields import Part, Reference, Summary, Text


class Group(Part):
    """Some of the things, under a heading."""

    title: Text
    note: Text | None = None
    items: Annotated[
        tuple[Reference, ...],
        Field(
            min_length=1, description="What is in the group, such as case-study:the-salford-family"
        ),
    ]


class Collection(Item):
    """A reading list with headings."""

    summary: Summary
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
