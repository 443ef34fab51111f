"""Library to plan."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.plan.addresses import Claims, location_of, plan_pages, plan_redirects
from cbsite.plan.anchors import plan_anchors
from cbsite.plan.facets import Facets
from cbsite.plan.feeds import plan_feeds
from cbsite.plan.links import Links, Target
from cbsite.plan.pictures import plan_picture
from cbsite.plan.plan import Plan
from cbsite.plan.sitemaps import plan_sitemaps
from cbsite.read.entry import Asset, TextKey
from cbsite.read.names import sort_problem


def make_plan(library: Library, assets: Mapping[str, Asset], report: Report) -> Plan:
    """Every address, then every link; problems go to `report`.

    `assets` are the files by their paths in content/.
    """
    claims = Claims()
    facets = Facets(library)
    pages = plan_pages(library, facets, claims, report)
    locations = {key: location_of(library, entry) for key, entry in library.entries.items()}
    redirects = plan_redirects(library, locations, claims, report)
    files_for_programs = (
        *plan_feeds(library),
        *plan_anchors(library),
        *plan_sitemaps(library, pages),
    )
    feeds = {feed.address: feed for feed in files_for_programs}
    for address in feeds:
        claims.add(address, None)
    claims.report_clashes(report)
    links = Links(library, locations, pages, tuple(assets), report)
    resolved: dict[TextKey, Mapping[str, Target]] = {}
    for entry in library.entries.values():
        resolved |= links.of_entry(entry)
    for text in library.unread_texts:
        links.of(text.source, text.prose)
    # What may not be published is reported where it lies; it has no place in a plan either way.
    files = {path: where for path, where in sorted(links.files.items()) if not sort_problem(path)}
    return Plan(
        {page.address: page for page in pages},
        locations,
        redirects,
        resolved,
        files,
        {quote(address): assets[path].size for path, address in files.items()},
        {
            quote(address): plan_picture(path, address[1:], picture)
            for path, address in files.items()
            if (picture := assets[path].picture)
        },
        facets,
        feeds,
    )
