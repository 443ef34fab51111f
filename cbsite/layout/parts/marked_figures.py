"""The figures that a page's own text gives already, each with a note of its source."""

from __future__ import annotations

from collections.abc import Iterable

from cbsite.library.references import parse_reference
from cbsite.read.entry import Entry
from cbsite.records.figure import Figure


def not_in_text(entry: Entry, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those of the figures that the text of `entry` does not mark: the text and its notes show the others."""
    links = entry.prose.links if entry.prose else ()
    references = (parse_reference(link.target) for link in links)
    marked = {one.id for one in references if one and one.kind == "figure"}
    return tuple(figure for figure in figures if figure.id not in marked)
