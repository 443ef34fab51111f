"""Dissemination hubs: places that help their neighbours learn."""

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import ContactId, OrganisationId, PlaceId, Text
from cbsite.records.part import Part
from cbsite.records.record import Citation, Record


class Offer(Part):
    """What a hub does for others, or means to do."""

    text: Annotated[
        Text, Field(description="What the hub does for others, or means to do, in a sentence")
    ]
    state: Annotated[
        Literal["planned", "running", "ended", "not-known"],
        Field(description="Whether it is planned, running or ended"),
    ]
    source: Annotated[Citation | None, Field(description="Who says so, and where")] = None


class Hub(Record):
    """A hub. `name_status` says whether the sources name it; a hub without a name is a gap that shows."""

    name_status: Annotated[
        Literal["known", "not-in-source"],
        Field(description="Whether our sources name the hub; one without a name shows as a gap"),
    ]
    label: Annotated[
        Text, Field(description="What to call it here, such as 'Hub 1'", examples=["Hub 1"])
    ]
    name: Annotated[Text | None, Field(description="What the sources call it")] = None
    host: Annotated[
        OrganisationId | None, Field(description="Id of the organisation that runs it")
    ] = None
    serves: Annotated[
        tuple[PlaceId, ...], Field(description="Ids of the places that it helps")
    ] = ()
    offers: Annotated[
        tuple[Offer, ...], Field(description="What it does for others, or means to do")
    ] = ()
    opened: Annotated[When | None, Field(description="When it opened")] = None
    contact: Annotated[
        ContactId | None, Field(description="Whom to ask: id of an organisation or a person")
    ] = None
    sources: Annotated[tuple[Citation, ...], Field(description="Where this comes from")] = ()

    @property
    def heading(self) -> str:
        return self.name or self.label
