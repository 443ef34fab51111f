"""Every address before any page: what stands where, and who else wants to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cbsite.diagnostics import Report, Span
from cbsite.library import Library
from cbsite.plan.address import Location
from cbsite.plan.plan import PlannedPage, Redirect
from cbsite.read.entry import Entry, Key
from cbsite.records.figure import Figure
from cbsite.records.kinds import BY_NAME, KINDS

ON_REGISTER_PAGE = {"event": "/timeline/", "source": "/sources/"}
"""Kinds whose records stand as `#id` on one page."""

WITHOUT_PAGE = (*ON_REGISTER_PAGE, "figure")
"""Kinds whose records have no page of their own; figures stand on the page of their topic."""

REGISTER_TITLES = {
    "places": "Places",
    "pilots": "Pilots",
    "hubs": "Hubs",
    "case-studies": "Case studies",
    "documents": "Documents",
    "programmes": "Programmes",
    "themes": "Themes",
    "organisations": "Organisations",
}
"""Registers with a page that lists them, where they have anything in them."""

_OWN = ("/assets/", "/files/", "/pagefind/")
_ADDRESS = re.compile(r"/(?:[a-z0-9._~-]+/)*(?:[a-z0-9._~-]+)?", re.IGNORECASE)


def location_of(library: Library, entry: Entry) -> Location:
    """Where a record stands: a page of its own, or an anchor on its register's.

    The page of a withdrawn topic has only its notice, so its figures have no anchor.
    """
    kind, id = entry.key
    if kind in ON_REGISTER_PAGE:
        return Location(ON_REGISTER_PAGE[kind], id)
    if isinstance(entry.record, Figure):
        topic = library.entries.get(("topic", entry.record.topic))
        withdrawn = topic is not None and topic.record.status == "withdrawn"
        return Location(f"/figures/{entry.record.topic}/", "" if withdrawn else id)
    if kind == "page":
        return Location(f"/{id}/")
    if kind == "topic":
        return Location(f"/figures/{id}/")
    register = next(k.register for k in KINDS if k.name == kind)
    return Location(f"/{register}/{id}/")


def place_in(entry: Entry, location: Location, anchor: str) -> Location:
    """An anchor in the text of a record; the page of a withdrawn one has only its notice."""
    return location if entry.record.status == "withdrawn" else Location(location.address, anchor)


def plan_pages(library: Library, report: Report) -> tuple[PlannedPage, ...]:
    """All pages in order of address; two that want one address are a clash (E-CLASH)."""
    wanted: defaultdict[str, list[tuple[PlannedPage, Span | None]]] = defaultdict(list)
    for page in _own_pages(library):
        wanted[page.address].append((page, None))
    for entry in library.entries.values():
        location, kind = location_of(library, entry), entry.kind
        if kind not in WITHOUT_PAGE:
            page = PlannedPage(location.address, entry.kind, entry.record.heading, entry.key)
            wanted[location.address].append((page, _where(entry)))
        elif entry.prose is not None and entry.prose.children:
            report.add(
                "E-STRAY",
                entry.source.whole(),
                f"The text under the front matter would not show: a {BY_NAME[kind].noun} has no page of its own.",
                "Move the text to a page, or put a sentence into  note:  in the front matter.",
            )
        if location.address.startswith(_OWN):
            _clash(location.address, [_where(entry)], "cbsite itself", report)
    for address, claims in wanted.items():
        spans = [span for _, span in claims if span is not None]
        if len(claims) > 1 and spans:
            own = "cbsite itself" if len(spans) < len(claims) else ""
            _clash(address, spans, own, report)
    return tuple(
        sorted((claims[0][0] for claims in wanted.values()), key=lambda page: page.address)
    )


def plan_redirects(
    library: Library, pages: tuple[PlannedPage, ...], locations: dict[Key, Location], report: Report
) -> tuple[Redirect, ...]:
    """A redirect for each alias; each old address must be free and well formed."""
    taken: dict[str, Span | None] = {page.address: None for page in pages}
    redirects: list[Redirect] = []
    for entry in library.entries.values():
        for index, alias in enumerate(entry.record.aliases):
            span = entry.span("aliases", index)
            if not _ADDRESS.fullmatch(alias) or "/." in alias or alias.startswith(_OWN):
                report.add(
                    "E-VALUE",
                    span,
                    f"'{alias}' cannot be an old address.",
                    "Write the path from the first slash on, such as  /places/essex-county/",
                )
                continue
            last = alias.rpartition("/")[2]
            source = alias if not last or "." in last else f"{alias}/"
            if source in taken:
                spans = [span] if taken[source] is None else [span, taken[source]]
                _clash(
                    source,
                    [s for s in spans if s],
                    "a page" if taken[source] is None else "",
                    report,
                )
                continue
            taken[source] = span
            redirects.append(Redirect(source, locations[entry.key], entry.record.heading))
    return tuple(sorted(redirects, key=lambda redirect: redirect.source))


def _own_pages(library: Library) -> Iterator[PlannedPage]:
    """The pages that no single record asks for."""
    yield PlannedPage("/", "home", library.site.name)
    yield PlannedPage("/search/", "search", "Search")
    yield PlannedPage("/404.html", "not-found", "Page not found")
    for kind in KINDS:
        if kind.register in REGISTER_TITLES and library.of_kind(kind.name):
            yield PlannedPage(f"/{kind.register}/", kind.register, REGISTER_TITLES[kind.register])
    if library.of_kind("event"):
        yield PlannedPage("/timeline/", "timeline", "Timeline")
    if library.of_kind("figure"):
        yield PlannedPage("/figures/", "figures", "Figures")
    if library.of_kind("source") or library.of_kind("document"):
        yield PlannedPage("/sources/", "sources", "Sources")


def _where(entry: Entry) -> Span:
    return entry.source.whole() if entry.prose is not None else entry.span("id")


def _clash(address: str, spans: list[Span], own: str, report: Report) -> None:
    names = [_name(span) for span in spans] + ([own] if own else [])
    for span in spans:
        report.add(
            "E-CLASH",
            span,
            f"Two pages want the address {address}: {' and '.join(names)}.",
            "Rename one of the files, or give one record another id.",
        )


def _name(span: Span) -> str:
    return f"{span.path}, line {span.start.line}" if span.start else span.path
