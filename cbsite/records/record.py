"""What every record has, and where something is said."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import (
    Field,
)
from pydantic_core import PydanticCustomError

from cbsite.records.fields import Slug, SourceId, Summary, Text
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part, problem, problem_at, rule

Held = Literal["full", "extract", "summary", "reference-only", "not-held"]
"""How much of a document the hub holds."""

Stance = Literal["record", "claim", "opinion"]
"""Whether a text records what was done, claims something, or gives an opinion."""


class Citation(Part):
    """Where something is said: a source or document, and the place in it.

    `paragraph` is a number the document prints; `locator` (the citation style language's word) names any
    other place: a heading, an annex, a page, a paragraph counted by us.
    """

    id: Annotated[
        SourceId,
        Field(
            description="Id of the source, or of a document on this site, that says it",
            examples=["whole-place-update"],
        ),
    ]
    paragraph: Annotated[
        Text | None,
        Field(
            description="The number of the paragraph, as the document prints it; it is checked",
            examples=["3.4"],
        ),
    ] = None
    locator: Annotated[
        Text | None,
        Field(
            description="Any other place in the source: a heading, a page, a paragraph counted by us",
            examples=["summary", "page 4"],
        ),
    ] = None

    @rule
    def _one_place(self) -> Iterator[PydanticCustomError]:
        if self.paragraph and self.locator:
            yield problem(
                "A citation has both 'paragraph' and 'locator'.", "Keep one of the two lines."
            )


class Record(Part):
    """One thing that a hub tells about. Its kind and id together are its name: `place:essex`."""

    id: Annotated[
        Slug,
        Field(
            description="Its name in references and its address",
            examples=["whole-place-essex"],
        ),
        ForAuthors("a file of its own needs none, as its name is the id"),
    ]
    summary: Annotated[
        Summary | None,
        Field(description="What it is, in one or two sentences; shown in lists and search"),
        ForAuthors("40 to 220 characters"),
    ] = None
    status: Annotated[
        Literal["draft", "published", "withdrawn", "archived"],
        Field(
            description="Whether it is current; what is withdrawn keeps its address and says why"
        ),
        ForAuthors("a draft is not published"),
    ] = "published"
    withdrawn_reason: Annotated[
        Text | None,
        Field(description="Why it was withdrawn; readers see it in place of the page"),
        ForAuthors(needed="where status is withdrawn"),
    ] = None
    aliases: Annotated[
        tuple[Text, ...],
        Field(description="Old addresses, which lead here", examples=[["/places/essex-county/"]]),
    ] = ()

    @rule
    def _reason_for_withdrawal(self) -> Iterator[PydanticCustomError]:
        if self.status == "withdrawn" and not self.withdrawn_reason:
            yield problem_at(
                ("status",),
                "It is withdrawn, but no reason is given.",
                "Add a line that begins with withdrawn_reason: and says why.",
            )

    @property
    def heading(self) -> str:
        """What the record is called in lists and at the top of its page."""
        raise NotImplementedError

    @property
    def other_names(self) -> tuple[str, ...]:
        """Other words for it, by which search finds it."""
        return ()
