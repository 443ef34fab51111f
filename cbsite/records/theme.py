"""Themes: what items are about."""

from typing import Annotated

from pydantic import Field

from cbsite.records.fields import Text
from cbsite.records.record import Record


class Theme(Record):
    """A theme, with the other words that people use for it."""

    label: Annotated[
        Text,
        Field(
            description="What readers see, such as on a button that narrows a list",
            examples=["Families"],
        ),
    ]
    definition: Annotated[
        Text | None, Field(description="What belongs under the theme, in a sentence")
    ] = None
    synonyms: Annotated[
        tuple[Text, ...], Field(description="Other words for it, found by search")
    ] = ()

    @property
    def heading(self) -> str:
        return self.label

    @property
    def other_names(self) -> tuple[str, ...]:
        return self.synonyms
