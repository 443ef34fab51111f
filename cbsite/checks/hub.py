"""All rules over a hub's records and texts, in one run."""

from __future__ import annotations

from cbsite.checks.chart_units import check_chart_units
from cbsite.checks.circles import check_circles
from cbsite.checks.expired import check_expired
from cbsite.checks.figure_words import check_figure_words
from cbsite.checks.labels import check_labels
from cbsite.checks.map_areas import check_map_areas
from cbsite.checks.reviews import check_reviews
from cbsite.checks.statements import check_statements
from cbsite.diagnostics import Report
from cbsite.layout import Atlas
from cbsite.library import Library
from cbsite.read import SiteEntry


def check_hub(
    library: Library, site: SiteEntry | None, atlas: Atlas | None, report: Report
) -> None:
    """Report what is wrong with a hub beyond single records; references may still lead nowhere.

    Without a readable `site.yml` (None) nothing is said of it: that it cannot be read is.
    """
    check_chart_units(library, report)
    check_circles(library, report)
    check_expired(library, report)
    check_figure_words(library, report)
    check_labels(library, report)
    check_map_areas(library, atlas, report)
    check_reviews(library, report)
    if site is not None:
        check_statements(site, library, report)
