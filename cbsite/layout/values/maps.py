"""Values for maps: a drawing, the places marked on it, and the table that says the same.

All lengths are units of the drawing's own view box. `d` is SVG path data.
"""

from typing import ClassVar, Literal

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Words


class MapText(Value, frozen=True):
    """A word on a map: a sea, blank land, a square of the grid, an area (`sub`), or the place itself."""

    kind: Literal["sea", "land", "grid", "sub", "subject", "below"]
    text: str
    x: int
    y: int


class MapLabel(Value, frozen=True):
    """The name of a marked place, in one or more lines, each `MapDrawing.line` under the one before."""

    lines: tuple[str, ...]
    x: int
    y: int
    side: Literal["start", "middle", "end"]


class MapMark(Value, frozen=True):
    """A place on the map: its shape, and the numbered disc that stands for it and links to it."""

    number: str
    link: Words
    square: str
    pattern: int
    """Number of its pattern, from 1."""
    d: str
    """Its outline; empty for a point."""
    inner: str
    """Borders between its own areas."""
    x: int
    y: int
    leader: str
    """The line from the disc to the place; empty where the disc stands on it."""
    label: MapLabel | None
    inset: int = 0
    """The inset that shows it again, from 1; 0 for none."""


class MapInset(Value, frozen=True):
    """A part of the map drawn again, larger: where it stands, and which part (`source`, of the same view box)."""

    number: int
    lines: tuple[str, ...]
    """`London enlarged 4 times`, in as many lines as it takes."""
    side: Literal["start", "end"]
    """The side of the frame that the words begin or end at."""
    magnify: str
    x: int
    y: int
    width: int
    height: int
    source: str
    source_d: str
    """Outline of the source on the map."""


class MapDrawing(Value, frozen=True):
    """A map: land, borders, grid, names, marked places."""

    id: str
    """Unique on the page, with an underscore at its end."""
    title: str
    width: int
    height: int
    land: str
    borders: str
    abroad: str
    grid: str
    texts: tuple[MapText, ...]
    marks: tuple[MapMark, ...]
    """In the order of drawing: what is small lies over what is large."""
    insets: tuple[MapInset, ...]
    patterns: tuple[int, ...]
    """The numbers of all patterns in use."""
    credit: str
    key: tuple[tuple[int, str], ...] = ()
    """What the patterns mean, where each does not stand for one place."""
    dense: bool = False
    """Whether there are so many marks that they are small, and go without names."""
    radius: int = 0
    """Of the discs."""
    line: int = 0
    """Height of a line of a label."""
    crop: bool = False
    """Whether it is a part of the map, drawn to fill its place on the page."""

    @property
    def stops(self) -> tuple[MapMark, ...]:
        """The numbered marks by number: the order in which the keyboard meets them."""
        return tuple(sorted((m for m in self.marks if m.number), key=lambda m: int(m.number)))


class MapRow(Value, frozen=True):
    """A place in the table beside a map: its pattern (0: it is not on the map), number, and facts."""

    pattern: int
    number: str
    place: Words
    cells: tuple[Words, ...]
    square: str


class MapTable(Value, frozen=True):
    """The places of a map as a table. Its columns: mark, place, those of `columns`, square."""

    template: ClassVar[str] = "map_table"
    map_id: str
    """The map whose patterns it shows; empty where there is none."""
    caption: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[MapRow, ...]
    roomy: bool = False
    """Whether rows become blocks on a phone, as they have much to say."""


class MapFigure(Value, frozen=True):
    """A map in a text, and its table."""

    template: ClassVar[str] = "map_figure"
    title: str
    map: MapDrawing | None
    """None on a hub without a map, and where no place is on it: then the table speaks alone."""
    table: MapTable
