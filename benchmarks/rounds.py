"""All tools do a task, then all do the next: what disturbs a round disturbs them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count

from benchmarks import floor
from benchmarks.catalogue import FLOORED
from benchmarks.measure import CommandFailed, Spent
from benchmarks.samples import Results, Sample
from benchmarks.site_folder import SORTS, SiteFolder
from benchmarks.verify import NotBuilt, count_pages, verify, verify_edit

TASKS = ("cold", "unchanged", *SORTS, "floor", "copy")
"""What is timed, in this order; the last two are not builds."""

FIRST_NUMBER = 40_001
"""Numbers that edits write: none of the corpus, so that each is found only where it was written."""

Say = Callable[[str], None]


class Rounds:
    """The sites of one size, round after round. A tool that fails is left out from then on."""

    def __init__(self, pages: int, sites: Mapping[str, SiteFolder], results: Results, say: Say):
        self._pages = pages
        self._sites = dict(sites)
        self._results = results
        self._say = say
        self._numbers = count(FIRST_NUMBER)
        self._made: dict[str, int] = {}
        """How many HTML files each tool made."""

    def prepare(self) -> None:
        """Write each site, build it once, and see that it is whole."""
        for name, site in list(self._sites.items()):
            self._say(f"{self._pages} pages: preparing {site.tool.name}")
            try:
                site.lay_out()
                site.build()
                self._made[name] = verify(site)
            except (CommandFailed, NotBuilt) as error:
                self._leave_out(name, error)

    def run(self, rounds: int) -> None:
        """The rounds that are timed, and one (number 0) in which memory is watched instead."""
        for number in (*range(1, rounds + 1), 0):
            for task in TASKS:
                for name in self._in_turn(number):
                    self._one(number, task, name)
        for site in self._sites.values():
            site.restore()

    def _in_turn(self, number: int) -> Iterator[str]:
        """The tools, each round beginning with another."""
        names = list(self._sites)
        start = number % len(names) if names else 0
        yield from names[start:] + names[:start]

    def _one(self, number: int, task: str, name: str) -> None:
        site = self._sites[name]
        if task in ("floor", "copy") and (name not in FLOORED or number == 0):
            return
        try:
            spent = self._spend(task, name, site, watch_memory=number == 0)
        except (CommandFailed, NotBuilt) as error:
            self._leave_out(name, error)
            return
        self._say(
            f"{self._pages} pages, round {number}, {task}: {site.tool.name} {spent.wall:.2f} s"
        )
        seconds = (0.0, 0.0) if number == 0 else (spent.wall, spent.cpu)
        self._results.samples.append(
            Sample(self._pages, name, task, number, *seconds, peak=spent.peak)
        )

    def _spend(self, task: str, name: str, site: SiteFolder, watch_memory: bool) -> Spent:
        if task == "floor":
            return floor.read_and_write(site)
        if task == "copy":
            return floor.copy(site)
        edited = 0
        if task == "cold":
            site.forget()
        for sort in SORTS:
            if task == sort:
                edited = next(self._numbers)
                site.edit(sort, edited)
        spent = site.build(watch_memory)
        if edited:
            verify_edit(site, edited)
        if (made := count_pages(site)) != self._made[name]:
            raise NotBuilt(f"{site.tool.name} made {made} pages, not {self._made[name]}.")
        return spent

    def _leave_out(self, name: str, error: Exception) -> None:
        self._say(f"{name} is left out: {error}")
        self._results.trouble[f"{name}, {self._pages} pages"] = str(error)
        del self._sites[name]
