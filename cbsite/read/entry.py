"""A record with where it was written, so that later checks can point at it."""

from __future__ import annotations

from dataclasses import dataclass

from cbsite.diagnostics import Source, Span
from cbsite.read.tree import Prose
from cbsite.read.yaml_tree import Mapping, locate
from cbsite.records.fields import Loc, Record
from cbsite.records.site import Site

Key = tuple[str, str]
"""Kind and id of a record: `("place", "essex")`."""

SITE_KEY: Key = ("site", "site")
"""The key of `site.yml` among what could not be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, its text (if any), and the YAML it was read from."""

    kind: str
    record: Record
    prose: Prose | None
    source: Source
    yaml: Mapping

    @property
    def key(self) -> Key:
        return self.kind, self.record.id

    def span(self, *loc: str | int) -> Span:
        """Where the field at `loc` is written, or the nearest thing round it."""
        return locate(self.yaml, loc)


@dataclass(frozen=True, slots=True)
class UnreadText:
    """A record whose fields have errors: its links and ids can be checked all the same.

    `prose` is its text, empty for a record without one; `references` the ids in its fields, each with its
    place and the kind of record it refers to. A draft's fields wait with it.
    """

    source: Source
    prose: Prose
    references: tuple[tuple[Span, str, str], ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class SiteEntry:
    """The hub's `site.yml`."""

    record: Site
    source: Source
    yaml: Mapping

    def span(self, *loc: str | int) -> Span:
        return locate(self.yaml, loc)


@dataclass(frozen=True, slots=True)
class Content:
    """All that hub staff wrote: `site.yml`, records in order of kind and id, and other files' paths.

    `assets` are paths relative to `content/`, with forward slashes. Without a readable `site.yml`, `site`
    is None and the report says why.

    `unread` names the records that are there but could not be read, so that references to them need not be
    called unknown; an empty id stands for some records of the kind whose ids are not known. `unread_texts` are
    what can be checked of such records, and of `site.yml`.
    """

    site: SiteEntry | None
    entries: tuple[Entry, ...]
    assets: tuple[str, ...]
    unread: frozenset[Key] = frozenset()
    unread_texts: tuple[UnreadText, ...] = ()


__all__ = ["Content", "Entry", "Key", "Loc", "SiteEntry", "UnreadText"]
