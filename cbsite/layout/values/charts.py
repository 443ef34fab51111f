"""Values for drawings: the lanes of the timeline, the marks they are drawn with, and charts of rival claims.

All measures are in the units of the drawing (CSS pixels at full size), worked out in layout, so that a
template only prints them. Each drawing stands beside a list or table of the same values.
"""

from typing import ClassVar, Literal

from cbsite.layout.values.tables import Table
from cbsite.layout.values.value import Value

Shape = Literal["dot", "bar", "box", "by", "ring", "open", "moved", "cancelled"]
"""How a date is drawn, only as exactly as it is known.

dot: a day. bar: some time in a month, or several days. box: about, or a season. by: the last day. ring: a
day that was planned. open: some time in a month, or several days, that were planned. moved: from one day to
another. cancelled: planned, and then given up.
"""


class Label(Value, frozen=True):
    """Words in a drawing: they begin, are centred or end at `x`; `y` is their base line."""

    x: float
    y: float
    text: str
    anchor: Literal["start", "middle", "end"] = "start"
    voice: Literal["plain", "bold", "quiet"] = "plain"


class ScaleBar(Value, frozen=True):
    """The axis: a bar from `left` to `right`, its top at `y`; `dark` are its dark blocks (start, width)."""

    y: float
    left: float
    right: float
    dark: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]


class LaneMark(Value, frozen=True):
    """An event on its lane, from `start` to `end`; `y` is the middle."""

    shape: Shape
    start: float
    end: float
    y: float


class Lanes(Value, frozen=True):
    """Events over time, one line for each lane; those too close stand one over the other, never shifted in time."""

    template: ClassVar[str] = "lanes"
    title: str
    text: str
    label: str
    """The drawing in words, for those who cannot see it."""
    width: float
    height: float
    lines: tuple[float, ...]
    names: tuple[Label, ...]
    marks: tuple[LaneMark, ...]
    bar: ScaleBar


class MarkKey(Value, frozen=True):
    """How to read the marks: each shape that is in use, and what it means."""

    template: ClassVar[str] = "mark_key"
    marks: tuple[tuple[Shape, str], ...]
    text: str


class ClaimRow(Value, frozen=True):
    """One claim on the scale.

    `marks` are the places of its mark, or of both ends of a range. dot: a printed number; ring: a number
    with a hedge; square: counts something else. `line` runs from one place to another: an open end has an
    `arrow`, a soft one is dashed.
    """

    y: float
    names: tuple[Label, ...]
    value: Label
    shape: Literal["dot", "ring", "square"]
    marks: tuple[float, ...]
    line: tuple[float, float] | None = None
    soft: bool = False
    arrow: Literal["", "left", "right"] = ""


class Drawing(Value, frozen=True):
    """Claims drawn for one width of the page."""

    size: Literal["narrow", "mid", "wide"]
    width: float
    height: float
    rows: tuple[ClaimRow, ...]
    bar: ScaleBar


class Chart(Value, frozen=True):
    """Claims with one unit on one scale, drawn once for each width; `table` gives the same values, or None
    where such a table follows on the page."""

    template: ClassVar[str] = "chart"
    title: str
    text: str
    label: str
    drawings: tuple[Drawing, ...]
    table: Table | None = None
