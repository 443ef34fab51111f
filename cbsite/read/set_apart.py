"""What was found to be no words is nobody's prose: one mistake must not be told as several."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cbsite.diagnostics import Diagnostic, Position
from cbsite.read.tree import Link, Passage, Prose

_NO_WORDS = ("E-NOTICE", "E-LINK", "E-LOCAL", "E-FOOTNOTE", "W-WORD")

Place = tuple[Position, Position]


def set_apart(prose: Prose, found: Iterable[Diagnostic]) -> Prose:
    """The prose with marks, leftovers and broken links set apart from its words.

    An address that was recognised in what is nearly a link is no link of its own.
    """
    told = [
        (d.code, (d.span.start, d.span.end))
        for d in found
        if d.code in _NO_WORDS and d.span.start and d.span.end
    ]
    if not told:
        return prose
    places = sorted(place for _, place in told)
    broken = sorted(place for code, place in told if code == "E-LINK")
    links = tuple(link for link in prose.links if not _is_inside(link, broken))
    apart = (_with_asides(passage, places) for passage in prose.passages)
    return prose.without(apart, links)


def _is_inside(link: Link, broken: Sequence[Place]) -> bool:
    """Whether a link stands in the last of the broken ones that begin before it."""
    start, end = link.span.start, link.span.end
    if not broken or not start or not end:
        return False
    at = bisect_left(broken, start, key=lambda place: place[0]) - 1
    return at >= 0 and end <= broken[at][1]


def _with_asides(passage: Passage, places: Sequence[Place]) -> Passage:
    runs = [Position(line, column) for _, line, column in passage.runs]
    at = bisect_left(places, runs[0], key=lambda place: place[0])
    asides = []
    while at < len(places) and places[at][0].line <= runs[-1].line:
        start, end = (_index(passage, runs, position) for position in places[at])
        if start < len(passage.words):
            asides.append((start, max(start, end)))
        at += 1
    if not asides:
        return passage
    return replace(passage, asides=tuple(sorted({*passage.asides, *asides})))


def _index(passage: Passage, runs: Sequence[Position], position: Position) -> int:
    """Where in the words a place of the file is; one before the words of a line is where these begin."""
    after = bisect_right(runs, position)
    index, line, column = passage.runs[max(after - 1, 0)]
    if line == position.line:
        return min(index + max(position.column - column, 0), len(passage.words))
    return passage.runs[after][0] if after < len(runs) else len(passage.words)
