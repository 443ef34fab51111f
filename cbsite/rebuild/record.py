"""What is to be remembered of a build in which everything was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cbsite.assemble.files import assets_of
from cbsite.assemble.page import Made, PageRenderer
from cbsite.assemble.site import Site
from cbsite.checks.remarks import Remarks
from cbsite.checks.text_rules import knowledge_of
from cbsite.diagnostics import Diagnostic, Report
from cbsite.library.library import Known, Library
from cbsite.plan.address import file_path
from cbsite.plan.plan import Plan, PlannedPage
from cbsite.read.entry import Key
from cbsite.rebuild.again import Again
from cbsite.rebuild.index import Index, index_to_bytes
from cbsite.rebuild.last import LastBuild, PageMark, UnitMark
from cbsite.rebuild.readings import UnitRead
from cbsite.rebuild.shelf import Shelf
from cbsite.rebuild.sources import CONTENT
from cbsite.render.theme import Theme


def unit_marks(read: Mapping[str, UnitRead], remarks: Mapping[str, Remarks]) -> dict[str, UnitMark]:
    """What to remember of each unit, by its path in content/."""
    return {
        path: UnitMark(
            unit.key, unit.facts, unit.words, unit.found,
            remarks.get(f"{CONTENT}/{path}", Remarks()),
        )
        for path, unit in read.items()
    }  # fmt: skip


def other_findings(
    found: Iterable[Diagnostic], units: Mapping[str, UnitMark]
) -> tuple[Diagnostic, ...]:
    """What was found that no unit alone tells."""
    told = {
        diagnostic
        for unit in units.values()
        for diagnostic in (*unit.found, *unit.remarks.found, *(d for _, d in unit.remarks.doubts))
    }
    return tuple(diagnostic for diagnostic in found if diagnostic not in told)


def page_marks(
    pages: Iterable[Made], plan: Plan, library: Library, shelf: Shelf
) -> tuple[PageMark, ...]:
    """What to remember of each page; redirects are among them, without an address."""
    by_path = {file_path(page.address): page for page in plan.pages.values()}
    return tuple(_mark(made, by_path.get(made.path), library, shelf) for made in pages)


def _mark(made: Made, page: PlannedPage | None, library: Library, shelf: Shelf) -> PageMark:
    unit = unit_of(library, page.key) if page and page.key else ""
    address = page.address if page else ""
    return PageMark(
        made.path, address, unit, made.key, made.made, made.indexed, shelf.entries[made.path],
        *shelf.whys[made.path],
    )  # fmt: skip


def unit_of(library: Library, key: Key) -> str:
    """The path in content/ of the file that a record is read from."""
    entry = library.find(key)
    assert entry is not None
    return entry.source.path.removeprefix(f"{CONTENT}/")


def index_of(library: Library, plan: Plan, theme: Theme) -> Index:
    """The library and the plan as the next build needs them."""
    return Index(
        {key: unit_of(library, key) for key in library.entries},
        {key: unit_of(library, key) for key in library.hidden},
        library.mentioned_in,
        Known(library.withdrawn, library.kin_table),
        tuple(plan.pages.values()),
        plan.locations,
        plan.redirects,
        plan.links,
        plan.files,
        plan.sizes,
        plan.pictures,
        tuple(plan.feeds.values()),
        assets_of(theme),
    )


def record_build(
    again: Again,
    library: Library,
    site: Site,
    theme: Theme,
    remarks: Mapping[str, Remarks],
    shelf: Shelf,
    report: Report,
) -> LastBuild:
    """What to remember of a build in which everything was made; its other files are put into the site."""
    units = unit_marks(again.readings.marks, remarks)
    index = index_to_bytes(index_of(library, site.plan, theme))
    index_key = again.memo.key("index", index)
    again.memo.put([(index_key, index)])
    return LastBuild(
        again.sources.hashes,
        library.site.timezone,
        library.as_of.isoformat(),
        again.borrows(theme),
        again.rest(theme, library.as_of),
        PageRenderer(theme).templates,
        units,
        other_findings(report.found, units),
        library.site.levels,
        knowledge_of(library),
        page_marks((*site.pages, *site.redirects), site.plan, library, shelf),
        len(site.pages),
        shelf.write(site.others.items()),
        None,
        index_key,
    )
