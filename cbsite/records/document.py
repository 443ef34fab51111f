"""Documents: papers, prospectuses, briefings and reports, with the numbers of their paragraphs."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from cbsite.records.common import Item
from cbsite.records.dates import When
from cbsite.records.fields import (
    FilePath,
    Flag,
    OrganisationId,
    Slug,
    Summary,
    Text,
    Title,
    WebAddress,
)
from cbsite.records.marks import ForAuthors
from cbsite.records.part import Part, problem_at, rule
from cbsite.records.record import Held, Stance


class Original(Part):
    """Where the original can be had."""

    url: Annotated[WebAddress | None, Field(description="Web address of the original")] = None
    archived_url: Annotated[
        WebAddress | None,
        Field(description="Web address of a copy in an archive, in case the original goes away"),
    ] = None
    file: Annotated[
        FilePath | None,
        Field(
            description="A copy that readers may take away",
            examples=["paper.pdf"],
        ),
        ForAuthors("the path from the document's own file to it"),
    ] = None
    note: Annotated[
        Text | None,
        Field(
            description="What readers should know of the original, such as what the hub may not publish"
        ),
    ] = None


class Annex(Part):
    """Something attached to the document, whether or not the hub holds it.

    Its text is the file `<id>.md` in the document's folder, its table `<id>.csv`.
    """

    id: Annotated[
        Slug,
        Field(
            description="Its name in the document's folder and in its address", examples=["annex-a"]
        ),
    ]
    title: Annotated[Text, Field(description="What the annex is called, as printed")]
    held: Annotated[Held, Field(description="How much of the annex the hub holds")]
    named_in: Annotated[
        Text | None, Field(description="The paragraph that names it, as printed", examples=["4"])
    ] = None
    file: Annotated[
        FilePath | None,
        Field(description="A file that readers may take away", examples=["annex-a.pdf"]),
        ForAuthors("the path from the document's own file to it"),
    ] = None
    note: Annotated[
        Text | None, Field(description="What readers should know of it, such as why it is not held")
    ] = None


class SectionFields(Part):
    """The front matter of a section, a file of its own beside the document's `index.md`."""

    title: Annotated[
        Title,
        Field(description="The heading of the section; also its line in the document's contents"),
    ]


class AnnexFields(Part):
    """The front matter of an annex's text, which it need not have."""

    title: Annotated[
        Title | None,
        Field(description="The heading over the text, where it is not the annex's title"),
    ] = None
    numbered: Annotated[
        Flag, Field(description="Its paragraphs go on with the numbers of the document")
    ] = False


class Document(Item):
    """A document; it is also a source, so figures and events may cite it by its id."""

    kind: Annotated[
        Literal[
            "committee-report", "prospectus", "briefing", "report", "letter", "guidance", "note"
        ],
        Field(description="What sort of paper it is; readers narrow the list of documents by it"),
    ]
    summary: Annotated[
        Summary,
        Field(description="What it says, in our words; shown in lists and search"),
        ForAuthors("40 to 220 characters"),
    ]
    short_title: Annotated[
        Title, Field(description="What citations call it; ours", examples=["LGA paper, May 2012"])
    ]
    publisher: Annotated[OrganisationId, Field(description="Id of the organisation that issued it")]
    author: Annotated[
        Text | None, Field(description="Who wrote it, where that is not the publisher")
    ] = None
    issued: Annotated[
        When, Field(description="When it was issued; date is the day on which the hub published it")
    ]
    stance: Annotated[
        Stance,
        Field(
            description="Whether it records what was done, claims something, or gives an opinion; readers are told"
        ),
    ]
    held: Annotated[
        Held, Field(description="How much of it the hub holds; what is not held shows as a gap")
    ]
    numbered: Annotated[
        Flag | None,
        Field(
            description="Paragraphs carry printed numbers; left out, only those of a committee report do"
        ),
    ] = None
    original: Annotated[Original | None, Field(description="Where the original can be had")] = None
    disclaimer: Annotated[
        Text | None, Field(description="What the document itself says against relying on it")
    ] = None
    unresolved: Annotated[
        tuple[Text, ...],
        Field(
            description="What the document refers to but does not give, one thing each; shown as gaps"
        ),
    ] = ()
    annexes: Annotated[
        tuple[Annex, ...],
        Field(description="What is attached to it, whether or not the hub holds it"),
    ] = ()
    body: Annotated[
        OrganisationId | None, Field(description="Id of the committee that a paper went to")
    ] = None
    item: Annotated[
        Text | None, Field(description="The number of the paper on the agenda", examples=["3"])
    ] = None
    meeting: Annotated[When | None, Field(description="When the committee met")] = None
    purpose: Annotated[
        Literal["discussion", "information", "decision"] | None,
        Field(description="What a paper was put before the committee for"),
    ] = None
    recommendation: Annotated[Text | None, Field(description="What members were asked to do")] = (
        None
    )
    action: Annotated[Text | None, Field(description="What was to be done next, and by whom")] = (
        None
    )
    contact_role: Annotated[
        Text | None,
        Field(
            description="Office of the contact printed, never the name",
            examples=["Head of Programmes"],
        ),
    ] = None
    sender: Annotated[
        Text | None,
        Field(description="Who a letter is from, as an office", examples=["Secretary of State"]),
    ] = None
    addressee: Annotated[
        Text | None,
        Field(description="Who a letter is to, as an office", examples=["Leaders of councils"]),
    ] = None
    closes: Annotated[When | None, Field(description="The last day to answer a prospectus")] = None
    offer: Annotated[Text | None, Field(description="What a prospectus offers")] = None
    criteria: Annotated[
        tuple[Text, ...], Field(description="What a prospectus judges answers by, one thing each")
    ] = ()

    @rule
    def _closes_after_issue(self) -> Iterator[PydanticCustomError]:
        if self.closes and self.closes.ends_before(self.issued):
            yield problem_at(
                ("closes",),
                "The offer closes before the document was issued.",
                "Put one of the two dates right: 'issued' or 'closes'.",
            )

    @property
    def known_stance(self) -> Stance | None:
        """The stance, of a document that the hub has; nobody can tell that of a paper that was never seen."""
        return None if self.held in ("not-held", "reference-only") else self.stance

    @property
    def has_numbered_paragraphs(self) -> bool:
        """Whether list items and lines that begin `12.1 ` are paragraphs with printed numbers."""
        return self.kind == "committee-report" if self.numbered is None else self.numbered
