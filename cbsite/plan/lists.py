"""Lists over several pages: the finders with a page for each value of a facet, and long lists in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cbsite.library import Library
from cbsite.plan.facets import FINDERS, Facets
from cbsite.plan.plan import PlannedPage

PAGE_SIZE = 50
"""How many things a list shows on one page."""

UNDIVIDED = ("timeline",)
"""Lists that are grouped, and so stay on one page however long they are."""


@dataclass(frozen=True, slots=True)
class ListPart:
    """Which page of a list it is: of the things with `value` of `facet` (both empty: of all), the `number`th from 1."""

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
        filtered = f"{self.facet}/{self.value}/" if self.facet else ""
        page = f"page/{self.number}/" if self.number > 1 else ""
        return f"{first}{filtered}{page}"


def list_pages(
    address: str, kind: str, title: str, count: int, facet: str = "", value: str = ""
) -> Iterator[PlannedPage]:
    """The pages of a list of `count` things whose first page is at `address`, `PAGE_SIZE` on each."""
    for number in range(1, number_of_pages(kind, count) + 1):
        part = ListPart(facet, value, number)
        detail = () if part == ListPart() else (facet, value, str(number))
        yield PlannedPage(part.address(address), kind, title, detail=detail)


def number_of_pages(kind: str, count: int) -> int:
    """How many pages a list of `count` things takes; at least one."""
    return 1 if kind in UNDIVIDED else max(1, -(-count // PAGE_SIZE))


def finder_pages(library: Library, facets: Facets, kind: str, title: str) -> Iterator[PlannedPage]:
    """The pages of a finder: of the whole list, and of each value of its facets."""
    address = f"/{kind}/"
    model, _ = FINDERS[kind]
    yield from list_pages(address, kind, title, len(library.records(model)))
    for facet, values in facets.counts(kind).items():
        for value in sorted(values):
            yield from list_pages(address, kind, title, values[value], facet, value)
