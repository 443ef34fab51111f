"""Sources that the hub cites but does not publish; documents are sources too."""

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.dates import When
from cbsite.records.fields import Text, WebAddress
from cbsite.records.record import Held, Record, Stance


class SourceRecord(Record):
    """A source. `title` as printed; `short_title` is what citations call it."""

    title: Annotated[Text, Field(description="The title, as printed")]
    short_title: Annotated[
        Text, Field(description="What citations call it; ours", examples=["LGiU briefing, 2011"])
    ]
    publisher: Annotated[
        Text, Field(description="Who issued it, by name", examples=["Public Finance"])
    ]
    author: Annotated[Text | None, Field(description="Who wrote it, where the source says so")] = (
        None
    )
    issued: Annotated[When | None, Field(description="When it was issued")] = None
    kind: Annotated[
        Literal[
            "web-page", "report", "evidence", "news", "briefing", "prospectus", "guidance", "data"
        ],
        Field(description="What sort of source it is"),
    ]
    stance: Annotated[
        Stance,
        Field(
            description="Whether it records what was done, claims something, or gives an opinion; readers are told"
        ),
    ] = "record"
    url: Annotated[
        WebAddress | None,
        Field(
            description="Web address of the source", examples=["https://www.example.org/paper.html"]
        ),
    ] = None
    archived: Annotated[
        WebAddress | None,
        Field(description="Web address of a copy in an archive, in case the source goes away"),
    ] = None
    licence: Annotated[
        Text | None, Field(description="What may be done with the source's own words")
    ] = None
    held: Annotated[Held, Field(description="How much of it the hub holds")] = "reference-only"
    note: Annotated[
        Text | None, Field(description="What readers should know of it, in a sentence")
    ] = None

    @property
    def heading(self) -> str:
        return self.short_title
