"""The pages that list the files of registers whose data is in several."""

from __future__ import annotations

from collections.abc import Iterator

from cbsite.library.library import Library
from cbsite.plan.feeds import data_kinds, parts_address, parts_of
from cbsite.plan.lists import list_pages
from cbsite.plan.plan import PlannedPage


def data_pages(library: Library) -> Iterator[PlannedPage]:
    """One list for each such register."""
    for kind in data_kinds(library):
        register, count = kind.register, parts_of(library, kind)
        if count > 1:
            title = register.replace("-", " ").capitalize()
            yield from list_pages(parts_address(register), "data-parts", title, count, "", register)
