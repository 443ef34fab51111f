"""The flow: content in, site out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from cbsite.checks import check_figure_words, check_page
from cbsite.diagnostics import Report
from cbsite.layout import lay_out, lay_out_redirect, lay_out_sitemap
from cbsite.library import Library, connect
from cbsite.plan import Plan, file_path, make_plan
from cbsite.ports import Ports
from cbsite.project import Project, theme_folder
from cbsite.publish import publish_files, refuse_unsafe_output
from cbsite.read import SiteEntry, read_content
from cbsite.render import Renderer, Theme, load_theme
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
class Site:
    """A site made but not published: its files by path, and how many pages search should find."""

    files: Mapping[str, bytes]
    pages: int
    searchable: int


def make_site(request: Request, ports: Ports, report: Report, say: Say) -> Site | None:
    """Read, connect, plan, lay out, render and check; None if anything blocks publishing."""
    project = request.project
    say("Reading")
    content = read_content(ports.disk, project.content, report)
    theme = load_theme(ports.disk, theme_folder(ports.disk), project.templates, report)
    site = content.site
    if site and request.base_url:
        site = replace(site, record=site.record.at(request.base_url))
    as_of = request.as_of or ports.clock.source_date_epoch() or _today(site, ports)
    library = connect(content, site, as_of, request.drafts, report)
    plan = make_plan(library, content.assets, report)
    if site is None or report.blocks(strict=False):
        return None
    check_figure_words(library, report)
    say(f"Making {len(plan.pages)} pages")
    downloads = {
        address.removeprefix("/"): ports.disk.read(project.content / path)
        for path, address in plan.files.items()
    }
    made = _render(library, plan, theme, downloads, report)
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


def _render(
    library: Library, plan: Plan, theme: Theme, downloads: Mapping[str, bytes], report: Report
) -> Site:
    """Every file of the site but the search bundle, in order of path."""
    renderer = Renderer(theme, report)
    stylesheet, script = theme.asset_address("style.css"), theme.asset_address("search.js")
    pages = {
        file_path(page.address): lay_out(library, plan, page, stylesheet, script)
        for page in plan.pages.values()
    }
    redirects = {file_path(one.source): lay_out_redirect(library, one) for one in plan.redirects}
    feeds = {
        name: lay_out_sitemap(library, plan, f"feeds/{name}")
        for name in ("sitemap.xml", "robots.txt")
    }
    rendered = (
        (path, renderer.render(value)) for path, value in (pages | redirects | feeds).items()
    )
    made = {path: content for path, content in rendered if content is not None}
    for path, value in (pages | redirects).items():
        if path in made:
            check_page(value, made[path].decode("utf-8"), report)
    searchable = sum(1 for value in pages.values() if value.indexed is not None)
    files = {**theme.assets, **downloads, **made}
    return Site(MappingProxyType(dict(sorted(files.items()))), len(pages), searchable)


def _today(site: SiteEntry | None, ports: Ports) -> datetime.date:
    """Today where the hub is."""
    return ports.clock.today(site.record.timezone if site else "UTC")
