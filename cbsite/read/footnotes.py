"""References to footnotes without a text, and footnotes that nothing refers to."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import islice

from cbsite.diagnostics import Edit, Report, Source, nearest
from cbsite.read.link_marks import MOST_LABELS
from cbsite.read.stretches import Stretch

_REFERENCE = re.compile(r"\[\^([^\]\[\s\0]{1,100})\]")


def report_no_text(stretch: Stretch, labels: Collection[str], report: Report) -> set[str]:
    """Report `[^x]` where no line begins `[^x]:`; the labels that were probably meant."""
    meant: set[str] = set()
    if "[^" not in stretch.plain:
        return meant
    for found in _REFERENCE.finditer(stretch.plain):
        label = found[1]
        if label in labels:
            continue
        span = stretch.span(found.start(1), found.end(1))
        near = nearest(label, islice(labels, MOST_LABELS))
        meant |= {near} if near else set()
        report.add(
            "E-FOOTNOTE", stretch.span(found.start(), found.end()), f"The footnote [^{label}] has no text.",
            "Correct its name." if near else f"Write it on a line of its own:  [^{label}]: The words.",
            [Edit(span, near)] if near else [], safe=False,
        )  # fmt: skip
    return meant


def report_unused(
    source: Source, notes: Mapping[str, int], used: Collection[str], report: Report
) -> None:
    """Report the footnotes (label and line) whose labels are not `used`."""
    for label, line in notes.items():
        if label not in used:
            column = max(source.line(line).find(f"[^{label}]:"), 0) + 1
            span = source.span(line, column, line, column + len(label) + 3)
            report.add(
                "W-FOOTNOTE", span, f"Nothing refers to the footnote [^{label}].",
                f"Write [^{label}] where it belongs in the text, or delete it.",
            )  # fmt: skip


def report_empty(source: Source, label: str, line: int, report: Report) -> None:
    """Report a footnote of which only the name is written."""
    report.add(
        "E-FOOTNOTE", source.whole_line(line), f"The footnote [^{label}] has no words.",
        f"Write them after [^{label}]:",
    )  # fmt: skip
