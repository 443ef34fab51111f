"""The flow: content in, site out."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from cbsite.assemble import Site, assemble
from cbsite.checks import check_hub, check_library_texts, check_own_assets
from cbsite.diagnostics import Report
from cbsite.layout import Atlas, choose_atlas
from cbsite.library import Library, connect
from cbsite.plan import Plan, make_plan
from cbsite.ports import Ports
from cbsite.project import Project, theme_folder
from cbsite.publish import publish_files, refuse_unsafe_output
from cbsite.read import SiteEntry, read_content
from cbsite.render import Theme, load_theme, with_tokens
from cbsite.search import index_pages

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: the hub, as of which day, drafts or not, for which address (None: the hub's own)."""

    project: Project
    as_of: datetime.date | None = None
    drafts: bool = False
    strict: bool = False
    base_url: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A hub that was read and checked: what its pages are made of. Without a readable site.yml, no site is."""

    library: Library
    plan: Plan
    theme: Theme
    atlas: Atlas | None
    has_site: bool


def check_content(request: Request, ports: Ports, report: Report) -> Checked:
    """Read, connect, plan and check."""
    project, disk = request.project, ports.disk
    content = read_content(disk, project.content, report)
    site = content.site
    if site:
        report.set_levels(site.record.levels)
    theme = with_tokens(
        load_theme(disk, theme_folder(disk), project.templates, report), site, report
    )
    if site and request.base_url:
        site = replace(site, record=site.record.at(request.base_url))
    as_of = request.as_of or ports.clock.source_date_epoch() or _today(site, ports)
    library = connect(content, site, as_of, request.drafts, report)
    plan = make_plan(library, content.assets, report)
    atlas = choose_atlas(site, theme.maps, report)
    check_own_assets(theme.assets, report)
    check_hub(content, library, plan, atlas, report)
    check_library_texts(library, plan, report)
    return Checked(library, plan, theme, atlas, site is not None)


def make_site(request: Request, ports: Ports, report: Report, say: Say) -> Site | None:
    """Check, lay out and render; None if anything blocks publishing."""
    say("Reading")
    hub = check_content(request, ports, report)
    if not hub.has_site or report.blocks(strict=False):
        return None
    say(f"Making {len(hub.plan.pages)} pages")

    def original(path: str) -> bytes:
        return ports.disk.read(request.project.content / path)

    made = assemble(hub.library, hub.plan, hub.theme, hub.atlas, original, report)
    return None if report.blocks(request.strict) else made


def publish_site(made: Site, project: Project, output: Path, ports: Ports, say: Say) -> None:
    """Write the site beside `output`, index it for search, and swap it in, in one step."""
    disk = ports.disk

    def index(folder: Path) -> None:
        say(f"Indexing {made.searchable} pages for search")
        index_pages(ports, folder, made.searchable)

    with disk.lock(project.state / "lock"):
        refuse_unsafe_output(disk, output, project.root, project.sources)
        publish_files(disk, output, made.files, index)


def _today(site: SiteEntry | None, ports: Ports) -> datetime.date:
    """Today where the hub is."""
    return ports.clock.today(site.record.timezone if site else "UTC")
