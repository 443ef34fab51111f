"""The fields that every item of prose shares: case studies, documents, news, collections and pages."""

import datetime
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from cbsite.records.dates import Day
from cbsite.records.fields import (
    ContactId,
    FilePath,
    Flag,
    HubId,
    Language,
    PicturePath,
    PilotId,
    PlaceId,
    ProgrammeId,
    Reference,
    SourceId,
    Text,
    TextOrNothing,
    ThemeId,
    Title,
)
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part, problem_at, rule
from cbsite.records.record import Record


class Change(Part):
    """What was changed on a day, for readers."""

    date: Annotated[Day, Field(description="The day of the change", examples=["2026-03-05"])]
    note: Annotated[
        Text,
        Field(
            description="What was changed, in a sentence for readers",
            examples=["Added the costs of the second year."],
        ),
    ]


class Image(Part):
    """A picture that stands for the item. `file` is a path from the item's own file, as in its text."""

    file: Annotated[
        PicturePath,
        Field(
            description="The file of the picture",
            examples=["table.jpg"],
        ),
        ForAuthors(
            "the path from the item's own file to it; one that begins with / is in content/"
        ),
    ]
    alt: Annotated[
        TextOrNothing,
        Field(description="What matters in the picture, for those who cannot see it"),
        ForAuthors('"" if it is only decoration'),
    ]
    caption: Annotated[Text | None, Field(description="Words under the picture")] = None
    credit: Annotated[
        Text | None,
        Field(
            description="Who made the picture, or holds the right to it", examples=["the council"]
        ),
    ] = None


class Download(Part):
    """A file to take away. `file` is a path from the item's own file, as in its text."""

    file: Annotated[
        FilePath,
        Field(
            description="The file",
            examples=["form.pdf"],
        ),
        ForAuthors(
            "the path from the item's own file to it; one that begins with / is in content/"
        ),
    ]
    title: Annotated[
        Text,
        Field(
            description="What the file is; its type and size are added",
            examples=["The form for asking"],
        ),
    ]


class Item(Record):
    """A Markdown file with front matter; its body is the page's text."""

    title: Annotated[
        Title,
        Field(description="The heading of the page"),
        ForAuthors("90 characters or fewer, without a full stop"),
    ]
    date: Annotated[
        Day,
        Field(
            description="The day on which it was first published",
            examples=["2026-01-05"],
        ),
        ForAuthors("a future day keeps the item out until then"),
    ]
    updated: Annotated[
        Day | None,
        Field(description="The day of the last change that readers should know of"),
        ForAuthors("needs a note under changes"),
    ] = None
    changes: Annotated[
        tuple[Change, ...],
        Field(description="What was changed and when; readers see the newest first"),
        ForAuthors(needed="where updated is set"),
    ] = ()
    themes: Annotated[
        tuple[ThemeId, ...],
        Field(
            description="What it is about: ids of themes, by which readers narrow lists and search",
            examples=[["families"]],
        ),
    ] = ()
    places: Annotated[
        tuple[PlaceId, ...],
        Field(
            description="The places that it is about; their pages lead here", examples=[["essex"]]
        ),
    ] = ()
    programmes: Annotated[
        tuple[ProgrammeId, ...],
        Field(
            description="The programmes that it is about; their pages lead here",
            examples=[["community-budgets"]],
        ),
    ] = ()
    pilots: Annotated[
        tuple[PilotId, ...],
        Field(
            description="The pilots that it is about; their pages lead here",
            examples=[["whole-place-essex"]],
        ),
    ] = ()
    hubs: Annotated[
        tuple[HubId, ...],
        Field(description="The hubs that it is about; their pages lead here", examples=[["hub-1"]]),
    ] = ()
    contact: Annotated[
        ContactId | None,
        Field(
            description="Whom to ask: id of an organisation or a person; without it, the contact of the hub"
        ),
    ] = None
    sources: Annotated[
        tuple[SourceId, ...],
        Field(
            description="Where it comes from: ids of sources, and of documents on this site",
            examples=[["whole-place-update"]],
        ),
    ] = ()
    licence: Annotated[
        Text | None,
        Field(description="What readers may do with it, where that is not the licence of the hub"),
    ] = None
    lang: Annotated[
        Language | None,
        Field(description="The language of the page, where it is not the hub's", examples=["cy"]),
    ] = None
    translation_of: Annotated[
        Reference | None,
        Field(
            description="The item that this one says in another language",
            examples=["document:whole-place-update"],
        ),
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
            examples=[["pilot:whole-place-essex"]],
        ),
    ] = ()
    image: Annotated[Image | None, Field(description="A picture that stands above the text")] = None
    downloads: Annotated[
        tuple[Download, ...], Field(description="Files that readers may take away")
    ] = ()
    illustrative: Annotated[
        Flag, Field(description="An example, not a real scheme: labelled wherever it shows")
    ] = False

    @rule
    def _update(self) -> Iterator[PydanticCustomError]:
        if self.updated and self.updated < self.date:
            yield problem_at(
                ("updated",),
                "'updated' is before 'date', the day of first publishing.",
                "Put one of the two right.",
            )
        if self.updated and not self.changes:
            yield problem_at(
                ("updated",),
                "'updated' is set, but no change is noted.",
                "Add  changes:  with a date and a note.",
            )

    @rule
    def _days_in_order(self) -> Iterator[PydanticCustomError]:
        if self.review_by and self.review_by < self.date:
            yield problem_at(
                ("review_by",),
                f"The item is to be looked at again by {self.review_by}, before it is published.",
                f"Write a day after {self.date}, or put 'date' right.",
            )
        for number, change in enumerate(self.changes):
            if change.date < self.date and change.date != self.updated:
                yield problem_at(
                    ("changes", number, "date"),
                    f"The change was made on {change.date}, before the item was published.",
                    f"Write a day from {self.date} on, or put 'date' right.",
                )
            elif self.updated and change.date > self.updated:
                yield problem_at(
                    ("changes", number, "date"),
                    f"The change was made on {change.date}, but 'updated' is {self.updated}.",
                    "Give 'updated' the day of the last change.",
                )

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
