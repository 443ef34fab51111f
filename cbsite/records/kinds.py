"""Every kind of record: its name in references, its register, and its type."""

from __future__ import annotations

import msgspec

from cbsite.records.case_study import CaseStudy
from cbsite.records.collection import Collection
from cbsite.records.document import Document
from cbsite.records.event import Event
from cbsite.records.figure import Figure, Topic
from cbsite.records.glossary import Term
from cbsite.records.hub import Hub
from cbsite.records.news import News
from cbsite.records.organisation import Organisation
from cbsite.records.page import Page
from cbsite.records.person import Person
from cbsite.records.pilot import Pilot
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.record import Record
from cbsite.records.source import SourceRecord
from cbsite.records.theme import Theme


class Kind(msgspec.Struct, frozen=True):
    """A kind of record.

    `name` is the word before the colon in a reference (`place:essex`), `register` the folder or file it is
    written in (`places`), `noun` what people call it. Prose kinds are only ever Markdown files; those
    with `parts` may be a folder of several.
    """

    name: str
    register: str
    noun: str
    model: type[Record]
    prose: bool = False
    parts: bool = False


KINDS: tuple[Kind, ...] = (
    Kind("case-study", "case-studies", "case study", CaseStudy, prose=True),
    Kind("document", "documents", "document", Document, prose=True, parts=True),
    Kind("page", "pages", "page", Page, prose=True),
    Kind("news", "news", "news item", News, prose=True),
    Kind("collection", "collections", "collection", Collection, prose=True),
    Kind("programme", "programmes", "programme", Programme),
    Kind("place", "places", "place", Place),
    Kind("organisation", "organisations", "organisation", Organisation),
    Kind("person", "people", "person", Person),
    Kind("pilot", "pilots", "pilot", Pilot),
    Kind("hub", "hubs", "hub", Hub),
    Kind("event", "events", "event", Event),
    Kind("theme", "themes", "theme", Theme),
    Kind("term", "glossary", "glossary entry", Term),
    Kind("source", "sources", "source", SourceRecord),
    Kind("topic", "topics", "topic", Topic),
    Kind("figure", "figures", "figure", Figure),
)

BY_NAME = {kind.name: kind for kind in KINDS}
BY_REGISTER = {kind.register: kind for kind in KINDS}
KIND_OF = {kind.model: kind.name for kind in KINDS}

_SPACES = {"source": ("source", "document"), "contact": ("organisation", "person")}


def kinds_named(name: str) -> tuple[str, ...]:
    """The kinds that the word of a reference stands for; the ids of several share one space.

    A citation's `source` may be a document that the hub publishes; a `contact` is an organisation or a person.
    """
    return _SPACES.get(name, (name,))


def space_of(kind: str) -> str:
    """The name under which the ids of a kind must differ: `source` for a document, its own for most."""
    return next((name for name, kinds in _SPACES.items() if kind in kinds), kind)
