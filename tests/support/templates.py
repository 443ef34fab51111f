"""One page of each template, in the demonstration hub and in the full fictional one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Response

from tests.support.command import REPOSITORY

DAY = "2026-12-01"
"""The day that whole hubs are built on in tests: whatever the computer's clock says."""

FULL = REPOSITORY / "tests" / "hubs" / "full"
"""An openly fictional hub with every field, kind and block."""

PAGES = {
    "home": "",
    "places": "places/",
    "place": "places/essex/",
    "pilots": "pilots/",
    "pilot": "pilots/whole-place-essex/",
    "hubs": "hubs/",
    "hub": "hubs/hub-1/",
    "case-studies": "case-studies/",
    "case-study": "case-studies/the-salford-family/",
    "documents": "documents/",
    "documents of a kind": "documents/kind/committee-report/",
    "document, numbered": "documents/whole-place-update/",
    "document": "documents/jlgc-report/",
    "timeline": "timeline/",
    "figures": "figures/",
    "topic": "figures/national-cost/",
    "sources": "sources/",
    "programmes": "programmes/",
    "programme": "programmes/community-budgets/",
    "cohort": "programmes/community-budgets/whole-place/",
    "themes": "themes/",
    "theme": "themes/families/",
    "organisations": "organisations/",
    "organisation": "organisations/lga/",
    "people": "people/",
    "news": "news/",
    "news of a year": "news/2026/",
    "news item": "news/2026/the-hub-opens/",
    "collections": "collections/",
    "collection": "collections/start-here/",
    "glossary": "glossary/",
    "gaps": "gaps/",
    "search": "search/",
    "search with results": "search/?q=Essex",
    "search without results": "search/?q=Esex&type=Place&year=2012",
    "about": "about/",
    "contact": "contact/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "cookies": "cookies/",
    "licence": "licence/",
    "network": "network/",
    "data": "data/",
    "data dictionary": "data/dictionary/",
    "feeds": "feeds/",
    "not found": "no/such/page/",
}
"""Address of each in the demonstration hub, under the site's root."""

FULL_PAGES = {
    "home": "",
    "places": "places/",
    "place": "places/nethershire/",
    "place by its point": "places/millbeck-end/",
    "place, withdrawn": "places/gone-place/",
    "pilots": "pilots/",
    "pilot": "pilots/nether-purse/",
    "hubs": "hubs/",
    "hub": "hubs/lamp-room/",
    "case-studies": "case-studies/",
    "case-study": "case-studies/one-lantern/",
    "case-study, illustrative": "case-studies/two-kettles/",
    "case-study, archived": "case-studies/six-ponds/",
    "case-study, withdrawn": "case-studies/gone-study/",
    "documents": "documents/",
    "document, cover": "documents/purse-plan/",
    "document, section": "documents/purse-plan/pennies/",
    "document, annex": "documents/purse-plan/annex-a/",
    "document, print": "documents/purse-plan/print/",
    "document, in Welsh": "documents/cynllun-pyllau/",
    "document, opinion": "documents/lantern-briefing/",
    "timeline": "timeline/",
    "figures": "figures/",
    "topic": "figures/how-many-ponds/",
    "sources": "sources/",
    "programmes": "programmes/",
    "programme": "programmes/shared-purse/",
    "cohort": "programmes/shared-purse/first-four/",
    "themes": "themes/",
    "theme": "themes/lamps/",
    "organisations": "organisations/",
    "organisation": "organisations/nethershire-council/",
    "people": "people/",
    "news": "news/",
    "news item": "news/2026/network-opens/",
    "news item, expired": "news/2025/fair-over/",
    "collections": "collections/",
    "collection": "collections/first-steps/",
    "glossary": "glossary/",
    "gaps": "gaps/",
    "search with results": "search/?q=lantern",
    "page": "about/",
    "page of everything": "everything/",
    "contact": "contact/",
    "accessibility": "accessibility/",
    "privacy": "privacy/",
    "cookies": "cookies/",
    "licence": "licence/",
    "data": "data/",
    "data dictionary": "data/dictionary/",
    "feeds": "feeds/",
    "not found": "no/such/page/",
}
"""Address of each in `tests/hubs/full`, under the site's root."""

HUBS = {"demonstration": PAGES, "full": FULL_PAGES}
"""The pages to look at of each hub that the checks of a whole site are for."""

MISSING = "not found"
"""The one page that is meant to be missing."""

_READY = {"search with results": "#hits li a", "search without results": "#notes a"}
"""What is there once a script has done its work."""


@dataclass(frozen=True, slots=True)
class BuiltHub:
    """A hub as readers get it: its folder, where it is served, and one page of each of its templates by name."""

    name: str
    site: Path
    address: str
    pages: Mapping[str, str]


def visit(page: Page, root: str, template: str, address: str) -> Response:
    """Open one of these pages, of the site at `root`, and wait until it is whole."""
    answer = page.goto(root + address)
    assert answer
    assert answer.status == (404 if template == MISSING else 200), address
    if template in _READY:
        page.wait_for_selector(_READY[template])
    return answer
