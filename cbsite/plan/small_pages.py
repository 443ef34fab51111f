"""The pages about the site itself that are made from `site.yml`, where the hub has no page of its own for them."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.library.library import Library
from cbsite.plan.feeds import data_kinds
from cbsite.plan.plan import PlannedPage

TITLES = {
    "contact": "Contact and help",
    "accessibility": "Accessibility statement",
    "privacy": "Privacy",
    "cookies": "Cookies",
    "licence": "Licence",
    "feeds": "Feeds",
    "data": "Data",
}
"""Each by its kind, which is its address too: `/contact/`."""

DICTIONARY = "/data/dictionary/"
"""Where the columns of the data are explained."""


def small_pages(library: Library) -> Iterator[PlannedPage]:
    """The pages to make. A statement that `site.yml` says nothing for is not made up."""
    site = library.site
    without_data = not data_kinds(library)
    unsaid = {
        "accessibility": site.accessibility is None,
        "privacy": site.privacy is None,
        "feeds": without_data,
        "data": without_data,
    }
    for kind, title in TITLES.items():
        if not unsaid.get(kind) and not has_own_page(library, kind):
            yield PlannedPage(f"/{kind}/", kind, title)
    if not without_data:
        yield PlannedPage(DICTIONARY, "data-dictionary", "Data dictionary")


def has_own_page(library: Library, kind: str) -> bool:
    """Whether the hub says it in a page of its own, such as `pages/privacy.md`."""
    return ("page", kind) in library.entries
