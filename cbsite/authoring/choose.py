"""Which mends can be made together: all edits of each, and none in the way of another."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from cbsite.diagnostics import Diagnostic, Edit, Position

Stretch = tuple[Position, Position, str]
"""From where to where, and what is put there."""


def choose(
    diagnostics: Iterable[Diagnostic], fits: Callable[[Edit], bool]
) -> tuple[Diagnostic, ...]:
    """Those that are safe to mend now. What is in the way of one before it waits for the next look.

    `fits` says whether an edit may be made: in this file, in a place that it has.
    """
    taken: defaultdict[str, list[Stretch]] = defaultdict(list)
    made: set[tuple[str, Stretch]] = set()
    chosen = []
    for diagnostic in diagnostics:
        if not diagnostic.safe or not diagnostic.edits or not all(map(fits, diagnostic.edits)):
            continue
        placed = {(edit.span.path, stretch(edit)) for edit in diagnostic.edits}
        if not placed <= made:
            if _overlap(placed) or any(_in_the_way(one, taken[path]) for path, one in placed):
                continue
            made |= placed
            for path, one in placed:
                insort(taken[path], one)
        chosen.append(diagnostic)
    return tuple(chosen)


def stretch(edit: Edit) -> Stretch:
    """Where an edit is and what it writes; only for edits with a place."""
    assert edit.span.start and edit.span.end
    return edit.span.start, edit.span.end, edit.replacement


def _overlap(placed: Iterable[tuple[str, Stretch]]) -> bool:
    """Whether two stretches of one mend do, so that it cannot be made whole."""
    return any(
        path == next_path and one[1] > other[0]
        for (path, one), (next_path, other) in pairwise(sorted(placed))
    )


def _in_the_way(one: Stretch, taken: list[Stretch]) -> bool:
    """Whether a stretch overlaps a taken one (they are in order), or two would write at one place."""
    start, end, _ = one
    for index in range(max(bisect_left(taken, (start,)) - 1, 0), len(taken)):
        other_start, other_end, _ = taken[index]
        if other_start > end:
            return False
        touches = start == end or other_start == other_end
        if (start < other_end and other_start < end) or (touches and other_end >= start):
            return True
    return False
