"""Edits to texts: of a whole file, and of the lines that a message shows."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cbsite.diagnostics.places import Edit, Position


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text (lines end with LF) with edits made, in order of place.

    An edit that reaches into one before it is left out, so the rest is mended on the next look; so is
    one whose place the text does not have.
    """
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def index(position: Position) -> int:
        return starts[min(position.line, len(starts)) - 1] + position.column - 1

    placed = sorted(
        (index(edit.span.start), index(edit.span.end), edit.replacement)
        for edit in dict.fromkeys(edits)
        if edit.span.start and edit.span.end
    )
    parts, at = [], 0
    for start, end, replacement in placed:
        if at <= start <= end <= len(text):
            parts += [text[at:start], replacement]
            at = end
    return "".join([*parts, text[at:]])


def corrected_lines(edits: Iterable[Edit]) -> tuple[str, ...]:
    """The lines that edits touch as they should be, indented as in the file; empty for none.

    Of an edit over several lines only its first is known, so such edits show their own words alone.
    """
    by_line: dict[int, list[Edit]] = {}
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        if not start or not end or end.line != start.line:
            return tuple(edit.replacement.strip("\n").split("\n")) if edit.replacement else ()
        by_line.setdefault(start.line, []).append(edit)
    lines: list[str] = []
    for number in sorted(by_line):
        here = [_on_first_line(edit) for edit in by_line[number]]
        lines += apply_edits(by_line[number][0].span.text, here).split("\n")
    return tuple(map(str.rstrip, lines))


def _on_first_line(edit: Edit) -> Edit:
    """The same edit in a text of its own line alone."""
    start, end = edit.span.start, edit.span.end
    assert start and end
    moved = replace(edit.span, start=Position(1, start.column), end=Position(1, end.column))
    return Edit(moved, edit.replacement)
