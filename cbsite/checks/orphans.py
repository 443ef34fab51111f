"""Pages that nothing leads readers to."""

from __future__ import annotations

from cbsite.diagnostics import Report
from cbsite.layout.parts.frame import PLACED
from cbsite.library.library import Library
from cbsite.plan.address import Location
from cbsite.plan.plan import Plan
from cbsite.records.page import Page


def check_orphans(library: Library, plan: Plan, report: Report) -> None:
    """Report each page of text that readers could only meet at the foot of the site (W-ORPHAN).

    Every other kind stands in a list. A page with a place of its own in the navigation is no orphan, and
    one that says another in a second language is led to by that one. What is archived is kept out of the way.
    """
    reached = _reached(library, plan)
    for entry in library.of_kind("page"):
        page = entry.record
        assert isinstance(page, Page)
        address = plan.locations[entry.key].address
        if page.status != "published" or page.translation_of or address in PLACED | reached:
            continue
        if any(library.mentions(entry.key)):
            continue
        report.add(
            "W-ORPHAN",
            entry.source.whole(),
            f"No text leads to the page '{page.title}'; only the foot of the site does.",
            f"Link to page:{page.id} from a text where readers would look for it.",
        )


def _reached(library: Library, plan: Plan) -> set[str]:
    """Every address that a text leads to from another page."""
    found: set[str] = set()
    for key, links in plan.links.items():
        entry = library.entries[key[0], key[1]]
        if entry.record.status == "withdrawn":
            continue
        places = {place.address for place in links.values() if isinstance(place, Location)}
        found |= places - {plan.locations[entry.key].address}
    return found
