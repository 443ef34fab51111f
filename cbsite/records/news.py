"""News: what is new on the hub or in the network."""

from __future__ import annotations

import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from cbsite.records.common import Item
from cbsite.records.dates import Day
from cbsite.records.fields import Summary, problem_at


class News(Item):
    """A news item, at `/news/<year>/<id>/`."""

    summary: Summary
    expires: Annotated[
        Day | None, Field(description="From this day on it is kept, but no longer listed as news")
    ] = None

    def is_current(self, as_of: datetime.date) -> bool:
        """Whether it is still listed as news on that day."""
        return self.status == "published" and (self.expires is None or as_of < self.expires)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.expires and self.expires <= self.date:
            raise problem_at(
                ("expires",),
                "The news expires before it is published.",
                "Put one of the two right.",
            )
        return self
