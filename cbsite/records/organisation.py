"""Organisations: councils, departments, groups, committees, charities, firms and networks."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.dates import When
from cbsite.records.fields import (
    Citation,
    OrganisationId,
    Part,
    Record,
    Text,
    WebAddress,
    problem_at,
)


class Name(Part):
    """A name the organisation had, and when."""

    name: Text
    start: When | None = None
    end: When | None = None
    source: Citation | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end.ends_before(self.start):
            raise problem_at(
                ("end",),
                "The name went out of use before it came in.",
                "Put one of the two dates right.",
            )
        return self


class Member(Part):
    """Who belongs to the organisation: another organisation, or a role in words."""

    org: OrganisationId | None = None
    role: Text


class Organisation(Record):
    """An organisation."""

    name: Text
    kind: Literal[
        "council", "department", "agency", "group", "committee", "charity", "firm", "network"
    ]
    names: Annotated[tuple[Name, ...], Field(description="Other and earlier names")] = ()
    parent: OrganisationId | None = None
    members: tuple[Member, ...] = ()
    url: WebAddress | None = None
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _not_its_own_parent(self) -> Self:
        if self.parent == self.id:
            raise problem_at(
                ("parent",),
                "The organisation is its own parent.",
                "Delete the line, or write the id of the organisation that is meant.",
            )
        return self

    @property
    def heading(self) -> str:
        return self.name
