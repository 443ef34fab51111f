"""The shortest way to the next site: only words of texts, or templates, have changed since the last one.

All that other pages and files say of a text (its fields, links, headings, figures) is in the `facts` of its unit. As
long as these are the same for all units, everything but the pages of the changed texts is what it was.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from cbsite.assemble.eager import Eager
from cbsite.assemble.make_page import PageMaker
from cbsite.assemble.page import PageRenderer
from cbsite.checks.remarks import Remarks
from cbsite.checks.text_rules import all_texts, keep, remarks_on
from cbsite.diagnostics import Diagnostic, Report
from cbsite.layout.values import Assets
from cbsite.library.library import Library
from cbsite.memo import Memo
from cbsite.plan.plan import Plan
from cbsite.ports.workers import Workers
from cbsite.read.unit import Unit
from cbsite.rebuild.index import index_in
from cbsite.rebuild.last import LastBuild, PageMark, UnitMark
from cbsite.rebuild.readings import Readings, unit_key
from cbsite.rebuild.recall import Shelves, library_of, plan_of
from cbsite.rebuild.retouch import marked, render_again, report_made
from cbsite.rebuild.shelf import Shelf
from cbsite.rebuild.sources import CONTENT
from cbsite.records.site import Site
from cbsite.render.theme import Theme

if TYPE_CHECKING:
    from cbsite.layout.parts.atlas import Atlas


class Setting(msgspec.Struct, frozen=True):
    """What a site is made with beside its texts. `compiled` are its templates as far as they were.

    `atlas` is opened when a page needs it. `days` are those on which files of registers were last committed.
    """

    site: Site
    as_of: datetime.date
    theme: Theme
    compiled: Mapping[str, bytes]
    atlas: Callable[[], Atlas | None]
    days: Mapping[str, datetime.date]


class Changes(msgspec.Struct, frozen=True):
    """The units that changed in nothing but their words and places: by path, what is to be remembered of each."""

    last: LastBuild
    units: dict[str, UnitMark]
    shelves: Shelves
    library: Library
    plan: Plan
    assets: Assets
    findings: tuple[Diagnostic, ...]


def find_changes(
    last: LastBuild, units: Sequence[Unit], readings: Readings, memo: Memo, setting: Setting
) -> Changes | None:
    """What changed since the last build; None where all has to be made again."""
    if {unit.path for unit in units} != last.units.keys():
        return None
    hashes = readings.hashes
    changed = [
        unit
        for unit in _with_other_files(units, last, hashes)
        if last.units[unit.path].key != unit_key(memo, unit, hashes)
    ]
    index = index_in(memo.get([last.index]).get(last.index))
    if index is None or _are_named(changed, last.others):
        return None
    shelves = Shelves(memo, last.units)
    marks: dict[str, UnitMark] = {}
    for unit, reading in zip(changed, readings(changed), strict=True):
        read, before = readings.marks[unit.path], last.units[unit.path]
        if read.facts != before.facts or any(one.level == "error" for one in read.found):
            return None
        shelves.put(unit.path, reading)
        marks[unit.path] = UnitMark(read.key, read.facts, read.words, read.found)
    library = library_of(index, shelves, setting.site, setting.as_of, setting.days)
    plan = plan_of(index, library)
    ours = {path: key for key, path in (*index.published.items(), *index.hidden.items())}
    for path, mark in marks.items():
        key = ours.get(path)
        if key is not None:
            hidden = key in library.hidden
            entry = (library.hidden if hidden else library.entries)[key]
            remarks = remarks_on(entry, hidden, plan.links, last.knowledge)
            marks[path] = replace(mark, remarks=remarks)
    return Changes(last, {**last.units, **marks}, shelves, library, plan, index.assets, last.others)


def _with_other_files(
    units: Sequence[Unit], last: LastBuild, hashes: Mapping[str, bytes]
) -> Iterable[Unit]:
    """The units that may have changed: where no file came or went, those with a file that is another."""
    start = f"{CONTENT}/"
    before = {
        path.removeprefix(start): found
        for path, found in last.sources.items()
        if path.startswith(start)
    }
    if before.keys() != hashes.keys():
        return units
    return [unit for unit in units if any(before[path] != hashes[path] for path, _ in unit.files)]


def _are_named(changed: Iterable[Unit], others: Iterable[Diagnostic]) -> bool:
    """Whether something that was found across files names one that changed, where lines may have moved."""
    paths = [f"{CONTENT}/{path}" for unit in changed for path, _ in unit.files]
    return any(
        path == one.span.path or path in one.message or path in one.hint
        for one in others
        for path in paths
    )


def report_changes(changes: Changes, report: Report) -> None:
    """Report what there is to report now."""
    report.set_levels(changes.last.levels)
    for unit in changes.units.values():
        for diagnostic in unit.found:
            report.keep(diagnostic)
    for diagnostic in changes.findings:
        report.keep(diagnostic)
    remarks: Iterable[Remarks] = (unit.remarks for unit in changes.units.values())
    keep(remarks, lambda: all_texts(changes.library), report)


def revise_pages(
    changes: Changes,
    setting: Setting,
    shelf: Shelf,
    memo: Memo,
    workers: Workers,
    report: Report,
    eager: Eager,
) -> tuple[PageMark, ...]:
    """Every page of the next site, in the order of the last. Raises Forgotten where a page's value is."""
    last, units = changes.last, changes.units
    renderer = PageRenderer(setting.theme, shelf.known, setting.compiled)
    same = renderer.templates == last.templates
    anew, again = [], []
    for mark in last.pages:
        before, now = last.units.get(mark.unit), units.get(mark.unit)
        if before and now and before.words != now.words:
            anew.append(mark)
        elif not same or not shelf.has(mark):
            again.append(mark)
        else:
            shelf.keep(mark.path, mark)
    made = render_again(again, renderer, memo, workers, shelf, eager)
    if anew:
        maker = PageMaker(changes.library, changes.plan, changes.assets, setting.atlas(), renderer)
        addresses = [mark.address for mark in anew]
        made |= {one.path: shelf.take(one) for one in workers.map(maker, addresses)}
    report_made(made.values(), report)
    return () if any(one.found for one in made.values()) else marked(last.pages, made, shelf)
