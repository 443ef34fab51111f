"""Places: council areas, groups of them, neighbourhoods and regions."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from cbsite.records.fields import (
    Citation,
    OrganisationId,
    PlaceId,
    Record,
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
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _not_in_itself(self) -> Self:
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
