"""Library to plan: every address, anchor, redirect and clash; then every link resolved."""

from cbsite.plan.address import Location, file_path
from cbsite.plan.make import make_plan
from cbsite.plan.plan import Plan, PlannedPage, Redirect

__all__ = ["Location", "Plan", "PlannedPage", "Redirect", "file_path", "make_plan"]
