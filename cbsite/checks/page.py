"""What every rendered page must be, whatever templates a hub overrides."""

from __future__ import annotations

from cbsite.checks.own_origin import check_own_origin
from cbsite.diagnostics import Report, Span
from cbsite.layout.values import PageValue, RedirectValue


def check_page(value: PageValue | RedirectValue, html: str, report: Report) -> None:
    """Report a page that is no whole page (E-TEMPLATE), or would not work under a strict policy."""
    check_own_origin(value.template, html, report)
    lacks = "<html" if "<html" not in html else ""
    if isinstance(value, PageValue) and value.indexed and "data-pagefind-body" not in html:
        lacks = lacks or "data-pagefind-body"
    if lacks:
        report.add(
            "E-TEMPLATE",
            Span(f"templates/{value.template}"),
            f"A page made by this template has no {lacks}, so search would not find it.",
            'Begin the template with {% extends "parts/page.html" %}, or compare it with parts/base.html.',
        )
