"""Values for what came of plans: the ways of pilots and programmes, their lineage, and groups of pilots."""

from typing import ClassVar, Literal

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Row, Words

StopState = Literal["done", "now", "todo", "refused"]


class Said(Value, frozen=True):
    """What one source says of a stop; a gap says that none does."""

    text: str
    note: str = ""
    source: Words | None = None
    gap: bool = False


class Stop(Value, frozen=True):
    """A stage on the way of a pilot or programme, with all that sources say of it, side by side."""

    state: StopState
    name: str
    said: tuple[Said, ...]


class Route(Value, frozen=True):
    """Stages in order: those that were reached, and those of which our sources do not say so (`todo`)."""

    template: ClassVar[str] = "route"
    stops: tuple[Stop, ...]


class Rail(Value, frozen=True):
    """A line that passes the row of a lineage at `x`, or leads from it (`out`, down) or to it (`into`, from above)."""

    x: float
    part: Literal["through", "out", "into"]
    dashed: bool = False


class Tie(Value, frozen=True):
    """What a programme follows or competes with, and where that is said; without `sources`, none is given."""

    term: str
    name: str
    note: str
    sources: tuple[Words, ...]


class Kin(Value, frozen=True):
    """A programme or group in its lineage. `here`: the page is about it."""

    name: Words
    state: Words | None
    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]
    rails: tuple[Rail, ...]
    here: bool = False


class Lineage(Value, frozen=True):
    """What came before and beside what, the earliest first: a line drawn down the left of a list.

    `width` is that of the drawing, `node` where the marks of all rows stand.
    """

    template: ClassVar[str] = "lineage"
    text: str
    width: float
    node: float
    rows: tuple[Kin, ...]


class Plan(Value, frozen=True):
    """What was planned for a group of pilots, and what came of it; the two texts may be gaps."""

    template: ClassVar[str] = "plan"
    name: Words
    planned: Words
    planned_by: tuple[Words, ...]
    outcome: Words
    outcome_by: tuple[Words, ...]
    became: tuple[Words, ...]
    pilots: Words


class Plans(Value, frozen=True):
    """Groups of pilots: the plan on the left, what came of it on the right, even where that is empty."""

    template: ClassVar[str] = "plans"
    caption: str
    rows: tuple[Plan, ...]
