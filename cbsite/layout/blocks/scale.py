"""A scale of round numbers for claims of one unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from cbsite.layout.parts.drawing import place, scale_bar, text_width
from cbsite.layout.values import Label, ScaleBar
from cbsite.records.figure import Figure, Unit, amount

_BLOCKS = (10, 8, 6, 5, 4, 3, 2)
"""About how many blocks to try, the finest first."""

_APART = 16.0
"""Free space between the words of two ticks, in CSS pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to places: `first` stands at `left`, and each block of `step` is as wide as any other."""

    left: float
    right: float
    first: Decimal
    step: Decimal
    blocks: int
    unit: Unit
    every: int
    """Every which edge of a block has words."""

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        part = (value - self.first) / (self.step * self.blocks)
        return self.left + float(part) * (self.right - self.left)

    def bar(self, y: float, width: float) -> ScaleBar:
        """The scale as a bar at `y`, its words kept inside a drawing of `width`."""
        edges = [self.first + self.step * number for number in range(self.blocks + 1)]
        labels: list[Label] = []
        reach = float("-inf")
        for value in edges[:: self.every]:
            words = amount(value, self.unit)
            half = text_width(words) / 2
            x = min(max(self.at(value), half), width - half)
            # The last one may have had to give way to the edge.
            if x - half >= reach:
                labels.append(Label(place(x), place(y + 28), words, "middle", "quiet"))
                reach = x + half + _APART / 2
        return scale_bar(y, tuple(self.at(value) for value in edges), tuple(labels))


def scale_for(figures: Sequence[Figure], left: float, right: float) -> Scale:
    """The finest scale of round steps whose words fit, with room for open ends on both sides."""
    low = min(figure.bounds[0] for figure in figures)
    high = max(figure.bounds[1] for figure in figures)
    low, high = _with_room(low, high)
    unit = figures[0].unit
    scale = None
    for wanted in _BLOCKS:
        step = _round_step((high - low) / wanted, unit)
        first = (low / step).to_integral_value(ROUND_FLOOR) * step
        blocks = int(((high - first) / step).to_integral_value(ROUND_CEILING))
        edges = (first + step * number for number in range(blocks + 1))
        widest = max(text_width(amount(value, unit)) for value in edges) + _APART
        every = -int(-widest // ((right - left) / blocks))
        scale = Scale(left, right, first, step, blocks, unit, every)
        if every <= 2:
            break
    assert scale is not None
    return scale


def _with_room(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of the scale: from zero where the least is not far from it, else a little wider than the claims."""
    if 0 <= low * 5 <= high * 2:
        return Decimal(0), high * Decimal("1.12") or Decimal(1)
    room = (high - low) * Decimal("0.15") or abs(high) / 4
    below = low - room
    return (max(below, Decimal(0)) if low >= 0 else below), high + room


def _round_step(step: Decimal, unit: Unit) -> Decimal:
    """The next 1, 2 or 5 (with noughts) from `step` up; whole for what comes in whole numbers."""
    size = Decimal(1).scaleb(step.adjusted())
    found = next(size * times for times in (1, 2, 5, 10) if size * times >= step)
    return max(found, Decimal(1)) if unit == "count" else found
