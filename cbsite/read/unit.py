"""One file of records, with the files that belong to it, read by itself: bytes in, a `Reading` out.

A pure function, so that many can be read at once, and what has been read once need not be read again.
"""

import msgspec
from msgspec.structs import replace

from cbsite.diagnostics import Diagnostic, Edit, Report, Source, Span
from cbsite.read.decode import decode
from cbsite.read.document_parts import PartFile, PartReader, report_repeated_numbers
from cbsite.read.entry import Entry, Key, UnreadText
from cbsite.read.file_places import Form
from cbsite.read.front_matter import front_matter
from cbsite.read.mapping import fields_of, line_of
from cbsite.read.markdown import read_prose
from cbsite.read.raw_references import raw_names
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.tree import Prose
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping as YamlMapping
from cbsite.read.yaml_tree import Scalar, Sequence, packed
from cbsite.records.document import Document
from cbsite.records.kinds import BY_NAME, Kind


class Unit(msgspec.Struct, frozen=True, array_like=True):
    """What is read together: a file of records, and the files beside it that are parts of its document.

    `files` are paths in `content/` with their bytes, the unit's own first; `prefix` is where that folder is in
    the hub, for reports. `id` is the id that the name of the file gives, empty for a list.
    """

    prefix: str
    kind: str
    form: Form
    id: str
    files: tuple[tuple[str, bytes], ...]
    parts: tuple[PartFile, ...] = ()

    @property
    def path(self) -> str:
        return self.files[0][0]


class ReadRecord(msgspec.Struct, frozen=True, array_like=True):
    """One record as read; without an `entry` it has errors, and `unread` is what can be checked of it.

    `where` is what another record of the same id is told.
    """

    kind: str
    id: str
    where: Span
    entry: Entry | None
    unread: tuple[UnreadText, ...] = ()

    def as_unread(self) -> tuple[UnreadText, ...]:
        """What can be checked of it when it cannot be used."""
        if self.entry is None:
            return self.unread
        entry, tree = self.entry, self.entry.yaml
        names = raw_names(tree, BY_NAME[self.kind].model)
        fields = UnreadText(entry.source, Prose(), names, self.kind, typed(tree))
        texts = (UnreadText(t.source, t.prose, typed=fields.typed) for t in entry.texts)
        return (fields, *texts)


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """All that one unit holds. `unread` names records that are there but cannot be read; an empty id: some."""

    records: tuple[ReadRecord, ...]
    unread: tuple[Key, ...]
    texts: tuple[UnreadText, ...]
    found: tuple[Diagnostic, ...]


def read_unit(unit: Unit) -> Reading:
    """Read one unit. Nothing else is looked at, so the same unit gives the same reading."""
    reader = _Reader(unit)
    reader.read()
    return Reading(
        tuple(reader.records), tuple(reader.unread), tuple(reader.texts), reader.report.found
    )


