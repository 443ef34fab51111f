"""Organisations: councils, departments, groups, committees, charities, firms and networks."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.dates import When
from cbsite.records.fields import OrganisationId, Text, WebAddress
from cbsite.records.part import Part, problem_at
from cbsite.records.record import Citation, Record


class Name(Part):
    """A name the organisation had, and when."""

    name: Annotated[Text, Field(description="The other name, as the source prints it")]
    start: Annotated[When | None, Field(description="When the name came into use")] = None
    end: Annotated[When | None, Field(description="When the name went out of use")] = None
    source: Annotated[Citation | None, Field(description="Who says so, and where")] = None

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

    org: Annotated[
        OrganisationId | None, Field(description="Id of the organisation that belongs to it")
    ] = None
    role: Annotated[
        Text, Field(description="What the member is in it, in words", examples=["Chair"])
    ]


class Organisation(Record):
    """A council, department, agency, group, committee, charity, firm or network."""

    name: Annotated[Text, Field(description="What it is called", examples=["Essex County Council"])]
    kind: Annotated[
        Literal[
            "council", "department", "agency", "group", "committee", "charity", "firm", "network"
        ],
        Field(description="What sort of organisation it is"),
    ]
    names: Annotated[
        tuple[Name, ...], Field(description="Other and earlier names; search finds them")
    ] = ()
    parent: Annotated[
        OrganisationId | None, Field(description="Id of the organisation that it is part of")
    ] = None
    members: Annotated[tuple[Member, ...], Field(description="Who belongs to it")] = ()
    url: Annotated[
        WebAddress | None,
        Field(description="Web address of its own site", examples=["https://www.example.org/"]),
    ] = None
    sources: Annotated[tuple[Citation, ...], Field(description="Where this comes from")] = ()

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

    @property
    def other_names(self) -> tuple[str, ...]:
        return tuple(name.name for name in self.names)
