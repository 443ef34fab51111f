"""The timeline drawn: one lane for each line of `site.yml`, the months below as a scale bar.

A month is as wide as any other. Marks that are too close stand one over the other on their lane, and keep
their place in time. A drawing that would grow too tall to take in at a glance is not made.
"""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cbsite.layout.blocks.marks import MEANINGS, Drawn, drawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.drawing import LINE, place, scale_bar, text_width, wrap
from cbsite.layout.values import Label, LaneMark, Lanes, MarkKey, ScaleBar, Shape
from cbsite.records.dates import MONTHS
from cbsite.records.event import Event

_WIDTH = 1160.0
_RIGHT = _WIDTH - 6
_NAMES = 180.0
"""The widest that the names of lanes may be before they wrap."""
_LEVEL = 18.0
"""From mark to mark where they stand one over the other."""
_RADIUS = 6.0
_LANE = 44.0
_TALLEST = 560.0
_BLOCK = 100.0
"""The narrowest block of the scale bar: a month and a year fit under it."""
_BY = 48.0
"""How far the line of a deadline reaches back."""
_MOVED = 40.0
"""How far back a moved event stood, for the drawing, where no source gives the date."""
_STEPS = (1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
"""Months that a block of the scale bar may hold."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """Months (counted from year 0) to places on the drawing."""

    left: float
    first: int
    step: int
    blocks: int

    def at(self, month: float) -> float:
        return self.left + (month - self.first) * (_RIGHT - self.left) / (self.step * self.blocks)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark on its lane, and which level it stands on in a heap of `levels`."""

    shape: Shape
    start: float
    end: float
    level: int
    levels: int


def lanes(context: Context, events: Iterable[Event]) -> tuple[Lanes, ...]:
    """The events as a drawing; nothing where fewer than two can be drawn, or too many for one drawing."""
    chosen = tuple(events)
    found = [(event, mark) for event in chosen if (mark := drawn(event))]
    shown = [
        lane for lane in context.library.site.lanes if any(e.lane == lane.id for e, _ in found)
    ]
    if len(found) < 2:
        return ()
    names = {lane.id: wrap(lane.label, _NAMES, bold=True) for lane in shown}
    widest = max(text_width(line, bold=True) for lines in names.values() for line in lines)
    axis = _axis([mark for _, mark in found], place(widest + 20))
    y, lines, labels, marks = 8.0, [], [], []
    for lane in shown:
        placed = _stacked([_extent(mark, axis) for event, mark in found if event.lane == lane.id])
        levels = max(one.levels for one in placed)
        height = max(_LANE, levels * _LEVEL + 14, len(names[lane.id]) * LINE + 8)
        middle = y + height / 2
        lines.append(place(middle))
        base = middle + 5 - (len(names[lane.id]) - 1) * LINE / 2
        for number, line in enumerate(names[lane.id]):
            labels.append(Label(0, place(base + number * LINE), line, voice="bold"))
        for one in placed:
            at = middle + (one.level - (one.levels - 1) / 2) * _LEVEL
            marks.append(LaneMark(one.shape, place(one.start), place(one.end), place(at)))
        y += height
    if y > _TALLEST:
        return ()
    title, text, label = _words(chosen, found, [lane.label for lane in shown], axis)
    bar = _bar(axis, y + 6)
    return (
        Lanes(title, text, label, _WIDTH, y + 44, tuple(lines), tuple(labels), tuple(marks), bar),
    )


def mark_key(events: Iterable[Event]) -> tuple[MarkKey, ...]:
    """How to read the marks of these events; nothing where none is drawn."""
    listed = tuple(events)
    used = {mark.shape for event in listed if (mark := drawn(event))}
    marks = tuple((shape, words) for shape, words in MEANINGS if shape in used)
    if not marks:
        return ()
    text = "Each small bar is one year in four quarters, with January on the left."
    if any(event.when.inferred for event in listed):
        text += " A year in square brackets is worked out by us, not printed."
    return (MarkKey(marks, text),)


def _month(date: datetime.date) -> float:
    """A day as months from year 0: the day itself is a part of its month."""
    days = calendar.monthrange(date.year, date.month)[1]
    return date.year * 12 + date.month - 1 + (date.day - 1) / days


def _axis(marks: Sequence[Drawn], left: float) -> _Axis:
    """The smallest blocks that leave room for their words, from before the first mark to after the last."""
    first = min(_month(mark.before or mark.start) for mark in marks)
    last = max(_month(mark.end) for mark in marks)
    most = int((_RIGHT - left) // _BLOCK)
    for step in _STEPS:
        start = int(first // step) * step
        blocks = max(-int((start - last) // step), 1)
        if blocks <= most:
            break
    return _Axis(left, start, step, blocks)


def _extent(mark: Drawn, axis: _Axis) -> tuple[Shape, float, float]:
    """The shape and the stretch that it takes up."""
    start, end = axis.at(_month(mark.start)), axis.at(_month(mark.end))
    middle = (start + end) / 2
    if mark.shape in ("dot", "ring", "cancelled"):
        return mark.shape, middle, middle
    if mark.shape == "by":
        return mark.shape, max(end - _BY, axis.left), end
    if mark.shape == "moved":
        before = axis.at(_month(mark.before)) if mark.before else max(start - _MOVED, axis.left)
        return mark.shape, before, start
    return mark.shape, start, end


def _stacked(extents: Sequence[tuple[Shape, float, float]]) -> list[_Placed]:
    """The marks of one lane: those that would touch form a heap, each on the first level that is free."""
    heaps: list[list[tuple[Shape, float, float, int]]] = []
    reach = float("-inf")
    free: list[float] = []
    for shape, start, end in sorted(extents, key=lambda one: (min(one[1:]), one)):
        low, high = min(start, end) - _RADIUS - 1, max(start, end) + _RADIUS + 1
        if low >= reach:
            heaps.append([])
            free = []
        level = next((number for number, taken in enumerate(free) if taken <= low), len(free))
        free[level : level + 1] = [high]
        reach = max(reach, high)
        heaps[-1].append((shape, start, end, level))
    return [
        _Placed(shape, start, end, level, 1 + max(one[3] for one in heap))
        for heap in heaps
        for shape, start, end, level in heap
    ]


def _bar(axis: _Axis, y: float) -> ScaleBar:
    edges = tuple(axis.at(axis.first + number * axis.step) for number in range(axis.blocks + 1))
    labels, year = [], None
    for number, edge in enumerate(edges[:-1]):
        month = axis.first + number * axis.step
        words = "" if axis.step % 12 == 0 else MONTHS[month % 12 + 1][:3]
        if month // 12 != year or not words:
            year = month // 12
            words = f"{words} {year}".strip()
        labels.append(Label(place(edge), place(y + 28), words, voice="quiet"))
    return scale_bar(y, edges, tuple(labels))


def _words(
    chosen: Sequence[Event], found: Sequence[tuple[Event, Drawn]], names: Sequence[str], axis: _Axis
) -> tuple[str, str, str]:
    """The title as a finding, how to read the drawing, and the drawing in words."""
    years = Counter(mark.start.year for _, mark in found).most_common(2)
    (year, most), total = years[0], len(found)
    if len(years) > 1 and most > years[1][1] and 3 * most >= total:
        title = f"{most} of {total} dates fall in {year}"
    else:
        title = f"{total} dates in {_lanes(len(names))}"
    text = "Every mark is listed below."
    if left := len(chosen) - total:
        stand = "stands" if left == 1 else "stand"
        text += f" {left} more {stand} in the lists only: our sources give a year at most."
    first, last = axis.first, axis.first + axis.blocks * axis.step - 1
    label = (
        f"Chart of {total} events in {_lanes(len(names))} ({', '.join(names)}), from "
        f"{MONTHS[first % 12 + 1]} {first // 12} to {MONTHS[last % 12 + 1]} {last // 12}. "
        "Each is in the lists below."
    )
    return title, text, label


def _lanes(count: int) -> str:
    return "1 lane" if count == 1 else f"{count} lanes"
