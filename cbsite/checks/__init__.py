"""Rules that only read: each adds what it finds to the report."""

from cbsite.checks.hub import check_hub
from cbsite.checks.own_assets import check_own_assets
from cbsite.checks.page import check_page
from cbsite.checks.text_rules import check_texts

__all__ = ["check_hub", "check_own_assets", "check_page", "check_texts"]
