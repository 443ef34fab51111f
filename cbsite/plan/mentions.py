"""Lists of what refers to a record, on pages of their own: where the record's page shows only the first of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from cbsite.library.library import Library
from cbsite.plan.facets import FINDERS, Facets
from cbsite.plan.lists import ListPart, list_pages
from cbsite.plan.plan import PlannedPage
from cbsite.plan.registers import ON_REGISTER_PAGE
from cbsite.read.entry import Entry, Key
from cbsite.records.kinds import BY_NAME, KIND_OF

MOST = 50
"""How many records of one kind the page of another lists."""

MOST_BESIDE = 60
"""How many records of any kind an entry of a register names that mention it."""

WITHOUT_PAGE = (*ON_REGISTER_PAGE, "figure")
"""Kinds whose records have no page of their own; figures stand on the pages of their topic."""

_SHOWN_OTHERWISE = {("topic", "figure"), ("programme", "figure")}
"""What pages have in another way: the claims of a topic are its pages, and a programme leaves figures to its places."""

_FINDERS = {KIND_OF[model]: (finder, facets) for finder, (model, facets) in FINDERS.items()}


class WholeList(msgspec.Struct, frozen=True):
    """Where all records of a kind that refer to another are listed, and how many they are."""

    address: str
    count: int
    own: bool
    """Whether it is a list made for that; else a finder's list has them all."""


def whole_list(library: Library, facets: Facets, key: Key, kind: str = "") -> WholeList | None:
    """The list of all records of a kind (empty: of any) that refer to `key`; None where its page has them all."""
    counts = library.once(counts_of_mentions).get(key, {})
    count = counts.get(kind, 0) if kind else sum(counts.values())
    if count <= (MOST if kind else MOST_BESIDE) or (key[0], kind) in _SHOWN_OTHERWISE:
        return None
    finder, known = _FINDERS.get(kind, ("", ()))
    if key[0] in known and key[1] in facets.counts(finder).get(key[0], {}):
        found = facets.having(finder, key[0], key[1])
        named = {record.id for record in found}
        if all(entry.key[1] in named for entry in library.mentions(key) if entry.kind == kind):
            address = ListPart(key[0], key[1]).address(f"/{finder}/")
            return WholeList(address, len(found), own=False)
    return WholeList(_address(key, kind), count, own=True)


def mention_pages(library: Library, facets: Facets) -> Iterator[PlannedPage]:
    """The lists that are needed: of an entry of a register one, of a record with a page one for each kind."""
    for key, counts in library.once(counts_of_mentions).items():
        entry = library.entries[key]
        if entry.record.status == "withdrawn":
            continue
        for kind in ("",) if key[0] in WITHOUT_PAGE else counts:
            whole = whole_list(library, facets, key, kind)
            if whole is not None and whole.own:
                title = entry.record.heading
                for page in list_pages(whole.address, "mentions", title, whole.count, "", kind):
                    yield PlannedPage(page.address, page.kind, title, key, page.detail)


def mentions_in_order(library: Library) -> Mapping[Key, tuple[Entry, ...]]:
    """What refers to each record that more refer to than its page shows, by kind and name; for `Library.once`."""
    counts = library.once(counts_of_mentions)
    return {
        key: tuple(sorted(library.mentions(key), key=_kind_and_name))
        for key, found in counts.items()
        if sum(found.values()) > min(MOST, MOST_BESIDE)
    }


def counts_of_mentions(library: Library) -> Mapping[Key, Mapping[str, int]]:
    """How many published records of each kind refer to each, by its key; for `Library.once`."""
    return {
        key: Counter(kind for kind, _ in library.mentions_by_key(key))
        for key in library.mentioned_in
        if key in library.entries
    }


def _address(key: Key, kind: str) -> str:
    own = f"/mentions/{BY_NAME[key[0]].register}/{key[1]}/"
    return f"{own}{BY_NAME[kind].register}/" if kind else own


def _kind_and_name(entry: Entry) -> tuple[str, str]:
    return entry.kind, entry.record.heading.lower()
