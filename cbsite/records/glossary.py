"""The glossary: words and acronyms, what they mean, and who uses them."""

from typing import Annotated

from pydantic import Field

from cbsite.records.fields import Flag, TermId, Text
from cbsite.records.record import Citation, Record


class Term(Record):
    """A word or acronym. It stands at `/glossary/#<id>`."""

    label: Annotated[
        Text,
        Field(
            description="The word or acronym, as it is found in texts",
            examples=["payment by results"],
        ),
    ]
    expand: Annotated[
        Text | None,
        Field(
            description="What an acronym stands for; added at its first use on a page",
            examples=["Local Government Association"],
        ),
    ] = None
    definition: Annotated[Text, Field(description="What it means, in a sentence or two")]
    synonyms: Annotated[
        tuple[Text, ...], Field(description="Other words for it, found by search")
    ] = ()
    used_by: Annotated[
        tuple[Citation, ...], Field(description="Where the word is used in this sense")
    ] = ()
    see: Annotated[tuple[TermId, ...], Field(description="Related entries")] = ()
    linked: Annotated[
        Flag, Field(description="Whether its first use on each page leads to the glossary")
    ] = True
    sources: Annotated[
        tuple[Citation, ...], Field(description="Where the definition comes from")
    ] = ()

    @property
    def heading(self) -> str:
        return self.label
