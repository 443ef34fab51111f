"""What was measured, as plain values that JSON can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement: seconds on the clock and of all processors, or the peak of memory in bytes, but not both."""

    pages: int
    tool: str
    task: str
    round: int
    wall: float = 0.0
    cpu: float = 0.0
    peak: int = 0


@dataclass(slots=True)
class Results:
    """All samples of a run, what ran, and what went wrong."""

    machine: dict[str, str | int]
    date: str
    tools: dict[str, dict[str, object]] = field(default_factory=dict)
    samples: list[Sample] = field(default_factory=list)
    trouble: dict[str, str] = field(default_factory=dict)
    """Tool (and size or task) to what went wrong."""

    def values(self, pages: int, tool: str, task: str, what: str) -> dict[int, float]:
        """The values of one quantity (`wall`, `cpu`, `peak`) by round; zeros were not measured."""
        return {
            one.round: value
            for one in self.samples
            if (one.pages, one.tool, one.task) == (pages, tool, task)
            and (value := float(getattr(one, what)))
        }

    def median(self, pages: int, tool: str, task: str, what: str) -> float | None:
        values = self.values(pages, tool, task, what).values()
        return median(values) if values else None

    def ratio(self, pages: int, tool: str, base: str, task: str, what: str) -> float | None:
        """The median of the ratios to `base`, each in the same round; None if no round has both."""
        return median_ratio(
            self.values(pages, tool, task, what), self.values(pages, base, task, what)
        )


def joined(parts: Sequence[Results]) -> Results:
    """Several runs on one machine as one: what a later one measured again replaces what an earlier one did.

    Raises ValueError if they are of different machines.
    """
    first = parts[0]
    if any(part.machine != first.machine for part in parts):
        raise ValueError("The results are of different machines.")
    again = [{(s.pages, s.tool, s.task) for s in part.samples} for part in parts[1:]]
    tools: dict[str, dict[str, object]] = {}
    samples: list[Sample] = []
    trouble: dict[str, str] = {}
    for number, part in enumerate(parts):
        later = set().union(*again[number:])
        tools |= part.tools
        samples += [s for s in part.samples if (s.pages, s.tool, s.task) not in later]
        trouble |= part.trouble
    return Results(first.machine, max(part.date for part in parts), tools, samples, trouble)


def median_ratio(values: dict[int, float], bases: dict[int, float]) -> float | None:
    """The median over the rounds that both have of value divided by base."""
    ratios = [value / bases[number] for number, value in values.items() if number in bases]
    return median(ratios) if ratios else None
