"""People in public roles, shown only as far and as long as they may be."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from cbsite.records.dates import Day, When
from cbsite.records.fields import (
    Citation,
    Email,
    OrganisationId,
    Record,
    Text,
    problem_at,
)


class Person(Record):
    """Somebody in a public role. Outside `publish: full` and past `until`, only the role is shown."""

    name: Annotated[Text | None, Field(description="Absent where no source names the person")] = (
        None
    )
    role: Text
    org: OrganisationId | None = None
    start: When | None = None
    end: When | None = None
    email: Email | None = None
    phone: Text | None = None
    publish: Annotated[
        Literal["role-only", "full"], Field(description="What readers may see: the role, or all")
    ]
    basis: Annotated[
        Text | None, Field(description="Why the name may be shown: consent, or a public office")
    ] = None
    until: Annotated[Day | None, Field(description="The last day on which the name is shown")] = (
        None
    )
    sources: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _reason_to_name(self) -> Self:
        if self.publish == "full" and not self.basis:
            raise problem_at(
                ("publish",),
                "The person's name is to be shown, but nothing says why it may be.",
                "Add  basis:  with the reason, such as consent or a public office; or write  publish: role-only",
            )
        return self

    @model_validator(mode="after")
    def _name_in_one_place(self) -> Self:
        """The role and summary outlive the name, so neither may hold it."""
        surname = re.escape(self.name.split()[-1]) if self.name else ""
        for field in ("role", "summary"):
            said = getattr(self, field) or ""
            if surname and re.search(rf"(?<!\w){surname}(?!\w)", said, re.IGNORECASE):
                raise problem_at(
                    (field,),
                    f"The {field} holds the person's name, and stays when the name no longer may be shown.",
                    "Say what the person does, without the name.",
                )
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end.ends_before(self.start):
            raise problem_at(
                ("end",), "The person left before they began.", "Put one of the two dates right."
            )
        return self

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
