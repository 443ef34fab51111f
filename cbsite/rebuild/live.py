"""The page that somebody is writing, in the moment that the file is saved: made from what is held in memory.

Only where the words of texts changed and nothing else, as then no other page can be different. The whole build that
follows finds out all the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from cbsite.assemble.make_page import PageMaker
from cbsite.assemble.page import PageRenderer
from cbsite.memo import Memo
from cbsite.ports.disk import Disk
from cbsite.read.stored import kept
from cbsite.read.unit import Unit, read_unit
from cbsite.rebuild.again import Again
from cbsite.rebuild.index import index_in
from cbsite.rebuild.last import LastBuild
from cbsite.rebuild.recall import Shelves, library_of, plan_of
from cbsite.rebuild.retouch import Forgotten
from cbsite.rebuild.state import State

Pages = Mapping[str, bytes]
"""Pages by their paths in the site."""


class Live:
    """Holds the library of the last build, and makes pages from it."""

    def __init__(self, disk: Disk, content: Path) -> None:
        self._disk, self._content = disk, content
        self._last: LastBuild | None = None
        self._units: dict[str, Unit] = {}
        self._shelves: Shelves | None = None
        self._maker: PageMaker | None = None
        self._words: dict[str, bytes] = {}  # what stands for the words that are shown, by unit

    def learn(self, state: State, memo: Memo) -> None:
        """Hold what was just built."""
        again = Again(state)
        last, setting = state.last, again.setting()
        index = index_in(memo.get([last.index]).get(last.index)) if last else None
        if last is None or index is None or setting is None:
            self._last = None
            return
        self._units, self._words = {unit.path: unit for unit in again.units}, {}
        self._shelves = Shelves(memo, last.units)
        library = library_of(index, self._shelves, setting.site, setting.as_of, setting.days)
        renderer = PageRenderer(setting.theme, compiled=setting.compiled)
        self._maker = PageMaker(
            library, plan_of(index, library), index.assets, setting.atlas(), renderer
        )
        self._last = last

    def pages(self, changed: Iterable[Path]) -> Pages:
        """The pages that show these files as they are now; none where more than words may have changed."""
        try:
            return self._pages([self._inside(path) for path in changed])
        except (OSError, Forgotten):
            return {}

    def _inside(self, path: Path) -> str:
        return path.relative_to(self._content).as_posix() if self._is_inside(path) else ""

    def _is_inside(self, path: Path) -> bool:
        return path.is_relative_to(self._content)

    def _pages(self, paths: list[str]) -> Pages:
        last, shelves, maker = self._last, self._shelves, self._maker
        if last is None or shelves is None or maker is None:
            return {}
        if not all(path in self._units for path in paths):
            return {}
        changed = set()
        for path in paths:
            reading = read_unit(self._as_it_is(self._units[path]))
            now = kept(reading)
            if now.facts != last.units[path].facts or any(d.level == "error" for d in now.found):
                return {}
            shelves.put(path, reading)
            if now.words != self._words.get(path, last.units[path].words):
                changed.add(path)
            self._words[path] = now.words
        made = [maker(page.address) for page in last.pages if page.unit in changed]
        return {one.path: one.content for one in made if one.content is not None}

    def _as_it_is(self, unit: Unit) -> Unit:
        own = self._disk.read(self._content / unit.path)
        return replace(unit, files=((unit.path, own), *unit.files[1:]))
