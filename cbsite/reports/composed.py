"""The corrected lines of a problem, with what else is wrong on the same lines put right too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cbsite.diagnostics import Diagnostic, Edit, Position, corrected_lines


def composed(diagnostics: Iterable[Diagnostic]) -> dict[Diagnostic, tuple[str, ...]]:
    """The lines of each problem of one file as they should be, so that who copies one mends all of it.

    Beside a problem's own edits those of the others on its lines are made: all, if none of them needs more
    thought; else only the safe ones. What would change the same words is left out.
    """
    found = list(diagnostics)
    on_line: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    for diagnostic in found:
        for line in _lines(diagnostic):
            on_line[line].append(diagnostic)
    return {one: corrected_lines(_with_others(one, on_line)) for one in found}


def _with_others(diagnostic: Diagnostic, on_line: dict[int, list[Diagnostic]]) -> list[Edit]:
    edits = list(diagnostic.edits)
    if not edits or not all(map(_places, edits)):
        return edits
    touched = {place[0].line for edit in edits if (place := _places(edit))}
    others = [d for line in sorted(touched) for d in on_line[line] if d is not diagnostic]
    none_needs_thought = all(other.edits for other in others)
    for other in dict.fromkeys(others):
        inside = all((p := _places(edit)) and p[0].line in touched for edit in other.edits)
        apart = not any(_touch(edit, mine) for edit in other.edits for mine in edits)
        if inside and apart and (other.safe or none_needs_thought):
            edits += other.edits
    return edits


def _lines(diagnostic: Diagnostic) -> set[int]:
    starts = [diagnostic.span.start, *(edit.span.start for edit in diagnostic.edits)]
    return {start.line for start in starts if start}


def _places(edit: Edit) -> tuple[Position, Position] | None:
    """Where an edit begins and ends, if that is on one line."""
    start, end = edit.span.start, edit.span.end
    return (start, end) if start and end and start.line == end.line else None


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same words, or put something into the same place."""
    first, second = _places(one), _places(other)
    if not first or not second:
        return True
    return first[0] == second[0] or (first[0] < second[1] and second[0] < first[1])
