"""Every address before any page: what stands where, and who else wants to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from cbsite.diagnostics import Report, Span
from cbsite.library.library import Library
from cbsite.names import folded, problem_with
from cbsite.plan.address import Location, file_path
from cbsite.plan.facets import Facets
from cbsite.plan.lists import list_pages
from cbsite.plan.mentions import WITHOUT_PAGE
from cbsite.plan.own_pages import own_pages
from cbsite.plan.plan import PlannedPage, Redirect
from cbsite.plan.registers import claims_of, places_on_registers
from cbsite.plan.texts import part_address, print_address
from cbsite.read.entry import Entry, Key
from cbsite.records.kinds import BY_NAME
from cbsite.records.news import News

_OWN_FILES = ("sitemap.xml", "robots.txt", "cbsite-manifest.json", "_headers", "_redirects")
_OWN_FOLDERS = ("assets", "files", "pagefind", "pictures", "search/words", "404")
"""Folders that are wholly the site's own. Hosts that leave out `.html` show 404.html at /404/."""

_ADDRESS = re.compile(r"/(?:[a-z0-9._~-]+/)*(?:[a-z0-9._~-]+)?", re.IGNORECASE | re.ASCII)
_LONGEST = 500
"""Characters of an old address: more than any needs, and what every disk can hold."""


