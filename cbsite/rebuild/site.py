"""A whole site, built and published: on what is remembered where that is possible, else from the beginning."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cbsite.assemble.eager import NOBODY, Eager
from cbsite.diagnostics import Report
from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.publish import Compared, compared_now, refuse_added, refuse_unsafe_output, staged
from cbsite.rebuild.last import LastBuild
from cbsite.rebuild.request import Request
from cbsite.rebuild.retouch import retouch
from cbsite.rebuild.shelf import Shelf
from cbsite.rebuild.sources import Sources
from cbsite.rebuild.state import State

if TYPE_CHECKING:
    from cbsite.rebuild.again import Again

    Make = Callable[[Again, Shelf, Request, Ports, Report, "Say", Eager], LastBuild | None]
    """Makes everything anew: `cbsite.build.make_whole`, which is loaded only where it is needed."""

Say = Callable[[str], None]


class Published(msgspec.Struct, frozen=True):
    """A site that was published: how many pages it has, and the paths of those that were made anew.

    `only_pages`: no other file is different from the site before. `whole`: search was made from these pages.
    `state` is for who builds again in the same process.
    """

    pages: int
    made: tuple[str, ...]
    only_pages: bool
    whole: bool
    state: State


def build_site(
    request: Request,
    output: Path,
    sources: Sources,
    ports: Ports,
    memo: Memo,
    report: Report,
    say: Say,
    make: Make,
    eager: Eager = NOBODY,
    compared: Callable[[], Compared] = Compared,
) -> Published | None:
    """Make the site, and put it in the place of `output` in one step; None if anything blocks publishing.

    `sources` are the hub's files as they were read. What the last build made and is still right is found out
    first, and taken over: where only words of texts or templates changed, there is little else to do. `eager` is
    for who waits for a page of it. `compared` is what was found out about `output` before, if anything.
    """
    disk, project = ports.disk, request.project

    def retouched(shelf: Shelf) -> LastBuild | None:
        return retouch(state, shelf, report, eager)

    def revised(shelf: Shelf) -> LastBuild | None:
        return state.last and again().revise(shelf, report, eager)

    def made(shelf: Shelf) -> LastBuild | None:
        return make(again(), shelf, request, ports, report, say, eager)

    @cache
    def again() -> Again:
        # Imported here, as a build that only renders pages anew does not read a record.
        from cbsite.rebuild.again import Again

        return Again(state)

    with disk.lock(project.state / "lock"):
        refuse_unsafe_output(disk, output, project.root, project.sources)
        say("Comparing")
        state = State(request, output, ports, memo, sources)
        old = compared_now(disk, output, compared())
        refuse_added(output, old.added)
        spare = project.state / f"spare-{output.name}"
        attempts = [retouched, revised, made]
        while attempts and not report.blocks(request.strict):
            with staged(disk, output, spare) as staging:
                shelf, new = Shelf(staging, memo, output, old.same, state.last), None
                # One that finds that it cannot has put nothing on the shelf, unless it found out late.
                while attempts and new is None and not shelf.is_used:
                    attempt = attempts.pop(0)
                    new = attempt(shelf)
                if new is not None and not report.blocks(request.strict):
                    whole = True
                    if request.search:
                        # Imported here, as some builds make no search.
                        from cbsite.rebuild.search import index_again, is_current

                        new = index_again(new, state.last, shelf, memo, ports, say, eager)
                        whole = is_current(new, memo)
                    say("Publishing")
                    manifest = staging.finish()
                    staging.publish()
                    say("Remembering")
                    state.remember(new, manifest, shelf.compiled, report, whole)
                    fresh = tuple(shelf.fresh)
                    return Published(new.count, fresh, attempt is not made, whole, state)
        memo.flush()  # what could be read need not be read again once the rest is mended
    return None
