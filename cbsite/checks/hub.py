"""All rules over a hub's records and texts, in one run."""

from __future__ import annotations

from cbsite.checks.acronyms import check_acronyms
from cbsite.checks.alt_words import check_alt_words
from cbsite.checks.annexes import check_annexes
from cbsite.checks.chart_units import check_chart_units
from cbsite.checks.circles import check_circles
from cbsite.checks.contacts import check_contacts
from cbsite.checks.emails import check_emails
from cbsite.checks.empty_pages import check_empty_pages
from cbsite.checks.expired import check_expired
from cbsite.checks.far_dates import check_far_dates
from cbsite.checks.figure_words import check_figure_words
from cbsite.checks.headings import check_headings
from cbsite.checks.labels import check_labels
from cbsite.checks.link_words import check_link_words
from cbsite.checks.map_areas import check_map_areas
from cbsite.checks.orphans import check_orphans
from cbsite.checks.paragraph_order import check_paragraph_order
from cbsite.checks.picture_names import check_picture_names
from cbsite.checks.reading_ease import check_reading_ease
from cbsite.checks.reviews import check_reviews
from cbsite.checks.sentences import check_sentences, own_sentences
from cbsite.checks.statements import check_statements
from cbsite.checks.tables import check_tables
from cbsite.checks.unused_files import check_unused_files
from cbsite.diagnostics import Report
from cbsite.layout import Atlas
from cbsite.library import Library
from cbsite.plan import Plan
from cbsite.read import Content


def check_hub(
    content: Content, library: Library, plan: Plan, atlas: Atlas | None, report: Report
) -> None:
    """Report what is wrong with a hub beyond single records; references may still lead nowhere.

    Without a readable `site.yml` nothing is said of it: that it cannot be read is.
    """
    check_acronyms(library, report)
    check_alt_words(library, report)
    check_annexes(library, report)
    check_chart_units(library, report)
    check_circles(library, report)
    check_contacts(library, report)
    check_emails(library, report)
    check_empty_pages(library, report)
    check_expired(library, report)
    check_far_dates(library, content.site, report)
    check_figure_words(library, report)
    check_headings(library, report)
    check_labels(library, report)
    check_link_words(library, plan, report)
    check_map_areas(library, atlas, report)
    check_orphans(library, plan, report)
    check_paragraph_order(library, report)
    check_picture_names(library, plan, report)
    check_reviews(library, report)
    own = own_sentences(library)
    check_sentences(own, report)
    check_reading_ease(own, report)
    check_tables(library, report)
    check_unused_files(content, library, plan, report)
    if content.site is not None:
        check_statements(content.site, library, report)
