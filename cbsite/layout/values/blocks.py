"""Values for what a section can hold: words, rows, and one value for each block.

A block is printed by `parts/blocks/<block.template>.html`.
"""

from __future__ import annotations

from typing import ClassVar

from cbsite.layout.values.charts import Chart, Lanes, MarkKey, Shape
from cbsite.layout.values.directory import Directory, Jumps
from cbsite.layout.values.documents import DocumentContents, Steps
from cbsite.layout.values.gaps import GapTable
from cbsite.layout.values.maps import MapFigure, MapTable
from cbsite.layout.values.programmes import Lineage, Plan, Plans, Route
from cbsite.layout.values.tables import Table
from cbsite.layout.values.value import Value
from cbsite.layout.values.viewpoints import Viewpoints
from cbsite.layout.values.words import Row, Tone, Words


class Text(Value, frozen=True):
    """Prose: `parts` are HTML, and between it indexes into `blocks`, which are printed by their own templates."""

    template: ClassVar[str] = "text"
    parts: tuple[str | int, ...]
    blocks: tuple[Block, ...] = ()
    headings: tuple[Words, ...] = ()
    """Those of the second level, each with its href."""


class SummaryList(Value, frozen=True):
    """Terms and values."""

    template: ClassVar[str] = "summary_list"
    rows: tuple[Row, ...]
    searchable: bool = True
    """Whether search finds the page by these words; not where they only name other pages."""


class FigureCard(Value, frozen=True):
    """A number with its hedge, its source on the same line of sight, and its passport."""

    qualifier: str
    number: str
    period: str
    statement: Words
    source: Words
    passport: tuple[Row, ...]
    rivals: Words | None = None


class FigureCards(Value, frozen=True):
    """Figures side by side; `one` sets a single figure in the largest size."""

    template: ClassVar[str] = "figure_cards"
    cards: tuple[FigureCard, ...]
    one: bool = False


class Rival(Value, frozen=True):
    """One claim about a question."""

    anchor: str
    who: str
    statement: str
    qualifier: str
    number: str
    period: str
    counts: str
    as_at: Words
    rank: Words
    source: Words
    note: str
    mentioned: tuple[Words, ...] = ()


class Rivals(Value, frozen=True):
    """All claims about one question, side by side."""

    template: ClassVar[str] = "rivals"
    caption: str
    rows: tuple[Rival, ...]
    more: Words | None = None
    """The way to all claims, where these are only the first."""


class Mark(Value, frozen=True):
    """When, drawn on a ruler of one year: the shape, and its ends as parts of the year from 0 to 1."""

    shape: Shape
    start: float
    end: float
    words: str


class EventRow(Value, frozen=True):
    """An event: when in words (year apart, as it may be inferred), what, who says so."""

    anchor: str
    when: str
    year: str
    inferred: bool
    mark: Mark | None
    title: Words
    state: str
    lane: str
    source: Words
    note: str = ""
    who: tuple[Words, ...] = ()
    outcomes: tuple[Row, ...] = ()
    """What was planned and what came of it, where the register has both: a term and its links."""
    mentioned: tuple[Words, ...] = ()
    calendar: Words | None = None
    """Its calendar file, where it is known to the day; the note says what the file is of."""
    data: tuple[tuple[str, str], ...] = ()
    """In a finder: each facet, and the values that it has, with spaces between."""


class Events(Value, frozen=True):
    """Events in order of time; `full` sets lane and source in columns of their own."""

    template: ClassVar[str] = "events"
    rows: tuple[EventRow, ...]
    full: bool = False
    more: Words | None = None
    """The way to more, where these are only the first."""


class ListItem(Value, frozen=True):
    """A line in a list of pages: facts about it, its name, what it is about, and links that go with it."""

    title: Words
    meta: tuple[str, ...] = ()
    text: str = ""
    anchor: str = ""
    links: tuple[Words, ...] = ()
    mentioned: tuple[Words, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    """In a finder: each facet, and the values that it has, with spaces between."""


class Items(Value, frozen=True):
    """A list of pages; `short` prints names and facts only."""

    template: ClassVar[str] = "items"
    items: tuple[ListItem, ...]
    short: bool = False
    searchable: bool = False
    """Whether search finds the page by these words; not where they only name other pages."""


class Gap(Value, frozen=True):
    """What is not known, in the place of what would be said."""

    template: ClassVar[str] = "gap"
    text: str


class Note(Value, frozen=True):
    """A side note. `lead` is its first words, in bold."""

    tone: Tone
    lead: str
    words: tuple[Words, ...]


class Notes(Value, frozen=True):
    """Side notes, one under another."""

    template: ClassVar[str] = "notes"
    notes: tuple[Note, ...]


class Slot(Value, frozen=True):
    """A numbered box that may be empty."""

    number: str
    name: Words
    current: bool = False
    """Whether it stands for the page itself."""


class Slots(Value, frozen=True):
    """Numbered boxes in a row, dashed where nothing is known."""

    template: ClassVar[str] = "slots"
    slots: tuple[Slot, ...]
    text: str
    gap: str
    gaps: Words | None = None
    """Where all gaps are listed."""


class Confidence(Value, frozen=True):
    """The confidence ladder, filled to `level` of 5; the words are always printed."""

    template: ClassVar[str] = "confidence"
    level: int
    words: str
    details: str
    link: Words | None = None


class Paragraph(Value, frozen=True):
    """A numbered paragraph of a paper with the notes beside it."""

    number: str
    anchor: str
    sub: bool
    text: Text
    notes: tuple[Note, ...] = ()


class Paper(Value, frozen=True):
    """A paper: numbered paragraphs and what stands between them, in order."""

    template: ClassVar[str] = "paper"
    parts: tuple[Paragraph | Text, ...]


class Contents(Value, frozen=True):
    """The parts of a long page or document: what they cover ("1 to 4") and where they are.

    The part that is this page has no href.
    """

    template: ClassVar[str] = "contents"
    entries: tuple[Words, ...]
    label: str = "Parts of this page"


class SourceNote(Value, frozen=True):
    """A note at the foot of a page: where a figure in the text comes from."""

    number: str
    figure: Words
    passport: tuple[Row, ...]
    source: Words
    back: tuple[str, ...]
    """Anchors of the marks in the text that lead here."""


class SourceNotes(Value, frozen=True):
    """The sources of all figures in a text, in the order of their marks."""

    template: ClassVar[str] = "source_notes"
    notes: tuple[SourceNote, ...]


Block = (
    Text | SummaryList | FigureCards | Rivals | Events | Table | Items | Route | Gap | Notes | Slots | Confidence
    | Paper | Contents | DocumentContents | Steps | SourceNotes | Viewpoints | Chart | Lanes | MarkKey | Lineage
    | Plan | Plans | MapTable | MapFigure | Directory | Jumps | GapTable
)  # fmt: skip
