"""Words that stand for a figure must be the register's."""

from __future__ import annotations

from cbsite.diagnostics import Edit, Report
from cbsite.library import Library
from cbsite.library.references import parse_reference
from cbsite.records.figure import Figure


def check_figure_words(library: Library, report: Report) -> None:
    """Report each figure in prose whose words differ from what the page will show (W-FIGURE)."""
    for entry in library.entries.values():
        for link in (link for text in entry.texts for link in text.prose.links):
            reference = parse_reference(link.target)
            if reference is None or reference.kind != "figure" or not link.words.strip():
                continue
            found = library.find(("figure", reference.id))
            if found is None or not library.is_published(found):
                continue
            assert isinstance(found.record, Figure)
            words = found.record.words
            if " ".join(link.words.split()).lower() != words.lower():
                report.add(
                    "W-FIGURE",
                    link.span,
                    f"The text says '{link.words}', but the page will show the register's '{words}'.",
                    f"Write [{words}]({link.target}), or leave the words out: []({link.target})",
                    (Edit(link.span, f"[{words}]({link.target})"),),
                )
