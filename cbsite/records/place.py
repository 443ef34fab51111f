"""Places: council areas, groups of them, neighbourhoods and regions."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from cbsite.records.fields import (
    Citation,
    Number,
    OrganisationId,
    PlaceId,
    Record,
    Slug,
    Text,
    problem,
    problem_at,
)


def _gss(value: str) -> str:
    if not re.fullmatch(r"[EWSN][0-9]{8}", value):
        raise problem(
            f"'{value}' is not a GSS code.", "Write one letter and eight digits, such as E10000012."
        )
    return value


GssCode = Annotated[str, AfterValidator(_gss)]
"""The code of an area from the Office for National Statistics."""


Latitude = Annotated[Number, Field(ge=-90, le=90)]
Longitude = Annotated[Number, Field(ge=-180, le=180)]


class Place(Record):
    """A place; an area lists the council areas inside it as `members`."""

    name: Text
    kind: Literal["council", "area", "neighbourhood", "region"]
    council: Annotated[OrganisationId | None, Field(description="The council of this area")] = None
    region: Text | None = None
    members: tuple[PlaceId, ...] = ()
    aka: Annotated[
        tuple[Text, ...], Field(description="Other names, found by search; not addresses")
    ] = ()
    gss: GssCode | None = None
    gss_year: Text | None = None
    lat: Annotated[
        Latitude | None, Field(description="Degrees north, for a place without an area on the map")
    ] = None
    lon: Annotated[
        Longitude | None, Field(description="Degrees east; west of Greenwich is negative")
    ] = None
    areas: Annotated[
        tuple[Slug, ...],
        Field(description="Ids of its areas on the map, where they are not its own id"),
    ] = ()
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise problem_at(
                ("lat" if self.lon is None else "lon",),
                "A point on the map needs both 'lat' and 'lon'.",
                "Add the other one, or delete this line.",
            )
        if self.id in self.members:
            raise problem_at(
                ("members", self.members.index(self.id)),
                "The place is listed as a member of itself.",
                "Take it out, or write the id of the place that is meant.",
            )
        return self

    @property
    def heading(self) -> str:
        return self.name
