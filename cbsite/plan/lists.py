"""Lists over several pages: the finders with a page for each value of a facet, and long lists in parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from cbsite.library.library import Library
from cbsite.plan.facets import MOST_VALUES, Facets
from cbsite.plan.orders import listed
from cbsite.plan.plan import PlannedPage

PAGE_SIZE = 50
"""How many things a list shows on one page."""

REGISTER_SIZE = 100
"""The same for a register: fewer words for each, or an anchor that should not move while the register is small."""

PAGE_SIZES = {
    **dict.fromkeys(
        (
            "timeline", "people", "sources", "glossary", "places", "pilots", "hubs", "programmes",
            "themes", "organisations", "collections", "figures", "pages",
        ),
        REGISTER_SIZE,
    ),
    "mentions": 200,
    "gaps": 250,
}  # fmt: skip
"""Lists whose pages have another size than `PAGE_SIZE`."""

_LATER = re.compile(r"(?<=/)page/([0-9]+)/$")


class ListPart(msgspec.Struct, frozen=True):
    """Which page of a list it is: of the things with `value` of `facet` (both empty: of all), the `number`th from 1.

    A facet without a value is the list of its values.
    """

    facet: str = ""
    value: str = ""
    number: int = 1

    @classmethod
    def of(cls, page: PlannedPage) -> ListPart:
        """The part that a planned page shows; the first of all things where it says nothing."""
        if not page.detail:
            return cls()
        facet, value, number = page.detail
        return cls(facet, value, int(number))

    def address(self, first: str) -> str:
        """Where this part stands, in a list whose first page is at `first`."""
        filtered = "".join(f"{name}/" for name in (self.facet, self.value) if name)
        page = f"page/{self.number}/" if self.number > 1 else ""
        return f"{first}{filtered if self.facet else ''}{page}"


def list_pages(
    address: str, kind: str, title: str, count: int, facet: str = "", value: str = ""
) -> Iterator[PlannedPage]:
    """The pages of a list of `count` things whose first page is at `address`, as many on each as its kind has."""
    for number in range(1, number_of_pages(kind, count) + 1):
        part = ListPart(facet, value, number)
        detail = () if part == ListPart() else (facet, value, str(number))
        yield PlannedPage(part.address(address), kind, title, detail=detail)


def page_size(kind: str) -> int:
    """How many things a page of a list shows."""
    return PAGE_SIZES.get(kind, PAGE_SIZE)


def number_of_pages(kind: str, count: int) -> int:
    """How many pages a list of `count` things takes; at least one."""
    return max(1, -(-count // page_size(kind)))


def page_of(kind: str, position: int) -> int:
    """The page, from 1, on which the thing at a position (from 0) of a list stands."""
    return position // page_size(kind) + 1


def finder_pages(
    library: Library, facets: Facets, kind: str, title: str, more: int = 0
) -> Iterator[PlannedPage]:
    """The pages of a finder: of the whole list, with `more` things after it, and of each value of its facets."""
    address = f"/{kind}/"
    yield from list_pages(address, kind, title, len(listed(library, kind)) + more)
    for facet, values in facets.counts(kind).items():
        if len(values) > MOST_VALUES:
            yield from list_pages(address, kind, title, len(values), facet)
        for value in sorted(values):
            yield from list_pages(address, kind, title, values[value], facet, value)


def first_page(address: str) -> str:
    """The first page of the list that a page belongs to: `/timeline/` of `/timeline/page/2/`."""
    return _LATER.sub("", address)


def page_number(address: str) -> int:
    """Which page of its list a page is, from 1."""
    found = _LATER.search(address)
    return int(found[1]) if found else 1
