"""Documents: papers, prospectuses, briefings and reports, with the numbers of their paragraphs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cbsite.records.common import Item
from cbsite.records.dates import When
from cbsite.records.fields import (
    FilePath,
    Flag,
    Held,
    OrganisationId,
    Part,
    Slug,
    Stance,
    Summary,
    Text,
    Title,
    WebAddress,
)


class Original(Part):
    """Where the original can be had."""

    url: WebAddress | None = None
    archived_url: WebAddress | None = None
    file: Annotated[FilePath | None, Field(description="A path from the document's own file")] = (
        None
    )
    note: Text | None = None


class Annex(Part):
    """Something attached to the document, whether or not the hub holds it.

    Its text is the file `<id>.md` in the document's folder, its table `<id>.csv`.
    """

    id: Slug
    title: Text
    held: Held
    named_in: Annotated[
        Text | None, Field(description="The paragraph that names it, as printed")
    ] = None
    file: Annotated[
        FilePath | None, Field(description="To download: a path from the document's own file")
    ] = None
    note: Text | None = None


class SectionFields(Part):
    """The front matter of a section, a file of its own beside the document's `index.md`."""

    title: Title


class AnnexFields(Part):
    """The front matter of an annex's text, which it need not have."""

    title: Annotated[Title | None, Field(description="Where it is not the annex's title")] = None
    numbered: Annotated[
        Flag, Field(description="Its paragraphs go on with the numbers of the document")
    ] = False


class Document(Item):
    """A document; it is also a source, so figures and events may cite it by its id."""

    kind: Literal[
        "committee-report", "prospectus", "briefing", "report", "letter", "guidance", "note"
    ]
    summary: Summary
    short_title: Annotated[Title, Field(description="What citations call it; ours")]
    publisher: OrganisationId
    author: Text | None = None
    issued: When
    stance: Stance
    held: Held
    numbered: Annotated[Flag | None, Field(description="Paragraphs carry printed numbers")] = None
    original: Original | None = None
    disclaimer: Text | None = None
    unresolved: Annotated[
        tuple[Text, ...], Field(description="What the document refers to but does not give")
    ] = ()
    annexes: tuple[Annex, ...] = ()
    body: OrganisationId | None = None
    item: Text | None = None
    meeting: When | None = None
    purpose: Literal["discussion", "information", "decision"] | None = None
    recommendation: Text | None = None
    action: Text | None = None
    contact_role: Annotated[
        Text | None, Field(description="Office of the contact printed, never the name")
    ] = None
    sender: Annotated[Text | None, Field(description="Who a letter is from, as an office")] = None
    addressee: Annotated[Text | None, Field(description="Who a letter is to, as an office")] = None
    closes: When | None = None
    offer: Text | None = None
    criteria: tuple[Text, ...] = ()

    @property
    def known_stance(self) -> Stance | None:
        """The stance, of a document that the hub has; nobody can tell that of a paper that was never seen."""
        return None if self.held in ("not-held", "reference-only") else self.stance

    @property
    def has_numbered_paragraphs(self) -> bool:
        """Whether list items and lines that begin `12.1 ` are paragraphs with printed numbers."""
        return self.kind == "committee-report" if self.numbered is None else self.numbered
