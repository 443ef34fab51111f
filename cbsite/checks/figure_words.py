"""Words that stand for a figure must be the register's."""

from __future__ import annotations

from cbsite.diagnostics import Edit, Report, Source, Span
from cbsite.library.library import Library
from cbsite.library.references import parse_reference
from cbsite.read.tree import Link
from cbsite.records.figure import Figure


def check_figure_words(library: Library, report: Report) -> None:
    """Report each figure in prose whose words differ from what the page will show (W-FIGURE)."""
    for entry in library.entries.values():
        for text in entry.texts:
            for link in text.prose.links:
                _check(library, text.source, link, report)


def _check(library: Library, source: Source, link: Link, report: Report) -> None:
    reference = parse_reference(link.target)
    if reference is None or reference.kind != "figure" or not link.words.strip():
        return
    found = library.find(("figure", reference.id))
    if found is None or not library.is_published(found):
        return
    assert isinstance(found.record, Figure)
    words = found.record.words
    if " ".join(link.words.split()).lower() != words.lower():
        place = _words_of(source, link)
        report.add(
            "W-FIGURE",
            place or link.span,
            f"The text says '{link.words}', but the page will show the register's '{words}'.",
            "Write the register's words between the brackets, or none: the page fills them in.",
            (Edit(place, words),) if place else (),
        )


def _words_of(source: Source, link: Link) -> Span | None:
    """Where the words of a link stand, between its brackets; None for one whose address is elsewhere."""
    start, target = link.span.start, link.target_span.start if link.target_span else None
    if not start or not target:
        return None
    end = source.line(target.line).rfind("](", 0, target.column)
    return source.span(start.line, start.column + 1, target.line, end + 1) if end >= 0 else None
