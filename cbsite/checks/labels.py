"""Two entries of the glossary for the same words: then neither would be linked."""

from __future__ import annotations

from collections import defaultdict

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.library.terms import share_label
from cbsite.records.glossary import Term


def check_labels(library: Library, report: Report) -> None:
    """Report each linked entry whose label is that of a linked entry before it, by id (E-LABEL)."""
    before: defaultdict[str, list[Term]] = defaultdict(list)
    for entry in library.of_kind("term"):
        term = entry.record
        if not isinstance(term, Term) or not term.linked or term.status == "withdrawn":
            continue
        same = before[" ".join(term.label.casefold().split())]
        for other in same:
            if share_label(term, other):
                report.add(
                    "E-LABEL",
                    entry.span("label"),
                    f"Two entries explain '{term.label}': this one and '{other.id}'. Texts would lead to neither.",
                    "Make one entry of the two, or write 'linked: no' in one of them.",
                )
                break
        same.append(term)
