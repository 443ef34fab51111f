"""Pages whose values are what they were: they are only rendered again, by templates that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cbsite.assemble.eager import Eager
from cbsite.assemble.page import Made, PageRenderer
from cbsite.diagnostics import Report
from cbsite.memo import Memo
from cbsite.ports.workers import Workers
from cbsite.project import theme_folder
from cbsite.rebuild.last import LastBuild, PageMark
from cbsite.rebuild.shelf import Shelf
from cbsite.rebuild.state import State
from cbsite.render.theme import load_theme

_AT_ONCE = 2000
"""Pages whose values are held in memory at the same time."""


class Forgotten(Exception):
    """Something that the last build knew is not remembered, so all has to be made again."""


def retouch(state: State, shelf: Shelf, report: Report, eager: Eager) -> LastBuild | None:
    """The next site, where nothing but templates of pages has changed since the last; None where more has."""
    last = state.last
    if last is None or not state.only_templates_changed() or not shelf.has_files(last.files):
        return None
    disk, found = state.sources.disk, Report()
    theme = load_theme(disk, theme_folder(disk), state.request.project.templates, found)
    if any(found):
        return None
    renderer = PageRenderer(theme, shelf.known, state.compiled)
    again = [
        mark for mark in last.pages if renderer.templates != last.templates or not shelf.has(mark)
    ]
    if any(mark.remarks.doubts for mark in last.units.values()):
        return None  # only all texts together can tell what is to be said
    try:
        made = render_again(again, renderer, state.memo, state.ports.workers, shelf, eager)
    except Forgotten:
        return None
    _report(last, report)
    report_made(made.values(), report)
    again_paths = {mark.path for mark in again}
    for mark in last.pages:
        if mark.path not in again_paths:
            shelf.keep(mark.path, mark)
    shelf.keep_files(last.files)
    pages = () if report.blocks(strict=False) else marked(last.pages, made, shelf)
    return replace(last, sources=state.sources.hashes, templates=renderer.templates, pages=pages)


def _report(last: LastBuild, report: Report) -> None:
    """Say again what the last build said."""
    report.set_levels(last.levels)
    for mark in last.units.values():
        for diagnostic in (*mark.found, *mark.remarks.found):
            report.keep(diagnostic)
    for diagnostic in last.others:
        report.keep(diagnostic)


def render_again(
    marks: Sequence[PageMark],
    renderer: PageRenderer,
    memo: Memo,
    workers: Workers,
    shelf: Shelf,
    eager: Eager,
) -> dict[str, Made]:
    """Render pages from their remembered values, and put them on the shelf; by path. Raises Forgotten."""
    waited_for = [mark for mark in marks if mark.address in eager.addresses]
    for page in _values(waited_for, memo):
        made = renderer(page)
        if made.content is not None and not made.found:
            eager.show(made.path, made.content)
    done: dict[str, Made] = {}
    for start in range(0, len(marks), _AT_ONCE):
        pages = list(_values(marks[start : start + _AT_ONCE], memo))
        done |= {made.path: shelf.take(made) for made in workers.map(renderer, pages)}
    return done


def report_made(made: Iterable[Made], report: Report) -> None:
    """Report what templates do wrong."""
    for one in made:
        for diagnostic in one.found:
            report.keep(diagnostic)


def marked(marks: Iterable[PageMark], made: dict[str, Made], shelf: Shelf) -> tuple[PageMark, ...]:
    """What to remember of all pages, some of which were made again."""
    return tuple(_marked(mark, made.get(mark.path), shelf) for mark in marks)


def _values(marks: Sequence[PageMark], memo: Memo) -> Iterator[tuple[str, bytes]]:
    """Path and remembered value of pages. Raises Forgotten."""
    keys = [memo.key("page", mark.key) for mark in marks]
    values = memo.get(keys)
    for mark, key in zip(marks, keys, strict=True):
        if key not in values:
            raise Forgotten(mark.path)
        yield mark.path, values[key]


def _marked(mark: PageMark, made: Made | None, shelf: Shelf) -> PageMark:
    why, before = shelf.whys[mark.path]
    if made is None:
        return replace(mark, why=why, before=before)
    entry = shelf.entries[made.path]
    return replace(mark, key=made.key, made=made.made, entry=entry, why=why, before=before)
