"""The flow: content in, site out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from cbsite.assemble.aids import NONE, Aids
from cbsite.assemble.eager import NOBODY, Eager
from cbsite.assemble.site import Site, assemble
from cbsite.checks.hub import check_hub
from cbsite.checks.own_assets import check_own_assets
from cbsite.checks.remarks import Remarks
from cbsite.checks.text_rules import KnownRemarks, check_texts, no_remarks
from cbsite.diagnostics import Report
from cbsite.layout.choose_atlas import choose_atlas
from cbsite.layout.parts.atlas import Atlas
from cbsite.library.connect import connect
from cbsite.library.library import Library
from cbsite.plan.make import make_plan
from cbsite.plan.plan import Plan
from cbsite.ports import Ports
from cbsite.project import theme_folder
from cbsite.read.content import ReadAll, read_content, read_each
from cbsite.rebuild.again import Again
from cbsite.rebuild.last import LastBuild
from cbsite.rebuild.record import record_build
from cbsite.rebuild.request import Request, day_of
from cbsite.rebuild.shelf import Shelf
from cbsite.render.theme import Theme, load_theme
from cbsite.render.tokens import with_tokens

Say = Callable[[str], None]

__all__ = ["Checked", "Request", "Say", "check_content", "make_site", "make_whole"]


@dataclass(frozen=True, slots=True)
class Checked:
    """A hub that was read and checked: what its pages are made of. Without a readable site.yml, no site is.

    `remarks` are what the rules on words say, by the path of the file.
    """

    library: Library
    plan: Plan
    theme: Theme
    atlas: Atlas | None
    remarks: dict[str, Remarks]
    has_site: bool


def check_content(
    request: Request,
    ports: Ports,
    report: Report,
    say: Say = lambda stage: None,
    read_all: ReadAll = read_each,
    days: Mapping[str, datetime.date] | None = None,
    known_remarks: KnownRemarks = no_remarks,
) -> Checked:
    """Read, connect, plan and check.

    `days` are those on which files of registers were last committed, if known; `read_all` and `known_remarks` may
    remember what they give.
    """
    project, disk = request.project, ports.disk
    say("Reading")
    content = read_content(disk, project.content, report, read_all=read_all)
    site = content.site
    if site:
        report.set_levels(site.record.levels)
    theme = with_tokens(
        load_theme(disk, theme_folder(disk), project.templates, report), site, report
    )
    if site and request.base_url:
        site = replace(site, record=site.record.at(request.base_url))
    say("Connecting")
    as_of = day_of(request, ports.clock, site.record.timezone if site else "UTC")
    library = connect(content, site, as_of, request.drafts, report, days)
    say("Planning")
    plan = make_plan(library, content.assets, report)
    say("Checking")
    atlas = choose_atlas(site, theme.maps, report)
    check_own_assets(theme.assets, report)
    check_hub(content, library, plan, atlas, report)
    remarks = check_texts(library, plan, ports.workers, report, known_remarks)
    return Checked(library, plan, theme, atlas, remarks, site is not None)


def make_site(request: Request, ports: Ports, report: Report, say: Say) -> Site | None:
    """Check, lay out and render, and write nothing; None if anything blocks publishing."""
    hub = check_content(request, ports, report, say)
    if not hub.has_site or report.blocks(strict=False):
        return None
    say("Making pages")
    site = _assemble(hub, request, ports, report)
    return None if report.blocks(request.strict) else site


def make_whole(
    again: Again,
    shelf: Shelf,
    request: Request,
    ports: Ports,
    report: Report,
    say: Say,
    eager: Eager = NOBODY,
) -> LastBuild | None:
    """Make every page and file of the site, and put them on the shelf; None if anything blocks publishing."""
    seen, days = again.seen(ports), again.sources.days
    hub = check_content(request, seen, report, say, again.readings, days, again.known_remarks)
    if not hub.has_site or report.blocks(strict=False):
        return None
    say("Making pages")
    aids = Aids(shelf.take, shelf.known, again.state.compiled, again.copies, eager)
    site = _assemble(hub, request, ports, report, aids)
    if report.blocks(strict=False):
        return None
    return record_build(again, hub.library, site, hub.theme, hub.remarks, shelf, report)


def _assemble(
    hub: Checked, request: Request, ports: Ports, report: Report, aids: Aids = NONE
) -> Site:
    def original(path: str) -> bytes:
        return ports.disk.read(request.project.content / path)

    library, plan, workers = hub.library, hub.plan, ports.workers
    return assemble(library, plan, hub.theme, hub.atlas, original, workers, report, aids)
