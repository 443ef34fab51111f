"""Collections: things on the hub that belong together, in an order that somebody chose."""

from typing import Annotated

from pydantic import Field

from cbsite.records.common import Item
from cbsite.records.fields import Reference, Summary, Text
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part


class Group(Part):
    """Some of the things, under a heading."""

    title: Annotated[Text, Field(description="The heading of the group")]
    note: Annotated[
        Text | None, Field(description="A sentence under the heading: why these belong together")
    ] = None
    items: Annotated[
        tuple[Reference, ...],
        Field(
            min_length=1,
            description="What is in the group, in the order to read it, such as case-study:the-salford-family",
            examples=[["case-study:the-salford-family", "document:whole-place-update"]],
        ),
    ]


class Collection(Item):
    """A reading list with headings."""

    summary: Annotated[
        Summary,
        Field(description="What the list is for; shown in lists and search"),
        ForAuthors("40 to 220 characters"),
    ]
    groups: Annotated[
        tuple[Group, ...],
        Field(min_length=1, description="The things in the collection, under headings"),
    ]
