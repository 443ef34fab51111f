"""People in public roles, shown only as far and as long as they may be."""

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from cbsite.records.dates import Day, When
from cbsite.records.fields import Email, OrganisationId, Text
from cbsite.records.part import problem_at, rule
from cbsite.records.record import Citation, Record


class Person(Record):
    """Somebody in a public role. Outside `publish: full` and past `until`, only the role is shown."""

    name: Annotated[
        Text | None,
        Field(
            description="Absent where no source names the person; shown only with publish: full, until the last day"
        ),
    ] = None
    role: Annotated[
        Text,
        Field(
            description="What the person does, without the name; it stays when the name goes",
            examples=["Leader of the council"],
        ),
    ]
    org: Annotated[
        OrganisationId | None, Field(description="Id of the organisation that the person acts for")
    ] = None
    start: Annotated[When | None, Field(description="When the person took up the role")] = None
    end: Annotated[When | None, Field(description="When the person left the role")] = None
    email: Annotated[
        Email | None, Field(description="E-mail address; shown only as long as the name")
    ] = None
    phone: Annotated[
        Text | None,
        Field(
            description="Telephone number; shown only as long as the name",
            examples=["020 7946 0000"],
        ),
    ] = None
    publish: Annotated[
        Literal["role-only", "full"], Field(description="What readers may see: the role, or all")
    ]
    basis: Annotated[
        Text | None,
        Field(
            description="Why the name may be shown: consent, or a public office",
            examples=["public office"],
        ),
    ] = None
    until: Annotated[Day | None, Field(description="The last day on which the name is shown")] = (
        None
    )
    sources: Annotated[tuple[Citation, ...], Field(description="Where this comes from")] = ()

    @rule
    def _reason_to_name(self) -> Iterator[PydanticCustomError]:
        if self.publish == "full" and not self.basis:
            yield problem_at(
                ("publish",),
                "The person's name is to be shown, but nothing says why it may be.",
                "Add  basis:  with the reason, such as consent or a public office; or write  publish: role-only",
            )

    @rule
    def _name_in_one_place(self) -> Iterator[PydanticCustomError]:
        """The role and summary outlive the name, so neither may hold it."""
        surname = re.escape(self.name.split()[-1]) if self.name else ""
        for field in ("role", "summary"):
            said = getattr(self, field) or ""
            if surname and re.search(rf"(?<!\w){surname}(?!\w)", said, re.IGNORECASE):
                yield problem_at(
                    (field,),
                    f"The {field} holds the person's name, and stays when the name no longer may be shown.",
                    "Say what the person does, without the name.",
                )

    @rule
    def _in_order(self) -> Iterator[PydanticCustomError]:
        if self.start and self.end and self.end.ends_before(self.start):
            yield problem_at(
                ("end",), "The person left before they began.", "Put one of the two dates right."
            )
        begin = self.start.bounds if self.start else None
        if self.until and begin and self.until < begin[0].earliest:
            yield problem_at(
                ("until",),
                "The name is shown until a day before the person began.",
                "Put one of the two dates right: 'start' or 'until'.",
            )

    @property
    def heading(self) -> str:
        return self.role

    def is_named(self, as_of: datetime.date) -> bool:
        """Whether the name and details may be shown on that day; never of a draft or withdrawn record."""
        open_to_readers = self.status in ("published", "archived") and self.publish == "full"
        return open_to_readers and (self.until is None or as_of <= self.until)

    def shown(self, as_of: datetime.date) -> str:
        """What readers see on that day: name and role, or the role alone."""
        return f"{self.name}, {self.role}" if self.name and self.is_named(as_of) else self.role