class _Reader(msgspec.Struct):
    unit: Unit
    report: Report = msgspec.field(default_factory=Report)
    records: list[ReadRecord] = msgspec.field(default_factory=list)
    unread: list[Key] = msgspec.field(default_factory=list)
    texts: list[UnreadText] = msgspec.field(default_factory=list)

    @property
    def kind(self) -> Kind:
        return BY_NAME[self.unit.kind]

    def source(self, path: str) -> Source | None:
        return decode(f"{self.unit.prefix}/{path}", dict(self.unit.files)[path], self.report)

    def read(self) -> None:
        unit, kind = self.unit, self.kind
        source = self.source(unit.path)
        if source is not None and unit.form == "list":
            self.register(source)
        elif source is not None and unit.form == "record":
            reading = read_yaml(Window(source, source.lines), self.report)
            tree = fields_of(source, reading, f"A {kind.noun}", self.report)
            if tree is not None:
                self.records.append(self.record(source, tree, None, unit.id))
        elif source is not None:
            self.markdown(source)
        if kind.parts and unit.path.endswith("/index.md"):
            self.document_parts(source or Source(f"{unit.prefix}/{unit.path}", ""))
        is_list = source is not None and unit.form == "list"
        if not is_list and not any(record.entry for record in self.records):
            self.unread.append((kind.name, unit.id))

    def register(self, source: Source) -> None:
        """A list of records."""
        some = (self.kind.name, "")
        reading = read_yaml(Window(source, source.lines), self.report)
        if reading.broken:
            self.unread.append(some)
        if reading.value is None:
            return
        if not isinstance(reading.value, Sequence):
            self.no_list(source, reading.value)
            return
        if reading.value.lost:
            self.unread.append(some)
        for number, item in enumerate(reading.value.items, start=1):
            if isinstance(item, YamlMapping):
                self.records.append(self.record(source, item, None, None))
            else:
                self.report.add(
                    "E-TYPE", source.whole_line(line_of(item.span)), f"Entry {number} is not a {self.kind.noun}.",
                    "Start it with a hyphen and its id, and indent its other fields by two spaces.",
                )  # fmt: skip
                self.unread.append(some)

    def no_list(self, source: Source, value: YamlMapping | Scalar) -> None:
        """A register that is no list; fields with an id among them are its only record."""
        first = line_of(value.span)
        edits = []
        if isinstance(value, YamlMapping) and value.key("id"):
            typed = [n for n in range(first, len(source.lines) + 1) if source.line(n).strip()]
            edits = [Edit(source.span(n, 1, n, 1), "- " if n == first else "  ") for n in typed]
            self.records.append(self.record(source, value, None, None))
        else:
            self.unread.append((self.kind.name, ""))
        self.report.add(
            "E-TYPE", source.whole_line(first), f"This file holds a list of {self.kind.register}.",
            "Start each record with a hyphen and its id, and indent its other fields by two spaces.", edits,
        )  # fmt: skip

    def markdown(self, source: Source) -> None:
        """A record with its text."""
        parts = front_matter(source, self.report)
        if parts is None:
            return
        reading = read_yaml(parts.window(source), self.report)
        tree = fields_of(source, reading, "The front matter", self.report, parts.first)
        found = None if tree is None else self.record(source, tree, Prose(), self.unit.id)
        entry = found.entry if found else None
        record = entry.record if entry else None
        numbered = bool(getattr(record, "has_numbered_paragraphs", False))
        # Also read where the fields are wrong, so that its own problems show in the same run.
        prose = read_prose(source, parts.body, numbered, self.report)
        if found is not None and entry is not None and record is not None:
            found = replace(found, entry=checked(replace(entry, prose=prose), record))
        else:
            self.texts.append(UnreadText(source, prose, typed=typed(tree)))
        if found is not None:
            self.records.append(found)

    def document_parts(self, source: Source) -> None:
        """The files beside a document's index.md; of an unread document their texts are checked."""
        found = self.records[-1] if self.records else None
        entry = found.entry if found else None
        reader = PartReader(
            entry.record if entry and isinstance(entry.record, Document) else None,
            source,
            lambda number, name: entry.span("annexes", number, name) if entry else source.whole(),
            self.source,
            self.report,
        )
        parts = reader.read(self.unit.parts)
        if reader.broken:
            self.unread.append((self.kind.name, self.unit.id))
        if found is None or entry is None:
            index = next((t for t in self.texts if t.source == source), None)
            said = index.typed if index else {}
            self.texts += (UnreadText(p.source, p.prose, typed=said) for p in parts)
            return
        entry = checked(replace(entry, parts=parts), entry.record)
        self.records[-1] = replace(found, entry=entry)
        report_repeated_numbers(((text.source, text.prose) for text in entry.texts), self.report)

    def record(
        self, source: Source, tree: YamlMapping, prose: Prose | None, file_id: str | None
    ) -> ReadRecord:
        """Check one record. `file_id` is the id that the file's name gives."""
        kind = self.kind
        given_id = tree.get("id")
        own = given_id.text if isinstance(given_id, Scalar) else ""
        given = {} if file_id is None else {"id": file_id}
        if file_id is not None and given_id is not None and own != file_id:
            self.report.add(
                "E-VALUE", given_id.span, f"The id '{own}' is not the name of the file, '{file_id}'.",
                "Delete this line, or rename the file.", [Edit(given_id.span, file_id)], safe=False,
            )  # fmt: skip
        id = file_id or own
        where = given_id.span if given_id and not file_id else source.whole()
        record = validate(kind.model, kind.noun, tree, self.report, **given)
        if record is None:
            names = raw_names(tree, kind.model)
            text = UnreadText(source, Prose(), names, kind.name, typed(tree))
            return ReadRecord(kind.name, id, where, None, (text,))
        entry = Entry(kind.name, record.id, file_id is not None, packed(tree), source, prose)
        return ReadRecord(kind.name, id, where, checked(entry, record))


def checked(entry: Entry, record: object) -> Entry:
    """The entry, which need not check its fields again."""
    entry.__dict__["record"] = record
    return entry


def typed(tree: YamlMapping | None) -> dict[str, Scalar]:
    """Single values of a record that has errors."""
    pairs = tree.entries if tree else ()
    return {key.text: value for key, value in pairs if isinstance(value, Scalar)}
