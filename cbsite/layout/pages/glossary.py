"""The glossary: words and acronyms from A to Z, what they mean, and who uses them."""

from __future__ import annotations

import unicodedata
from itertools import groupby

from cbsite.layout.blocks.lists import withdrawn
from cbsite.layout.parts.context import Context
from cbsite.layout.parts.frame import frame
from cbsite.layout.parts.mentions import mentioned
from cbsite.layout.parts.record_page import crumbs
from cbsite.layout.parts.search_tags import plain_tags
from cbsite.layout.parts.wording import row
from cbsite.layout.values import Directory, DirectoryEntry, Jumps, PageValue, Plate, Section, Words
from cbsite.records.glossary import Term

_LEDE = "Words and short forms of the papers, what they mean, and which paper uses them."
_OTHER = "0 to 9"
"""Stands for labels that begin with no letter."""


def glossary(context: Context) -> PageValue:
    title = context.page.title
    terms = sorted(context.library.records(Term), key=_order)
    letters = tuple(
        Section(
            _anchor(letter), letter, (Directory(tuple(_entry(context, term) for term in group)),)
        )
        for letter, group in groupby(terms, key=_letter)
    )
    gone = (entry.record for entry in context.library.of_kind("term"))
    return PageValue(
        "pages/glossary.html",
        frame(context, title, _LEDE),
        Plate(title, _LEDE, crumbs=crumbs(context, title)),
        (*_jumps(letters), *letters, *withdrawn(gone)),
        indexed=plain_tags(title, title),
    )


def _jumps(letters: tuple[Section, ...]) -> tuple[Section, ...]:
    links = tuple(Words(section.title, f"#{section.id}") for section in letters)
    return (Section("", "", (Jumps("Letters", links),)),) if len(links) > 1 else ()


def _entry(context: Context, term: Term) -> DirectoryEntry:
    used, sources = context.cite_all(term.used_by), context.cite_all(term.sources)
    return DirectoryEntry(
        term.id,
        term.label,
        term.expand or "",
        " ".join(part for part in (term.definition, term.summary) if part),
        (
            *row("Also called", ", ".join(term.synonyms)),
            *row("Used by", *used),
            *row("See also", *context.links_to("term", term.see)),
            *row("Source", *(() if sources == used else sources)),
        ),
        mentioned(context, ("term", term.id)),
    )


def _order(term: Term) -> tuple[bool, str, str, str]:
    """By letter, what begins with none first; then without regard to capitals and accents."""
    letter = _letter(term)
    return letter != _OTHER, letter, _plain(term.label), term.id


def _letter(term: Term) -> str:
    first = _plain(term.label)[:1].upper()
    return first if first.isalpha() else _OTHER


def _plain(label: str) -> str:
    """The label in small letters without accents, so that `Élan` stands under E."""
    apart = unicodedata.normalize("NFD", label.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _anchor(letter: str) -> str:
    return f"letter_{letter.lower() if letter.isascii() and letter.isalpha() else ord(letter[0])}"
