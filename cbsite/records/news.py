"""News: what is new on the hub or in the network."""

import datetime
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from cbsite.records.common import Item
from cbsite.records.dates import Day
from cbsite.records.fields import Summary
from cbsite.records.marks import ForAuthors
from cbsite.records.part import problem_at, rule


class News(Item):
    """A news item, at `/news/<year>/<id>/`."""

    summary: Annotated[
        Summary,
        Field(description="What is new, in one or two sentences; shown in lists and search"),
        ForAuthors("40 to 220 characters"),
    ]
    expires: Annotated[
        Day | None, Field(description="From this day on it is kept, but no longer listed as news")
    ] = None

    def is_current(self, as_of: datetime.date) -> bool:
        """Whether it is still listed as news on that day."""
        return self.status == "published" and (self.expires is None or as_of < self.expires)

    @rule
    def _in_order(self) -> Iterator[PydanticCustomError]:
        if self.expires and self.expires <= self.date:
            yield problem_at(
                ("expires",),
                "The news expires before it is published.",
                "Put one of the two right.",
            )
