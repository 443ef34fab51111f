"""A record with where it was written, so that later checks can point at it."""

from collections.abc import Mapping
from functools import cached_property

import msgspec

from cbsite.diagnostics import Report, Source, Span
from cbsite.read.document_parts import DocumentPart
from cbsite.read.pictures import Picture
from cbsite.read.raw_references import NO_NAMES, RawNames
from cbsite.read.tree import Prose
from cbsite.read.validate import validate
from cbsite.read.yaml_tree import Mapping as YamlMapping
from cbsite.read.yaml_tree import Scalar, locate, unpacked
from cbsite.records.kinds import BY_NAME
from cbsite.records.part import Loc
from cbsite.records.record import Record
from cbsite.records.site import Site

Key = tuple[str, str]
"""Kind and id of a record: `("place", "essex")`."""

TextKey = tuple[str, ...]
"""The key of a text: its record's, and for a part of a document the part's slug after it."""

SITE_KEY: Key = ("site", "site")
"""The key of `site.yml` among what could not be read."""


class EntryText(msgspec.Struct, frozen=True):
    """One text of a record, and the file that it stands in."""

    key: TextKey
    prose: Prose
    source: Source


class Entry(msgspec.Struct, frozen=True, dict=True, array_like=True):
    """A record, its text (if any), and the YAML it was read from.

    `by_name`: the name of the file is its id, which then need not be a field. `parts` are the sections of a
    document in order, then its annexes that have a text or a table. `fields` is the YAML as bytes: with the place of
    everything in it, it is large and seldom needed.
    """

    kind: str
    id: str
    by_name: bool
    fields: bytes
    source: Source
    prose: Prose | None = None
    parts: tuple[DocumentPart, ...] = ()

    @property
    def yaml(self) -> YamlMapping:
        """The YAML that the record was read from, made anew at each call."""
        return unpacked(self.fields)

    @cached_property
    def record(self) -> Record:
        """The checked fields, made from the YAML when they are first asked for."""
        kind = BY_NAME[self.kind]
        given = {"id": self.id} if self.by_name else {}
        record = validate(kind.model, kind.noun, self.yaml, Report(), **given)
        assert record is not None, "It was checked when the file was read."
        return record

    @property
    def key(self) -> Key:
        return self.kind, self.id

    @property
    def texts(self) -> tuple[EntryText, ...]:
        """Every text of the record, in order: its own, if it may have one, then those of its parts."""
        own = (EntryText(self.key, self.prose, self.source),) if self.prose is not None else ()
        return (*own, *(self.text_of(part) for part in self.parts))

    def text_of(self, part: DocumentPart) -> EntryText:
        return EntryText((*self.key, part.slug), part.prose, part.source)

    @property
    def sections(self) -> tuple[DocumentPart, ...]:
        """The sections of a document that is split; each is a page."""
        return tuple(part for part in self.parts if part.role == "section")

    def span(self, *loc: str | int) -> Span:
        """Where the field at `loc` is written, or the nearest thing round it."""
        return locate(self.yaml, loc)


class UnreadText(msgspec.Struct, frozen=True, array_like=True):
    """A record whose fields have errors: its links and ids can be checked all the same.

    `prose` is its text, empty for a record without one; `names` what its fields name; `kind` what it would be
    (empty for parts of a record and for the hub itself); `typed` its single values, which may be wrong.
    """

    source: Source
    prose: Prose
    names: RawNames = NO_NAMES
    kind: str = ""
    typed: Mapping[str, Scalar] = {}

    def written(self, name: str) -> str:
        """The field's value as typed, empty where there is none."""
        value = self.typed.get(name)
        return value.text if value else ""


class SiteEntry(msgspec.Struct, frozen=True):
    """The hub's `site.yml`."""

    record: Site
    source: Source
    yaml: YamlMapping

    def span(self, *loc: str | int) -> Span:
        return locate(self.yaml, loc)


class Asset(msgspec.Struct, frozen=True, array_like=True):
    """A file that is no record: how many bytes it has, and the picture in it, if it is one."""

    size: int
    picture: Picture | None = None


class Content(msgspec.Struct, frozen=True):
    """All that hub staff wrote: `site.yml`, records in order of kind and id, and other files' paths.

    `assets` by their paths relative to `content/`, with forward slashes. Without a readable `site.yml`, `site`
    is None and the report says why.

    `unread` names the records that are there but could not be read, so that references to them need not be
    called unknown; an empty id stands for some records of the kind whose ids are not known. `unread_texts` are
    what can be checked of such records, and of `site.yml`.
    """

    site: SiteEntry | None
    entries: tuple[Entry, ...]
    assets: Mapping[str, Asset]
    unread: frozenset[Key] = frozenset()
    unread_texts: tuple[UnreadText, ...] = ()


__all__ = [
    "Asset",
    "Content",
    "DocumentPart",
    "Entry",
    "EntryText",
    "Key",
    "Loc",
    "SiteEntry",
    "TextKey",
    "UnreadText",
]
