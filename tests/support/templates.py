"""One page of each template of the demonstration hub."""

from __future__ import annotations

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
    "document, numbered": "documents/whole-place-update/",
    "document": "documents/jlgc-report/",
    "timeline": "timeline/",
    "figures": "figures/",
    "topic": "figures/national-cost/",
    "sources": "sources/",
    "programmes": "programmes/",
    "programme": "programmes/community-budgets/",
    "themes": "themes/",
    "theme": "themes/families/",
    "organisations": "organisations/",
    "organisation": "organisations/lga/",
    "search": "search/",
    "search with results": "search/?q=Essex",
    "about": "about/",
    "not found": "no/such/page/",
}
"""Address of each, under the site's root."""
