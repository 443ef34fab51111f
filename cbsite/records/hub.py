"""Dissemination hubs: places that help their neighbours learn."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import (
    Citation,
    ContactId,
    OrganisationId,
    Part,
    PlaceId,
    Record,
    Text,
)


class Offer(Part):
    """What a hub does for others, or means to do."""

    text: Text
    state: Literal["planned", "running", "ended", "not-known"]
    source: Citation | None = None


class Hub(Record):
    """A hub. `name_status` says whether the sources name it; a hub without a name is a gap that shows."""

    name_status: Literal["known", "not-in-source"]
    label: Annotated[Text, Field(description="What to call it here, such as 'Hub 1'")]
    name: Text | None = None
    host: OrganisationId | None = None
    serves: tuple[PlaceId, ...] = ()
    offers: tuple[Offer, ...] = ()
    opened: When | None = None
    contact: ContactId | None = None
    sources: tuple[Citation, ...] = ()

    @property
    def heading(self) -> str:
        return self.name or self.label
