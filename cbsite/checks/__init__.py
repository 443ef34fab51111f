"""Rules that only read: each adds what it finds to the report."""

from __future__ import annotations

from cbsite.checks.figure_words import check_figure_words
from cbsite.checks.page import check_page

__all__ = ["check_figure_words", "check_page"]
