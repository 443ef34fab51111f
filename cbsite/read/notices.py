"""Notices (`> [!NOTE]`) that are none, as their kind is unknown or their first line says more."""

from __future__ import annotations

import re

from cbsite.diagnostics import Edit, Report, nearest
from cbsite.read.stretches import Stretch

KINDS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")

_NOTICE = re.compile(r"(?<!\\)\[\s*!\s*([A-Za-z][A-Za-z _-]{0,30}?)\s*(\])[ \t]*([^\n]*)")


def report_notices(stretch: Stretch, report: Report) -> None:
    """Report a paragraph that begins like a notice, but is shown as a quotation or as words."""
    found = _NOTICE.match(stretch.prose) if stretch.content.startswith("[") else None
    if found is None:
        return
    quoted = stretch.outer == "blockquote"
    kind, rest = found[1], found[3].strip()
    span = stretch.span(found.start(), found.end(2))
    near = nearest(kind, KINDS)
    right = kind.upper() in KINDS
    if quoted and not right:
        report.add(
            "E-NOTICE", span, f"There is no notice called '{kind}'.",
            f"Write one of {', '.join(KINDS)}.",
            [Edit(span, f"[!{near}]")] if near else [], safe=False,
        )  # fmt: skip
    elif quoted and rest:
        before = stretch.places.source.line(stretch.places.line)[: _column(stretch, 0)]
        gap = stretch.span(found.start(2), found.start(3))
        report.add(
            "E-NOTICE", stretch.span(found.start(), found.end(3)),
            f"Words stand beside [!{kind}], so this is no notice.",
            f"Put them on a line of their own below [!{kind.upper()}].",
            [Edit(gap, f"]\n{before}")], safe=False,
        )  # fmt: skip
    elif quoted and found[0].strip() != f"[!{kind}]":
        report.add(
            "E-NOTICE", span, f"{stretch.content[: found.end(2)]} begins no notice.",
            "Write it without spaces.", [Edit(span, f"[!{kind.upper()}]")],
        )  # fmt: skip
    elif not quoted and right:
        starts = [stretch.span(at, at) for at, _ in stretch.lines]
        report.add(
            "E-NOTICE", span, f"[!{kind}] begins a notice only after a >.",
            "Begin each line of the notice with > and a space.",
            [Edit(start, "> ") for start in starts], safe=False,
        )  # fmt: skip


def _column(stretch: Stretch, at: int) -> int:
    return stretch.places.position(at)[1] - 1
