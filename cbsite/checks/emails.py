"""E-mail addresses that do not agree with the name beside them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from cbsite.checks.texts import ShownText
from cbsite.diagnostics import Edit, Report, Span
from cbsite.library.library import Library
from cbsite.read.entry import Entry
from cbsite.records.organisation import Organisation
from cbsite.records.person import Person
from cbsite.records.place import Place

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WORD = re.compile(r"[a-z]+")
_DIGITS = "0123456789"
_CAPITALISED = r"[A-Z\u00c0-\u00de][\w'\u2019-]+"
_NAME = re.compile(rf"{_CAPITALISED} {_CAPITALISED}")
_NAMED = re.compile(rf"(?<!\w)({_CAPITALISED} {_CAPITALISED}) [(<]([^@\s<>()]+@[^@\s<>()]+)[)>]")
"""A name, and an address in brackets after it."""
_GOES_ON = re.compile(r"[A-Z][\w'\u2019-]* $")
"""A third word with a capital before it: `Essex Fire Service` is rather an office."""

_ROLES = frozenset((
    "admin", "adult", "adults", "advice", "board", "budget", "budgets", "business", "chair", "chief",
    "children", "clerk", "committee", "communications", "community", "complaints", "contact", "corporate",
    "council", "councillor", "data", "delivery", "democratic", "department", "deputy", "director", "enquiries",
    "executive", "families", "finance", "general", "head", "health", "help", "housing", "hub", "info", "leader",
    "local", "mail", "manager", "media", "network", "office", "officer", "partnership", "pilot", "place",
    "places", "planning", "policy", "press", "programme", "project", "public", "reception", "research",
    "secretary", "service", "services", "social", "strategy", "support", "team", "the", "troubled", "web",
    "whole", "work", "youth",
))  # fmt: skip
"""Words of offices, of which one in an address is enough to tell that it is nobody's name."""


def office_words(library: Library) -> frozenset[str]:
    """Words that tell that an address is an office's: of offices, and the names of organisations and places."""
    entries = (entry for shelf in (library.entries, library.hidden) for entry in shelf.values())
    named = [
        entry.record.name for entry in entries if isinstance(entry.record, Organisation | Place)
    ]
    return frozenset((*_ROLES, *_words(named)))


def check_people(library: Library, report: Report) -> None:
    """Report each person whose address is somebody else's (W-EMAIL)."""
    people = [
        entry
        for shelf in (library.entries, library.hidden)
        for entry in shelf.values()
        if isinstance(entry.record, Person)
    ]
    names = [name for entry in people if (name := getattr(entry.record, "name", None))]
    short = {f"{name[0]}{name.split()[-1]}".lower(): name for name in names}
    for entry in people:
        assert isinstance(entry.record, Person)
        _of_another(library, entry, entry.record, short, report)


def check_emails(texts: Iterable[ShownText], offices: frozenset[str], report: Report) -> None:
    """Report each address in a text that does not agree with the name beside it (W-EMAIL).

    `offices` are the words of `office_words`.
    """
    for text in texts:
        _links(text, offices, report)
        _in_passages(text, offices, report)


def _of_another(
    library: Library, entry: Entry, person: Person, short: Mapping[str, str], report: Report
) -> None:
    """`short` are the names of people by their short forms, such as `jsmith`."""
    if not person.name or not person.email:
        return
    local, _, domain = person.email.partition("@")
    found = library.find(("organisation", person.org)) if person.org else None
    org = found.record.name if found and isinstance(found.record, Organisation) else ""
    offices = frozenset((*_ROLES, *_words((person.role, org, domain))))
    other = short.get(local.lower().rstrip(_DIGITS)) or _other_name(local, person.name, offices)
    if other and other != person.name and not _agrees(local, person.name):
        report.add(
            "W-EMAIL",
            entry.span("email").of(local),
            f"The address is that of {other}, but the person is {person.name}.",
            "Put the address or the name right.",
        )


def _other_name(local: str, name: str, offices: frozenset[str]) -> str:
    """The name that an address is made of, where it is surely not `name`; empty otherwise."""
    parts = re.split(r"[._-]", local.lower().rstrip(_DIGITS))
    if len(parts) != 2 or not all(map(_WORD.fullmatch, parts)) or len(parts[1]) < 2:
        return ""
    own = _words((name,))
    # One letter is an initial; a surname may have changed, so it is enough that the initial agrees.
    agree = len(parts[0]) == 1 and any(word.startswith(parts[0]) for word in own)
    if agree or offices.intersection(parts) or own.intersection(parts):
        return ""
    return " ".join(part.capitalize() + "." * (len(part) == 1) for part in parts)


def _agrees(local: str, name: str) -> bool:
    """Whether a name, or its surname with an initial, is in an address: `jsmith` of Jane Smith."""
    return any(len(word) > 2 and word in local.lower() for word in _words((name,)))


def _in_passages(text: ShownText, known: frozenset[str], report: Report) -> None:
    for passage in text.passages:
        for match in _NAMED.finditer(passage.words) if "@" in passage.words else ():
            if not _GOES_ON.search(passage.words[: match.start()]):
                span = passage.span(text.source, *match.span(2))
                _beside(match[1], match[2], span, known, report)


def _beside(name: str, address: str, span: Span, known: frozenset[str], report: Report) -> None:
    """Report an address that is made of another name than the one beside it; words of offices are no name."""
    if not known.isdisjoint(_words((name,))):
        return
    if other := _other_name(address.partition("@")[0], name, known):
        report.add(
            "W-EMAIL",
            span,
            f"The address is that of {other}, but the name beside it is {name}.",
            "Put the address or the name right.",
        )


def _links(text: ShownText, known: frozenset[str], report: Report) -> None:
    """Links to an address whose words are another, or the name of somebody else."""
    for link in text.links:
        scheme, _, rest = link.target.partition(":")
        if scheme.lower() != "mailto":
            continue
        leads = unquote(rest.partition("?")[0])
        shown = re.sub(r"^mailto:", "", link.words.strip(), flags=re.IGNORECASE)
        if _NAME.fullmatch(shown):
            place = (link.target_span or link.span).of(rest.partition("?")[0])
            _beside(shown, leads, place, known, report)
        elif _ADDRESS.fullmatch(shown) and shown.casefold() != leads.casefold():
            place = (link.target_span or link.span).of(rest.partition("?")[0])
            report.add(
                "W-EMAIL",
                place,
                f"Readers see {shown}, but the link writes to {leads}.",
                "Find out which of the two is right, and write it in both places.",
                (Edit(place, shown),) if link.target_span else (),
                safe=False,
            )


def _words(texts: Iterable[str]) -> set[str]:
    """The words of names in plain small letters: `Zoë O'Brien` is zoe and obrien, and o and brien too."""
    plain = unicodedata.normalize("NFD", " ".join(texts).lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
    return {*_WORD.findall(plain), *_WORD.findall(plain.replace("'", "")), *_joined(plain)}


def _joined(plain: str) -> Iterable[str]:
    """Double names written as one, such as smithjones."""
    return (re.sub("[^a-z]", "", word) for word in plain.split())
