"""Where a register has grown over several pages: which page each `#id` stands on now, for links made before.

A browser does not send what follows the # to a server, so no redirect can help: a script on the first page asks
these files. Which of them has an id follows from the id itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from cbsite.library.library import Library
from cbsite.plan.feeds import PlannedFeed
from cbsite.plan.lists import first_page, page_number
from cbsite.plan.registers import places_on_registers

MOST_IDS = 1000
"""About as many ids are in one file."""

Moved = Mapping[str, int]
"""The page of each id."""


def moved_anchors(library: Library) -> Mapping[str, tuple[Moved, ...]]:
    """By the address of a list's first page: each id that stands on a later one, in files; for `Library.once`."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for location in library.once(places_on_registers).values():
        number = page_number(location.address)
        if number > 1:
            found[first_page(location.address)][location.anchor] = number
    return {first: _in_files(ids) for first, ids in sorted(found.items())}


def _in_files(ids: Moved) -> tuple[Moved, ...]:
    files: list[dict[str, int]] = [{} for _ in range(-(-len(ids) // MOST_IDS))]
    for id, page in sorted(ids.items()):
        files[file_of(id, len(files))][id] = page
    return tuple(files)


def file_of(id: str, files: int) -> int:
    """Which of some files, from 0, has an id: `assets/moved.js` counts in the same way."""
    total = 0
    for character in id:
        total = (total * 31 + ord(character)) % 65521
    return total % files


def plan_anchors(library: Library) -> Iterator[PlannedFeed]:
    """The files of all lists that need them."""
    for first, files in library.once(moved_anchors).items():
        for number in range(1, len(files) + 1):
            address = f"{first}anchors/{number}.json"
            yield PlannedFeed(address, "anchors", None, first, number)
