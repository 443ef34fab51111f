"""What `cbsite fix` says of each file: what is mended there, and the lines before and after."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from cbsite.diagnostics import Diagnostic, plural, printable, printable_lines

if TYPE_CHECKING:
    from cbsite.authoring.fix import FixedFile

_AROUND = 2
"""Unchanged lines that are shown before and after changed ones."""
_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def mended(file: FixedFile) -> Iterator[str]:
    """A line on the file, and one for each problem that is mended there."""
    lines = [line for line, _ in file.problems]
    first, last = min(lines), max(lines)
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    things = plural(len(lines), "thing")
    yield f"{printable(file.change.path)}: {things} on {where}"
    for line, diagnostic in file.problems:
        message = " ".join(printable_lines(diagnostic.message).split())
        yield f"  line {line}: {message}  ({diagnostic.code})"


def difference(file: FixedFile, colour: bool) -> Iterator[str]:
    """The file before and after as a unified diff; what cannot be seen is written out."""
    before, after = file.before.split("\n"), file.after.split("\n")
    if before == after:
        yield "  The words stay as they are; the file is saved as UTF-8."
    path = file.change.path
    lines = difflib.unified_diff(before, after, path, f"{path} (mended)", n=_AROUND, lineterm="")
    for line in map(printable, lines):
        paint = _COLOURS.get(line[:1])
        yield click.style(line, fg=paint) if colour and paint else line


def left_for_people(left: Iterable[Diagnostic]) -> Iterator[str]:
    """How many errors and warnings are left in each file."""
    counts: dict[str, Counter[str]] = {}
    for diagnostic in left:
        counts.setdefault(diagnostic.span.path, Counter())[diagnostic.level] += 1
    if counts:
        yield "Left for a person to mend:"
    for path, levels in sorted(counts.items()):
        told = [plural(levels[level], level) for level in ("error", "warning") if levels[level]]
        yield f"  {printable(path)}: {', '.join(told)}"
    if counts:
        yield "To see them:  cbsite check"
