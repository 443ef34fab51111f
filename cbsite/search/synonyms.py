"""Words that mean the same, from the hub's own registers: what else to look for when one of them is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cbsite.library.library import Library
from cbsite.records.event import Event
from cbsite.records.figure import Figure
from cbsite.records.glossary import Term
from cbsite.records.organisation import Organisation
from cbsite.records.place import Place
from cbsite.records.programme import Programme
from cbsite.records.theme import Theme
from cbsite.search.words import WORDS, as_json, list_files, tokens

SYNONYMS = f"{WORDS}/synonyms.json"
"""Where the groups stand, under the site's root."""

NAMES = f"{WORDS}/names"
"""The folder of lists of the words of names and titles, under the site's root: a word that is nowhere was most
likely one."""


def synonym_files(library: Library) -> dict[str, bytes]:
    """The file of the groups, by path."""
    return {SYNONYMS: as_json(sorted(set(_distinct(_groups(library)))))}


def name_files(library: Library) -> dict[str, bytes]:
    """The lists, by path, of the words of titles, terms of the glossary and names of places, each with how many."""
    entries = [entry for entry in library.entries.values() if entry.record.status != "withdrawn"]
    # What events and single figures have for a name is a sentence.
    names = {e.record.heading for e in entries if not isinstance(e.record, Event | Figure)}
    names.update(name for place in library.records(Place) for name in place.other_names)
    return list_files(NAMES, Counter(word for name in names for word in set(tokens(name))))


def _groups(library: Library) -> Iterator[tuple[str, ...]]:
    """Words that may stand for one another.

    What a theme lists are words that lead to it, not always words for the same: each goes with the theme's
    own name, but not with one another.
    """
    for term in library.records(Term):
        yield (term.label, term.expand or "", *term.synonyms)
    for theme in library.records(Theme):
        yield from ((theme.label, word) for word in theme.other_names)
    for model in (Place, Organisation, Programme):
        for record in library.records(model):
            yield (record.heading, *record.other_names)


def _distinct(groups: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Each group without words that are the same to a search; at least two must be left."""
    for group in groups:
        by_tokens: dict[tuple[str, ...], str] = {}
        for phrase in group:
            by_tokens.setdefault(tuple(tokens(phrase)), phrase)
        by_tokens.pop((), None)
        if len(by_tokens) > 1:
            yield tuple(by_tokens.values())
