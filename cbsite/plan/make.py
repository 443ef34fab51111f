"""Library to plan."""

from __future__ import annotations

from cbsite.diagnostics import Report
from cbsite.library import Library
from cbsite.plan.addresses import Claims, location_of, plan_pages, plan_redirects
from cbsite.plan.links import Links
from cbsite.plan.plan import Plan
from cbsite.read.names import sort_problem


def make_plan(library: Library, assets: tuple[str, ...], report: Report) -> Plan:
    """Every address, then every link; problems go to `report`. `assets` are paths in content/."""
    claims = Claims()
    pages = plan_pages(library, claims, report)
    locations = {key: location_of(library, entry) for key, entry in library.entries.items()}
    redirects = plan_redirects(library, locations, claims, report)
    claims.report_clashes(report)
    links = Links(library, locations, pages, assets, report)
    resolved = {
        entry.key: links.of(entry.source, entry.prose)
        for entry in library.entries.values()
        if entry.prose is not None
    }
    for text in library.unread_texts:
        links.of(text.source, text.prose)
    return Plan(
        {page.address: page for page in pages},
        locations,
        redirects,
        resolved,
        # What may not be published is reported where it lies; it has no place in a plan either way.
        {path: where for path, where in sorted(links.files.items()) if not sort_problem(path)},
    )
