"""One build on what is remembered of the last: the short way, and what to remember of this one."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from cbsite.assemble import PageRenderer
from cbsite.assemble.eager import Eager
from cbsite.diagnostics import Report
from cbsite.layout import Atlas
from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.project import theme_folder
from cbsite.read.content import read_site, units_of
from cbsite.read.discover import SITE, discover
from cbsite.rebuild.last import LastBuild, last_build, packed
from cbsite.rebuild.readings import Readings
from cbsite.rebuild.recall import Forgotten
from cbsite.rebuild.request import Request, day_of
from cbsite.rebuild.revise import Setting, find_changes, report_changes, revise_pages
from cbsite.rebuild.shelf import Shelf
from cbsite.rebuild.sources import CONTENT, OVERRIDES, THEME, Sources
from cbsite.rebuild.unchanged import Done, remember_done
from cbsite.records.site import Site
from cbsite.render import Theme, load_theme, with_tokens

_PAGES = tuple(f"{folder}/{part}/" for folder in (OVERRIDES, THEME) for part in ("pages", "parts"))
"""Where the templates of pages are."""

_FEEDS = tuple(f"{folder}/feeds/" for folder in (OVERRIDES, THEME))
_BORROWS = re.compile(r"\{%[-+]?\s*(?:include|import|from|extends)\b")


class Again:
    """A build of a hub whose last build may be remembered."""

    def __init__(
        self, request: Request, output: Path, ports: Ports, memo: Memo, sources: Sources
    ) -> None:
        self._request, self._output, self._ports = request, output, ports
        self.memo, self._sources = memo, sources
        self._key = memo.key("last", *request.way)
        self._made_for: tuple[str, str] | None = None  # the time zone and the day
        self.last = last_build(memo.get([self._key]).get(self._key))
        self.readings = Readings(memo, ports.workers, sources.content)
        layout = discover(sources.found, CONTENT, Report())
        self.units = units_of(layout, CONTENT, sources.texts.__getitem__)

    def revise(self, shelf: Shelf, report: Report, eager: Eager) -> LastBuild | None:
        """The next site out of the last one; None where more has changed than words of texts and templates."""
        last, setting = self.last, self.setting()
        if last is None or setting is None or not shelf.has_files(last.files):
            return None
        if last.rest != self.rest(setting.theme, setting.as_of):
            return None
        self.made_for(setting.site, setting.as_of)
        found = Report()
        try:
            changes = find_changes(last, self.units, self.readings, self.memo, setting)
            if changes is None:
                return None
            report_changes(changes, found)
            pages = revise_pages(
                changes, setting, shelf, self.memo, self._ports.workers, found, eager
            )
        except Forgotten:
            return None
        for diagnostic in found.found:
            report.keep(diagnostic)
        report.set_levels(last.levels)
        shelf.keep_files(last.files)
        self.memo.use(mark.key for mark in changes.units.values())
        return LastBuild(
            last.rest, PageRenderer(setting.theme).templates, changes.units, last.others, last.levels,
            last.knowledge, pages, last.count, last.files, last.search, last.index,
        )  # fmt: skip

    def made_for(self, site: Site, as_of: datetime.date) -> None:
        """Take note of where the hub is and for which day its site is made."""
        self._made_for = site.timezone, as_of.isoformat()

    def seen(self, ports: Ports) -> Ports:
        """The ports, with the disk as it was when the build began."""
        return replace(ports, disk=self._sources.disk)

    def remember(self, new: LastBuild, report: Report, whole: bool = True) -> None:
        """Leave this build, which is published, to the next. `whole`: nothing is left to be done."""
        if self._made_for and whole:
            remember_done(
                self._request, self._output, self._sources, self.memo, self._ports.disk,
                Done(new.count, *self._made_for, tuple(report)),
            )  # fmt: skip
        self.last = new
        self.memo.put([(self._key, packed(new))])
        self.memo.use(self.memo.key("page", page.key) for page in new.pages)
        self.memo.flush(tidy=True)

    def setting(self) -> Setting | None:
        """What the site is made with; None for a hub without a site.yml that is in order."""
        data, project = self._sources.texts.get(SITE), self._request.project
        site, _ = read_site(data, CONTENT, Report()) if data is not None else (None, None)
        if site is None:
            return None
        disk, ignored = self._sources.disk, Report()
        theme = with_tokens(
            load_theme(disk, theme_folder(disk), project.templates, ignored), site, ignored
        )
        record = site.record
        if self._request.base_url:
            record = record.at(self._request.base_url)
        as_of = day_of(self._request, self._ports.clock, record.timezone)

        @cache
        def atlas() -> Atlas | None:
            # Imported here, as few pages have a map.
            from cbsite.layout.choose_atlas import choose_atlas

            return choose_atlas(site, theme.maps, ignored)

        return Setting(record, as_of, theme, atlas)

    def rest(self, theme: Theme, as_of: datetime.date) -> bytes:
        """What stands for every source but records and templates of pages, and for the day."""
        own = {f"{CONTENT}/{path}" for unit in self.units for path, _ in unit.files}
        feeds = (
            theme.templates[path].text for path in theme.templates if path.startswith("feeds/")
        )
        apart = () if any(map(_BORROWS.search, feeds)) else _PAGES
        rest = [
            (path, found)
            for path, found in sorted(self._sources.hashes.items())
            if path not in own and not path.startswith(apart)
        ]
        return self.memo.key("rest", as_of, *self._request.way, rest)