def location_of(library: Library, entry: Entry) -> Location:
    """Where a record stands: a page of its own, or an anchor on one of its register's."""
    kind, id = entry.key
    if kind in WITHOUT_PAGE:
        return library.once(places_on_registers)[entry.key]
    if kind == "page":
        return Location(f"/{id}/")
    if kind == "topic":
        return Location(f"/figures/{id}/")
    if isinstance(entry.record, News):
        return Location(f"/news/{entry.record.date.year}/{id}/")
    return Location(f"/{BY_NAME[kind].register}/{id}/")


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who wants an address: the file or line of an author, or cbsite itself (no span)."""

    address: str
    span: Span | None
    alias: bool = False


class Claims:
    """Which file of the site each address needs, and who wants it.

    By file and not by address: `/a/` and `/a/index.html` are one file, for Windows and macOS `/A/` is
    too, and no disk has a file in the place of a folder.
    """

    def __init__(self) -> None:
        self._by_file: defaultdict[str, list[_Claim]] = defaultdict(list)
        for name in _OWN_FILES:
            self.add(f"/{name}", None)
        # Claimed as files, so that nothing can stand inside.
        for name in _OWN_FOLDERS:
            self._by_file[name].append(_Claim(f"/{name}/", None))

    def add(self, address: str, span: Span | None, alias: bool = False) -> None:
        """Claim the file of an address, for what stands at `span` (None: cbsite itself)."""
        self._by_file[folded(file_path(address))].append(_Claim(address, span, alias))

    def report_clashes(self, report: Report) -> None:
        """Report (E-CLASH) each file that is wanted twice, or as a file and as a folder."""
        for path, claims in self._by_file.items():
            if len(claims) > 1:
                _clash(claims, _one_file(claims), report)
            for end in (index for index, character in enumerate(path) if character == "/"):
                for outer in self._by_file.get(path[:end], ()):
                    for inner in claims:
                        message = _file_and_folder(path[:end], outer, inner)
                        _clash([outer, inner], message, report)


def plan_pages(
    library: Library, facets: Facets, claims: Claims, report: Report
) -> tuple[PlannedPage, ...]:
    """All pages in order of address, each with its claim."""
    pages: dict[str, PlannedPage] = {}
    for page in own_pages(library, facets):
        pages[page.address] = page
        claims.add(page.address, None)
    for entry in library.entries.values():
        location, kind = location_of(library, entry), entry.kind
        if kind not in WITHOUT_PAGE:
            page = PlannedPage(location.address, entry.kind, entry.record.heading, entry.key)
            pages.setdefault(page.address, page)
            claims.add(page.address, _where(entry))
            if entry.record.status != "withdrawn":
                pages |= _split_pages(entry, location, claims)
                pages |= _more_claims(library, entry, location, claims)
        elif entry.prose is not None and not entry.prose.is_empty:
            report.add(
                "E-STRAY",
                entry.source.whole(),
                f"The text under the front matter would not show: a {BY_NAME[kind].noun} has no page of its own.",
                "Move the text to a page, or put a sentence into the field 'note'.",
            )
    return tuple(sorted(pages.values(), key=lambda page: page.address))


def _more_claims(
    library: Library, entry: Entry, location: Location, claims: Claims
) -> dict[str, PlannedPage]:
    """The pages of a topic after its first, where it has more figures than that one shows."""
    if entry.kind != "topic":
        return {}
    count = len(claims_of(library, entry.key[1]))
    found = list_pages(location.address, entry.kind, entry.record.heading, count)
    pages = {page.address: replace(page, key=entry.key) for page in islice(found, 1, None)}
    for address in pages:
        claims.add(address, None)
    return pages


def _split_pages(entry: Entry, location: Location, claims: Claims) -> dict[str, PlannedPage]:
    """The pages of a split document beside its cover: one for each part, and one of all for print."""
    if not entry.sections:
        return {}
    kind, whole = entry.kind, print_address(location)
    pages = {
        whole: PlannedPage(
            whole, f"{kind}-print", entry.record.heading, entry.key, canonical=location.address
        )
    }
    claims.add(whole, None)
    for part in entry.parts:
        address = part_address(location, part)
        page = PlannedPage(address, f"{kind}-section", part.title, entry.key, (part.slug,))
        pages.setdefault(address, page)
        claims.add(address, part.source.whole())
    return pages


def plan_redirects(
    library: Library, locations: dict[Key, Location], claims: Claims, report: Report
) -> tuple[Redirect, ...]:
    """A redirect for each alias that is an address, each with its claim."""
    redirects: list[Redirect] = []
    for entry in library.entries.values():
        location, title = locations[entry.key], entry.record.heading
        if entry.sections and entry.record.status == "withdrawn":
            for address in (
                print_address(location),
                *(part_address(location, p) for p in entry.parts),
            ):
                claims.add(address, None)
                redirects.append(Redirect(address, location, title))
        for index, alias in enumerate(entry.record.aliases):
            span = entry.span("aliases", index)
            last = alias.rpartition("/")[2]
            source = alias if not last or "." in last else f"{alias}/"
            if problem := _alias_problem(alias, source):
                report.add("E-VALUE", span, *problem)
                continue
            claims.add(source, span, alias=True)
            redirects.append(Redirect(source, location, title))
    return tuple(sorted(redirects, key=lambda redirect: redirect.source))


def _alias_problem(alias: str, source: str) -> tuple[str, str] | None:
    """Why a text cannot be an old address, and what to do. `source` is the address that it would be."""
    if len(alias) > _LONGEST:
        return (
            f"An old address has at most {_LONGEST} characters, this one {len(alias)}.",
            "Take it out: an address so long is a mistake.",
        )
    if not _ADDRESS.fullmatch(alias) or "/." in alias:
        return (
            f"'{alias}' cannot be an old address.",
            "Write the path from the first slash on, such as /places/essex-county/, "
            "with letters, digits, - . _ and ~ only.",
        )
    if why := problem_with(file_path(source)):
        return (
            f"'{alias}' cannot be an old address: {why}.",
            "Take it out, or correct it: not every computer could hold the site with it.",
        )
    return None


def _where(entry: Entry) -> Span:
    return entry.source.whole() if entry.prose is not None else entry.span("id")


def _clash(claims: Sequence[_Claim], message: str, report: Report) -> None:
    """Report a clash to those who can give way: old addresses before pages, never cbsite itself."""
    aliases = [claim for claim in claims if claim.alias]
    hint = (
        "Take the old address out, or correct it: the page or file stays where it is."
        if aliases
        else "Rename one of the files, or give one record another id."
    )
    for claim in aliases or claims:
        if claim.span is not None:
            report.add("E-CLASH", claim.span, f"{message}: {_names(claims)}.", hint)


def _one_file(claims: Sequence[_Claim]) -> str:
    addresses = list(dict.fromkeys(claim.address for claim in _authors_first(claims)))
    if len(addresses) > 1:
        return f"The addresses {' and '.join(addresses)} are one file of the site"
    number = "Two" if len(claims) == 2 else len(claims)
    return f"{number} pages want the address {addresses[0]}"


def _file_and_folder(folder: str, outer: _Claim, inner: _Claim) -> str:
    if folder in _OWN_FOLDERS:
        return f"The address {inner.address} is in {outer.address}, which the site keeps for itself"
    file = file_path(outer.address)
    return f"The address {inner.address} needs a folder where {file} is a file"


def _names(claims: Sequence[_Claim]) -> str:
    return " and ".join(_name(claim.span) for claim in _authors_first(claims))


def _authors_first(claims: Sequence[_Claim]) -> list[_Claim]:
    return sorted(claims, key=lambda claim: (claim.span is None, not claim.alias))


def _name(span: Span | None) -> str:
    if span is None:
        return "cbsite itself"
    return f"{span.path}, line {span.start.line}" if span.start else span.path
