"""All of `content/` as typed records: the one way into this room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cbsite.diagnostics import Edit, Report, Source, Span
from cbsite.ports.disk import Disk
from cbsite.read.decode import decode
from cbsite.read.discover import SITE, RecordFile, discover
from cbsite.read.document_parts import PartFile, PartReader, report_repeated_numbers
from cbsite.read.entry import SITE_KEY, Asset, Content, Entry, Key, SiteEntry, UnreadText
from cbsite.read.front_matter import front_matter
from cbsite.read.mapping import fields_of, line_of
from cbsite.read.markdown import read_prose
from cbsite.read.names import is_picture
from cbsite.read.pictures import read_picture
from cbsite.read.raw_references import raw_references
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.tree import Prose
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping as YamlMapping
from cbsite.read.yaml_tree import Scalar, Sequence
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME, Kind, kinds_named, space_of
from cbsite.records.site import Site


def read_content(
    disk: Disk, content_folder: Path, report: Report, prefix: str = "content"
) -> Content:
    """Read everything hub staff wrote; each problem goes into the report, and reading goes on.

    `prefix` is where the folder is in the hub, for the paths in the report. Raises OSError where the disk
    cannot be read.
    """
    layout = discover(disk.walk(content_folder), prefix, report)
    reader = _Reader(disk, content_folder, prefix, layout.parts, report)
    site = reader.site() if layout.site else None
    for file in layout.records:
        reader.file(file)
    entries = sorted(reader.entries, key=lambda entry: entry.key)
    if site is None:
        reader.unread.add(SITE_KEY)
    return Content(
        site,
        tuple(entries),
        {path: reader.asset(path, layout.sizes[path]) for path in layout.assets},
        frozenset(reader.unread),
        tuple(reader.unread_texts),
    )


@dataclass(slots=True)
class _Reader:
    """Reads one file after the other, and remembers which ids it has met."""

    disk: Disk
    folder: Path
    prefix: str
    parts: Mapping[str, tuple[PartFile, ...]]
    report: Report
    entries: list[Entry] = field(default_factory=list)
    unread: set[Key] = field(default_factory=set)
    unread_texts: list[UnreadText] = field(default_factory=list)
    met: dict[Key, Span] = field(default_factory=dict)

    def source(self, path: str) -> Source | None:
        return decode(f"{self.prefix}/{path}", self.disk.read(self.folder / path), self.report)

    def asset(self, path: str, size: int) -> Asset:
        """A file that is no record; a picture is looked at."""
        picture = None
        if is_picture(path):
            data = self.disk.read(self.folder / path)
            picture = read_picture(f"{self.prefix}/{path}", data, self.report)
        return Asset(size, picture)

    def site(self) -> SiteEntry | None:
        source = self.source(SITE)
        if source is None:
            return None
        reading = read_yaml(Window(source, source.lines), self.report)
        tree = fields_of(source, reading, "The hub", self.report)
        record = validate(Site, "hub", tree, self.report) if tree else None
        if tree and not record:
            self.unread_texts.append(UnreadText(source, Prose(), raw_references(tree, Site)))
        return SiteEntry(record, source, tree) if record and tree else None

    def file(self, file: RecordFile) -> None:
        source = self.source(file.path)
        read_before = len(self.entries)
        if source is not None and file.form == "list":
            self.records(source, file.kind)
        elif source is not None and file.form == "record":
            reading = read_yaml(Window(source, source.lines), self.report)
            tree = fields_of(source, reading, f"A {file.kind.noun}", self.report)
            if tree is not None:
                self.record(source, file.kind, tree, None, file.id)
        elif source is not None:
            self.markdown(source, file)
        if file.kind.parts and file.path.endswith("/index.md"):
            index = source or Source(f"{self.prefix}/{file.path}", "")
            self.document_parts(index, file, len(self.entries) > read_before)
        if len(self.entries) == read_before and (source is None or file.form != "list"):
            self.unread.add((file.kind.name, file.id))

    def records(self, source: Source, kind: Kind) -> None:
        """A register: a list of records."""
        reading = read_yaml(Window(source, source.lines), self.report)
        if reading.broken:
            self.unread.add((kind.name, ""))
        if reading.value is None:
            return
        if not isinstance(reading.value, Sequence):
            self.no_list(source, kind, reading.value)
            return
        if reading.value.lost:
            self.unread.add((kind.name, ""))
        for number, item in enumerate(reading.value.items, start=1):
            if isinstance(item, YamlMapping):
                self.record(source, kind, item, None, None)
            else:
                self.report.add(
                    "E-TYPE", source.whole_line(line_of(item.span)), f"Entry {number} is not a {kind.noun}.",
                    "Start it with a hyphen and its id, and indent its other fields by two spaces.",
                )  # fmt: skip
                self.unread.add((kind.name, ""))

    def no_list(self, source: Source, kind: Kind, value: YamlMapping | Scalar) -> None:
        """A register that is no list; fields with an id among them are its only record."""
        first = line_of(value.span)
        edits = []
        if isinstance(value, YamlMapping) and value.key("id"):
            typed = [n for n in range(first, len(source.lines) + 1) if source.line(n).strip()]
            edits = [Edit(source.span(n, 1, n, 1), "- " if n == first else "  ") for n in typed]
            self.record(source, kind, value, None, None)
        else:
            self.unread.add((kind.name, ""))
        self.report.add(
            "E-TYPE", source.whole_line(first), f"This file holds a list of {kind.register}.",
            "Start each record with a hyphen and its id, and indent its other fields by two spaces.", edits,
        )  # fmt: skip

    def markdown(self, source: Source, file: RecordFile) -> None:
        """A record with its text."""
        parts = front_matter(source, self.report)
        if parts is None:
            return
        reading = read_yaml(parts.window(source), self.report)
        tree = fields_of(source, reading, "The front matter", self.report, parts.first)
        entry = self.record(source, file.kind, tree, Prose(), file.id) if tree is not None else None
        numbered = entry is not None and bool(
            getattr(entry.record, "has_numbered_paragraphs", False)
        )
        # Also read where the fields are wrong, so that its own problems show in the same run.
        prose = read_prose(source, parts.body, numbered, self.report)
        if entry is not None:
            self.entries[-1] = replace(entry, prose=prose)
        else:
            self.unread_texts.append(UnreadText(source, prose, (), _written(tree)))

    def document_parts(self, source: Source, file: RecordFile, is_read: bool) -> None:
        """The files beside a document's index.md; of an unread document their texts are checked."""
        entry = self.entries[-1] if is_read else None
        reader = PartReader(
            entry.record if entry and isinstance(entry.record, Document) else None,
            source,
            lambda number, name: entry.span("annexes", number, name) if entry else source.whole(),
            self.source,
            self.report,
        )
        parts = reader.read(self.parts.get(file.id, ()))
        if reader.broken:
            self.unread.add((file.kind.name, file.id))
        if entry is None:
            index = next((t for t in self.unread_texts if t.source == source), None)
            written = index.written if index else {}
            self.unread_texts += (UnreadText(p.source, p.prose, (), written) for p in parts)
            return
        self.entries[-1] = replace(entry, parts=parts)
        texts = ((text.source, text.prose) for text in self.entries[-1].texts)
        report_repeated_numbers(texts, self.report)

    def record(
        self,
        source: Source,
        kind: Kind,
        tree: YamlMapping,
        prose: Prose | None,
        file_id: str | None,
    ) -> Entry | None:
        """Check one record and keep it. `file_id` is the id that the file's name gives."""
        typed = tree.get("id")
        written = typed.text if isinstance(typed, Scalar) else ""
        given = {} if file_id is None else {"id": file_id}
        if file_id is not None and typed is not None and written != file_id:
            self.report.add(
                "E-VALUE", typed.span, f"The id '{written}' is not the name of the file, '{file_id}'.",
                "Delete this line, or rename the file.", [Edit(typed.span, file_id)], safe=False,
            )  # fmt: skip
        id = file_id or written
        is_new = not id or self.is_new(
            kind, id, typed.span if typed and not file_id else source.whole()
        )
        record = validate(kind.model, kind.noun, tree, self.report, **given)
        if record is None or not is_new:
            self.unread.add((kind.name, id))
            references = raw_references(tree, kind.model)
            self.unread_texts.append(UnreadText(source, Prose(), references, _written(tree)))
            return None
        self.entries.append(Entry(kind.name, record, prose, source, tree))
        return self.entries[-1]

    def is_new(self, kind: Kind, id: str, span: Span) -> bool:
        """Whether no other record has this id; documents and sources share theirs."""
        space = space_of(kind.name)
        first = self.met.setdefault((space, id), span)
        if first is span:
            return True
        where = first.path + (f", line {first.start.line}" if first.start else "")
        kinds = [BY_NAME[name] for name in kinds_named(space)]
        shared = (
            f" {kinds[0].register.capitalize()} and {kinds[1].register} share their ids."
            if kinds[1:]
            else ""
        )
        self.report.add(
            "E-DUPID", span, f"The id '{id}' is taken: see {where}.{shared}",
            "Give one of the two another id, or delete it.",
        )  # fmt: skip
        return False


def _written(tree: YamlMapping | None) -> dict[str, str]:
    """Single values of a record that has errors, as typed."""
    pairs = tree.entries if tree else ()
    return {key.text: value.text for key, value in pairs if isinstance(value, Scalar)}
