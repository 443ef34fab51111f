"""Places: council areas, groups of them, neighbourhoods and regions."""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cbsite.records import forms
from cbsite.records.fields import Number, OrganisationId, PlaceId, Slug, Text
from cbsite.records.marks import Form
from cbsite.records.part import problem, problem_at, rule
from cbsite.records.record import Citation, Record


def _gss(value: str) -> str:
    if not re.fullmatch(forms.GSS_CODE, value):
        raise problem(
            f"'{value}' is not a GSS code.", "Write one letter and eight digits, such as E10000012."
        )
    return value


GssCode = Annotated[str, AfterValidator(_gss), Form("GSS code")]
"""The code of an area from the Office for National Statistics."""


Latitude = Annotated[Number, Field(ge=-90, le=90)]
Longitude = Annotated[Number, Field(ge=-180, le=180)]


class Place(Record):
    """A place; an area lists the council areas inside it as `members`."""

    name: Annotated[Text, Field(description="What the place is called", examples=["Essex"])]
    kind: Annotated[
        Literal["council", "area", "neighbourhood", "region"],
        Field(
            description="Whether it is the area of one council, several of them, a neighbourhood or a region"
        ),
    ]
    council: Annotated[
        OrganisationId | None, Field(description="Id of the council of this area")
    ] = None
    region: Annotated[
        Text | None,
        Field(
            description="The region that it is in, by which readers narrow lists",
            examples=["East of England"],
        ),
    ] = None
    members: Annotated[tuple[PlaceId, ...], Field(description="Ids of the places inside it")] = ()
    aka: Annotated[
        tuple[Text, ...], Field(description="Other names, found by search; not addresses")
    ] = ()
    gss: Annotated[
        GssCode | None,
        Field(
            description="Its code from the Office for National Statistics: a letter and eight digits",
            examples=["E10000012"],
        ),
    ] = None
    gss_year: Annotated[
        Text | None,
        Field(description="The year that the code is of, as codes change", examples=["2011"]),
    ] = None
    lat: Annotated[
        Latitude | None,
        Field(
            description="Degrees north, for a place without an area on the map", examples=["52.08"]
        ),
    ] = None
    lon: Annotated[
        Longitude | None,
        Field(description="Degrees east; west of Greenwich is negative", examples=["-1.25"]),
    ] = None
    areas: Annotated[
        tuple[Slug, ...],
        Field(
            description="Ids of its areas on the map, where they are not its own id",
            examples=[["kent", "medway"]],
        ),
    ] = ()
    sources: Annotated[tuple[Citation, ...], Field(description="Where this comes from")] = ()

    @rule
    def _in_order(self) -> Iterator[PydanticCustomError]:
        if (self.lat is None) != (self.lon is None):
            yield problem_at(
                ("lat" if self.lon is None else "lon",),
                "A point on the map needs both 'lat' and 'lon'.",
                "Add the other one, or delete this line.",
            )
        if self.id in self.members:
            yield problem_at(
                ("members", self.members.index(self.id)),
                "The place is listed as a member of itself.",
                "Take it out, or write the id of the place that is meant.",
            )

    @property
    def heading(self) -> str:
        return self.name

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.aka
