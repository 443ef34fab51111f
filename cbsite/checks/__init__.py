"""Rules that only read: each adds what it finds to the report."""

from __future__ import annotations

from cbsite.checks.chart_units import check_chart_units
from cbsite.checks.expired import check_expired
from cbsite.checks.figure_words import check_figure_words
from cbsite.checks.map_areas import check_map_areas
from cbsite.checks.page import check_page
from cbsite.checks.reviews import check_reviews
from cbsite.checks.statements import check_statements

__all__ = [
    "check_chart_units",
    "check_expired",
    "check_figure_words",
    "check_map_areas",
    "check_page",
    "check_reviews",
    "check_statements",
]
