"""One build on what is remembered of the last: the short way, and what to remember of this one."""

from __future__ import annotations

import datetime
import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from cbsite.assemble.eager import Eager
from cbsite.assemble.page import PageRenderer
from cbsite.checks.remarks import Knowledge, Remarks
from cbsite.diagnostics import Report
from cbsite.ports import Ports
from cbsite.project import theme_folder
from cbsite.read.content import read_site, units_of
from cbsite.read.discover import SITE, discover
from cbsite.read.entry import Key
from cbsite.rebuild.index import index_in
from cbsite.rebuild.last import LastBuild
from cbsite.rebuild.readings import Readings
from cbsite.rebuild.request import day_of
from cbsite.rebuild.retouch import Forgotten
from cbsite.rebuild.revise import Setting, find_changes, report_changes, revise_pages
from cbsite.rebuild.shelf import Shelf
from cbsite.rebuild.sources import CONTENT
from cbsite.rebuild.state import TEMPLATES_OF_PAGES, State
from cbsite.render.theme import Theme, load_theme
from cbsite.render.tokens import with_tokens

if TYPE_CHECKING:
    from cbsite.layout.parts.atlas import Atlas
    from cbsite.library.library import Library
    from cbsite.plan.plan import Plan
    from cbsite.rebuild.pictures import PictureFiles

_BORROWS = re.compile(r"\{%[-+]?\s*(?:include|import|from|extends)\b")


class Again:
    """What it takes to find out what has changed in records and texts."""

    def __init__(self, state: State) -> None:
        self.state, self.memo, self.sources = state, state.memo, state.sources
        self.readings = Readings(state.memo, state.ports.workers, state.sources.content)
        layout = discover(state.sources.found, CONTENT, Report())
        self.units = units_of(layout, CONTENT, state.sources.texts.__getitem__)

    def revise(self, shelf: Shelf, report: Report, eager: Eager) -> LastBuild | None:
        """The next site out of the last one; None where more has changed than words of texts and templates."""
        last, setting = self.state.last, self.setting()
        if last is None or setting is None or not shelf.has_files(last.files):
            return None
        if last.rest != self.rest(setting.theme, setting.as_of):
            return None
        found = Report()
        try:
            changes = find_changes(last, self.units, self.readings, self.memo, setting)
            if changes is None:
                return None
            report_changes(changes, found)
            pages = revise_pages(
                changes, setting, shelf, self.memo, self.state.ports.workers, found, eager
            )
        except Forgotten:
            return None
        for diagnostic in found.found:
            report.keep(diagnostic)
        report.set_levels(last.levels)
        shelf.keep_files(last.files)
        return replace(
            last,
            sources=self.sources.hashes,
            templates=PageRenderer(setting.theme).templates,
            units=changes.units,
            pages=pages,
        )

    def known_remarks(
        self, library: Library, plan: Plan, knowledge: Knowledge
    ) -> dict[Key, Remarks]:
        """What the rules on words said of records in the last build, where they would say the same now.

        They see a record, where its links lead and what they know of the hub, and nothing else.
        """
        last, marks = self.state.last, self.readings.marks
        index = index_in(self.memo.get([last.index]).get(last.index)) if last else None
        if last is None or index is None or last.knowledge != knowledge:
            return {}
        same: dict[Key, Remarks] = {}
        for entries, before in ((library.entries, index.published), (library.hidden, index.hidden)):
            for key, entry in entries.items():
                path = entry.source.path.removeprefix(f"{CONTENT}/")
                mark, now = last.units.get(path), marks.get(path)
                if mark is None or now is None or mark.key != now.key or key not in before:
                    continue
                texts = (key, *(text.key for text in entry.texts))
                if all(index.links.get(text) == plan.links.get(text) for text in texts):
                    same[key] = mark.remarks
        return same

    @cached_property
    def copies(self) -> PictureFiles:
        """The copies of pictures."""
        # Imported here, as only a build that makes all asks for them.
        from cbsite.rebuild.pictures import PictureFiles

        return PictureFiles(self.memo, self.sources.content)

    def seen(self, ports: Ports) -> Ports:
        """The ports, with the disk as it was when the build began."""
        return replace(ports, disk=self.sources.disk)

    def setting(self) -> Setting | None:
        """What the site is made with; None for a hub without a site.yml that is in order."""
        data, project = self.sources.texts.get(SITE), self.state.request.project
        site, _ = read_site(data, CONTENT, Report()) if data is not None else (None, None)
        if site is None:
            return None
        disk, ignored = self.sources.disk, Report()
        theme = with_tokens(
            load_theme(disk, theme_folder(disk), project.templates, ignored), site, ignored
        )
        record = site.record
        if self.state.request.base_url:
            record = record.at(self.state.request.base_url)
        as_of = day_of(self.state.request, self.state.ports.clock, record.timezone)

        @cache
        def atlas() -> Atlas | None:
            # Imported here, as few pages have a map.
            from cbsite.layout.choose_atlas import choose_atlas

            return choose_atlas(site, theme.maps, ignored)

        return Setting(record, as_of, theme, self.state.compiled, atlas, self.sources.days)

    def rest(self, theme: Theme, as_of: datetime.date) -> bytes:
        """What stands for every source but records and templates of pages, and for the day."""
        own = {f"{CONTENT}/{path}" for unit in self.units for path, _ in unit.files}
        apart = () if self.borrows(theme) else TEMPLATES_OF_PAGES
        rest = [
            (path, found)
            for path, found in sorted(self.sources.hashes.items())
            if path not in own and not path.startswith(apart)
        ]
        return self.memo.key("rest", as_of, *self.state.request.way, rest)

    def borrows(self, theme: Theme) -> bool:
        """Whether a feed is made with templates of pages too."""
        feeds = (
            theme.templates[path].text for path in theme.templates if path.startswith("feeds/")
        )
        return any(map(_BORROWS.search, feeds))
