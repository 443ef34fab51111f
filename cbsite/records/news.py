"""News: what is new on the hub or in the network."""

from __future__ import annotations

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

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.expires and self.expires <= self.date:
            raise problem_at(
                ("expires",),
                "The news expires before it is published.",
                "Put one of the two right.",
            )
        return self
