"""All rules over a hub's records and what is between them, in one run."""

from __future__ import annotations

from cbsite.checks.chart_units import check_chart_units
from cbsite.checks.circles import check_circles
from cbsite.checks.contacts import check_contacts
from cbsite.checks.emails import check_people
from cbsite.checks.expired import check_expired
from cbsite.checks.far_dates import check_far_dates
from cbsite.checks.figure_words import check_figure_words
from cbsite.checks.labels import check_labels
from cbsite.checks.map_areas import check_map_areas
from cbsite.checks.orphans import check_orphans
from cbsite.checks.paragraph_order import check_paragraph_order
from cbsite.checks.picture_names import check_picture_names
from cbsite.checks.reviews import check_reviews
from cbsite.checks.statements import check_statements
from cbsite.checks.unused_files import check_unused_files
from cbsite.diagnostics import Report
from cbsite.layout.parts.atlas import Atlas
from cbsite.library.library import Library
from cbsite.plan.plan import Plan
from cbsite.read.entry import Content


def check_hub(
    content: Content, library: Library, plan: Plan, atlas: Atlas | None, report: Report
) -> None:
    """Report what is wrong with a hub beyond single records and the words of texts; references may still lead nowhere.

    Without a readable `site.yml` nothing is said of it: that it cannot be read is.
    """
    check_chart_units(library, report)
    check_circles(library, report)
    check_contacts(library, report)
    check_expired(library, report)
    check_far_dates(library, content.site, report)
    check_figure_words(library, report)
    check_labels(library, report)
    check_map_areas(library, atlas, report)
    check_orphans(library, plan, report)
    check_paragraph_order(library, report)
    check_people(library, report)
    check_picture_names(library, plan, report)
    check_reviews(library, report)
    check_unused_files(content, library, plan, report)
    if content.site is not None:
        check_statements(content.site, library, report)
