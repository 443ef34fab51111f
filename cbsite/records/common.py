"""The fields that every item of prose shares: case studies, documents, news, collections and pages."""

from __future__ import annotations

import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator

from cbsite.records.dates import Day
from cbsite.records.fields import (
    ContactId,
    FilePath,
    Flag,
    HubId,
    Language,
    Part,
    PicturePath,
    PilotId,
    PlaceId,
    ProgrammeId,
    Record,
    Reference,
    SourceId,
    Text,
    ThemeId,
    Title,
    problem_at,
)


class Change(Part):
    """What was changed on a day, for readers."""

    date: Day
    note: Text


class Image(Part):
    """A picture that stands for the item. `file` is a path from the item's own file, as in its text."""

    file: PicturePath
    alt: Annotated[
        Text, Field(description="What matters in the picture, for those who cannot see it")
    ]
    caption: Text | None = None
    credit: Text | None = None


class Download(Part):
    """A file to take away. `file` is a path from the item's own file, as in its text."""

    file: FilePath
    title: Text


class Item(Record):
    """A Markdown file with front matter; its body is the page's text."""

    title: Title
    date: Annotated[
        Day, Field(description="First published; a future day keeps the item out until then")
    ]
    updated: Day | None = None
    changes: tuple[Change, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    pilots: tuple[PilotId, ...] = ()
    hubs: tuple[HubId, ...] = ()
    contact: ContactId | None = None
    sources: tuple[SourceId, ...] = ()
    licence: Text | None = None
    lang: Language | None = None
    translation_of: Annotated[
        Reference | None, Field(description="The item that this one says in another language")
    ] = None
    review_by: Annotated[
        Day | None,
        Field(description="From the day after, the page says that it may be out of date"),
    ] = None
    related: Annotated[
        tuple[Reference, ...],
        Field(
            max_length=5,
            description="What to read next; without it, what shares most with the item",
        ),
    ] = ()
    image: Image | None = None
    downloads: tuple[Download, ...] = ()
    illustrative: Annotated[
        Flag, Field(description="An example, not a real scheme: labelled wherever it shows")
    ] = False

    @model_validator(mode="after")
    def _update(self) -> Self:
        if self.updated and self.updated < self.date:
            raise problem_at(
                ("updated",),
                "'updated' is before 'date', the day of first publishing.",
                "Put one of the two right.",
            )
        if self.updated and not self.changes:
            raise problem_at(
                ("updated",),
                "'updated' is set, but no change is noted.",
                "Add  changes:  with a date and a note.",
            )
        return self

    @property
    def heading(self) -> str:
        return self.title

    def is_overdue(self, as_of: datetime.date) -> bool:
        """Whether the day is past by which somebody was to look at it again; never of what is archived."""
        current = self.status == "published"
        return current and self.review_by is not None and self.review_by < as_of

    @property
    def shown_updated(self) -> datetime.date:
        """The day the item says it was last touched."""
        return self.updated or self.date
