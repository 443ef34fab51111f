"""What the law asks a hub to say of itself: its accessibility statement and its privacy page."""

from __future__ import annotations

import datetime

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.plan.small_pages import has_own_page
from cbsite.read.entry import SiteEntry


def check_statements(site: SiteEntry, library: Library, report: Report) -> None:
    """Report statements that are missing or old; a page of the hub's own is taken at its word.

    The law on public sector websites binds public bodies alone. A hub that says it is one must have a
    statement (E-ACCESSIBILITY); one that does not say is asked (W-ACCESSIBILITY).
    """
    if not has_own_page(library, "accessibility"):
        _accessibility(site, library.as_of, report)
    if site.record.privacy is None and not has_own_page(library, "privacy"):
        report.add(
            "W-PRIVACY",
            site.source.whole(),
            "The hub does not say what is kept on its readers. Data protection law asks for that: "
            "even a server's log holds personal data.",
            "Add to site.yml  privacy:  with  controller:  and  logs:  or write a page  pages/privacy.md",
        )


def _accessibility(site: SiteEntry, as_of: datetime.date, report: Report) -> None:
    record = site.record
    if record.accessibility is not None:
        if record.accessibility.is_overdue(as_of):
            report.add(
                "W-ACCESSIBILITY",
                site.span("accessibility", "reviewed"),
                "The accessibility statement was last reviewed more than a year ago.",
                "Test the site again, put the statement right, and write the day of that under  reviewed:",
            )
        elif record.public_sector and record.accessibility.status == "not-assessed":
            report.add(
                "W-ACCESSIBILITY",
                site.span("accessibility", "status"),
                "The statement does not say how far the site meets the standard. The law asks a public body to say.",
                "Have the site tested against WCAG 2.2 AA, and write  status: full  or  partial  or  none",
            )
    elif record.public_sector:
        report.add(
            "E-ACCESSIBILITY",
            site.span("public_sector"),
            "A public body runs the hub, but it has no accessibility statement. The law asks for one (SI 2018/952).",
            "Add to site.yml  accessibility:  with  status:  prepared:  reviewed:  tested:  and  response:",
        )
    elif record.public_sector is None:
        report.add(
            "W-ACCESSIBILITY",
            site.source.whole(),
            "The hub has no accessibility statement. The law asks for one if a public body runs it, such as a council.",
            "Add to site.yml  accessibility:  with its fields; or, if no public body runs it,  public_sector: no",
        )
