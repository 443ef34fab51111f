"""Themes: what items are about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cbsite.records.fields import Record, Text


class Theme(Record):
    """A theme, with the other words that people use for it."""

    label: Text
    definition: Text | None = None
    synonyms: Annotated[
        tuple[Text, ...], Field(description="Other words for it, found by search")
    ] = ()

    @property
    def heading(self) -> str:
        return self.label
