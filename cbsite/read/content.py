"""All of `content/` as typed records: the one way into this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from cbsite.diagnostics import Report, Span
from cbsite.ports.disk import Disk
from cbsite.read.decode import decode
from cbsite.read.discover import SITE, Layout, discover
from cbsite.read.entry import SITE_KEY, Asset, Content, Entry, Key, SiteEntry, UnreadText
from cbsite.read.mapping import fields_of
from cbsite.read.names import is_picture
from cbsite.read.pictures import read_picture
from cbsite.read.raw_references import raw_names
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.tree import Prose
from cbsite.read.unit import Reading, ReadRecord, Unit, read_unit
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.records.kinds import BY_NAME, kinds_named, space_of
from cbsite.records.site import Site

ReadAll = Callable[[Sequence[Unit]], Iterable[Reading]]
"""Reads units, and gives their readings in the same order."""


def read_each(units: Sequence[Unit]) -> Iterable[Reading]:
    """Reads them here and now."""
    return map(read_unit, units)


def read_content(
    disk: Disk,
    content_folder: Path,
    report: Report,
    prefix: str = "content",
    read_all: ReadAll = read_each,
) -> Content:
    """Read everything hub staff wrote; each problem goes into the report, and reading goes on.

    `prefix` is where the folder is in the hub, for the paths in the report. Raises OSError where the disk
    cannot be read.
    """

    def read(path: str) -> bytes:
        return disk.read(content_folder / path)

    layout = discover(disk.walk(content_folder), prefix, report)
    gathered = Gathered(report)
    site, unread = read_site(read(SITE), prefix, report) if layout.site else (None, None)
    if unread:
        gathered.texts.append(unread)
    for reading in read_all(units_of(layout, prefix, read)):
        gathered.add(reading)
    if site is None:
        gathered.unread.add(SITE_KEY)
    assets = {
        path: read_asset(path, size, prefix, read(path) if is_picture(path) else b"", report)
        for path, size in ((path, layout.sizes[path]) for path in layout.assets)
    }
    return gathered.content(site, assets)


def units_of(layout: Layout, prefix: str, read: Callable[[str], bytes]) -> tuple[Unit, ...]:
    """What is to be read, in order of path."""
    units = []
    for file in layout.records:
        split = file.kind.parts and file.path.endswith("/index.md")
        parts = layout.parts.get(file.id, ()) if split else ()
        paths = (file.path, *(part.path for part in parts))
        files = tuple((path, read(path)) for path in paths)
        units.append(Unit(prefix, file.kind.name, file.form, file.id, files, parts))
    return tuple(units)


def read_site(
    data: bytes, prefix: str, report: Report
) -> tuple[SiteEntry | None, UnreadText | None]:
    """`site.yml`; or, where it has errors, what can be checked of it all the same."""
    source = decode(f"{prefix}/{SITE}", data, report)
    if source is None:
        return None, None
    reading = read_yaml(Window(source, source.lines), report)
    tree = fields_of(source, reading, "The hub", report)
    record = validate(Site, "hub", tree, report) if tree else None
    if tree and record:
        return SiteEntry(record, source, tree), None
    return None, UnreadText(source, Prose(), raw_names(tree, Site)) if tree else None


def read_asset(path: str, size: int, prefix: str, data: bytes, report: Report) -> Asset:
    """A file that is no record; a picture is looked at (others need no `data`)."""
    picture = read_picture(f"{prefix}/{path}", data, report) if is_picture(path) else None
    return Asset(size, picture)


class Gathered(msgspec.Struct):
    """What has been read so far, and which ids were met."""

    report: Report
    entries: list[Entry] = msgspec.field(default_factory=list)
    unread: set[Key] = msgspec.field(default_factory=set)
    texts: list[UnreadText] = msgspec.field(default_factory=list)
    met: dict[Key, Span] = msgspec.field(default_factory=dict)

    def add(self, reading: Reading) -> None:
        """Take in what another file holds."""
        for diagnostic in reading.found:
            self.report.keep(diagnostic)
        self.unread.update(reading.unread)
        for record in reading.records:
            # Always asked, as a record with errors has its id all the same.
            is_new = not record.id or self.is_new(record)
            if record.entry is not None and is_new:
                self.entries.append(record.entry)
            else:
                self.unread.add((record.kind, record.id))
                self.texts += record.as_unread()
        self.texts += reading.texts

    def is_new(self, record: ReadRecord) -> bool:
        """Whether no other record has this id; documents and sources share theirs."""
        space = space_of(record.kind)
        first = self.met.setdefault((space, record.id), record.where)
        if first is record.where:
            return True
        where = first.path + (f", line {first.start.line}" if first.start else "")
        kinds = [BY_NAME[name] for name in kinds_named(space)]
        shared = (
            f" {kinds[0].register.capitalize()} and {kinds[1].register} share their ids."
            if kinds[1:]
            else ""
        )
        self.report.add(
            "E-DUPID", record.where, f"The id '{record.id}' is taken: see {where}.{shared}",
            "Give one of the two another id, or delete it.",
        )  # fmt: skip
        return False

    def content(self, site: SiteEntry | None, assets: dict[str, Asset]) -> Content:
        entries = sorted(self.entries, key=lambda entry: entry.key)
        return Content(site, tuple(entries), assets, frozenset(self.unread), tuple(self.texts))
