"""What a hub says of itself as the law asks: its accessibility statement, its privacy page."""

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from cbsite.records.dates import Day
from cbsite.records.fields import (
    Text,
)
from cbsite.records.part import Part, problem_at, rule

_A_YEAR = datetime.timedelta(days=366)
"""How long a review of the accessibility statement holds."""


class Unmet(Part):
    """Something on the site that not everybody can use."""

    what: Annotated[Text, Field(description="What not everybody can use, and who is kept out")]
    why: Annotated[
        Literal["non-compliance", "disproportionate-burden", "not-in-scope"],
        Field(
            description="Whether the law asks for it, putting it right costs too much, or the law leaves it out"
        ),
    ]
    criterion: Annotated[
        Text | None,
        Field(description="The WCAG criterion it fails", examples=["1.1.1 Non-text content"]),
    ] = None
    alternative: Annotated[
        Text | None, Field(description="How people can get the same in another way")
    ] = None
    fix_by: Annotated[Day | None, Field(description="The day by which it is to be put right")] = (
        None
    )


class Accessibility(Part):
    """What the accessibility statement says, beside what holds for every hub.

    What the law asks for: regulation 8 of SI 2018/952, which took the place of SI 2018/852.
    """

    status: Annotated[
        Literal["full", "partial", "none", "not-assessed"],
        Field(
            description="How far the site meets WCAG 2.2 AA; without failures found nor a whole audit, not-assessed"
        ),
    ]
    prepared: Annotated[Day, Field(description="The day on which the statement was first made")]
    reviewed: Annotated[Day, Field(description="Look at the statement again at least once a year")]
    tested: Annotated[Text, Field(description="How, when and by whom the site was tested")]
    response: Annotated[
        Text,
        Field(
            description="How soon a report of a problem is answered",
            examples=["Within ten working days"],
        ),
    ]
    unmet: Annotated[
        tuple[Unmet, ...], Field(description="What not everybody can use, one thing each")
    ] = ()

    @rule
    def _as_the_status_says(self) -> Iterator[PydanticCustomError]:
        if self.reviewed < self.prepared:
            yield problem_at(
                ("reviewed",),
                "The statement was reviewed before it was prepared.",
                "Put one of the two days right.",
            )
        failures = [one for one in self.unmet if one.why != "not-in-scope"]
        if self.status == "full" and failures:
            yield problem_at(
                ("status",),
                "The status is 'full', but the list under 'unmet' says what not everybody can use.",
                "Write  status: partial",
            )
        if self.status in ("partial", "none") and not failures:
            yield problem_at(
                ("status",),
                f"The status is '{self.status}', but nothing says what not everybody can use.",
                "Add  unmet:  with  what:  and  why:  or write  status: full  or  status: not-assessed",
            )

    def is_overdue(self, as_of: datetime.date) -> bool:
        """Whether the last review is more than a year ago."""
        return self.due < as_of

    @property
    def due(self) -> datetime.date:
        """The day by which it is to be reviewed again."""
        return self.reviewed + _A_YEAR


class Privacy(Part):
    """What the privacy page says, beside what holds for every site of cbsite."""

    controller: Annotated[Text, Field(description="Who decides about personal data here")]
    logs: Annotated[Text, Field(description="What the web server keeps, and how long")]
    basis: Annotated[
        Text | None,
        Field(
            description="The lawful basis for that, such as a public task or legitimate interests"
        ),
    ] = None
    officer: Annotated[
        Text | None, Field(description="How to reach the data protection officer")
    ] = None
    mail: Annotated[
        Text | None,
        Field(
            description="What messages are used for, how long they are kept, and on which lawful basis"
        ),
    ] = None
    people: Annotated[
        Text | None,
        Field(
            description="Why people are named here, on which lawful basis, and for how long; also in texts"
        ),
    ] = None
    recipients: Annotated[
        Text | None,
        Field(description="Who else receives personal data, such as the firm that runs the server"),
    ] = None
