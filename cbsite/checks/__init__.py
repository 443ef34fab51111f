"""Rules that only read: each adds what it finds to the report."""

from __future__ import annotations

from cbsite.checks.figure_words import check_figure_words
from cbsite.checks.own_origin import check_own_origin

__all__ = ["check_figure_words", "check_own_origin"]
