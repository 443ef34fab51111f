"""The flow: content in, site out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from cbsite.checks import (
    check_chart_units,
    check_expired,
    check_figure_words,
    check_map_areas,
    check_page,
    check_reviews,
    check_statements,
)
from cbsite.diagnostics import Report
from cbsite.layout import (
    Atlas,
    Scripts,
    choose_atlas,
    lay_out,
    lay_out_feed,
    lay_out_redirect,
    lay_out_sitemap,
)
from cbsite.library import Library, connect
from cbsite.plan import Plan, file_path, make_plan
from cbsite.ports import Ports
from cbsite.project import Project, theme_folder
from cbsite.publish import publish_files, refuse_unsafe_output
from cbsite.read import SiteEntry, read_content
from cbsite.render import (
    Renderer,
    Theme,
    headers_file,
    load_theme,
    picture_files,
    redirects_file,
    render_feed,
    with_tokens,
)
from cbsite.search import index_pages, synonym_files

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
    theme = with_tokens(theme, site, report)
    if site and request.base_url:
        site = replace(site, record=site.record.at(request.base_url))
    as_of = request.as_of or ports.clock.source_date_epoch() or _today(site, ports)
    library = connect(content, site, as_of, request.drafts, report)
    plan = make_plan(library, content.assets, report)
    atlas = choose_atlas(site, theme.maps, report)
    check_map_areas(library, atlas, report)
    check_reviews(library, report)
    if site is not None:
        check_statements(site, library, report)
    check_chart_units(library, report)
    if site is None or report.blocks(strict=False):
        return None
    check_figure_words(library, report)
    check_expired(library, report)
    say(f"Making {len(plan.pages)} pages")
    made = _render(library, plan, theme, atlas, _downloads(plan, project, ports), report)
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
    library: Library,
    plan: Plan,
    theme: Theme,
    atlas: Atlas | None,
    downloads: Mapping[str, bytes],
    report: Report,
) -> Site:
    """Every file of the site but the search bundle, in order of path."""
    renderer = Renderer(theme, report)
    stylesheet = theme.asset_address("style.css")
    scripts = Scripts(
        *map(theme.asset_address, ("highlight.js", "search.js", "finder.js")),
    )
    feeds = _feeds(library, plan, renderer)
    plan = plan.with_sizes(feeds)
    pages = {
        file_path(page.address): lay_out(library, plan, page, stylesheet, scripts, atlas)
        for page in plan.pages.values()
    }
    redirects = {file_path(one.source): lay_out_redirect(library, one) for one in plan.redirects}
    maps = {
        name: lay_out_sitemap(library, plan, f"feeds/{name}")
        for name in ("sitemap.xml", "robots.txt")
    }
    rendered = (
        (path, renderer.render(value)) for path, value in (pages | redirects | maps).items()
    )
    made = {path: content for path, content in rendered if content is not None}
    for path, value in (pages | redirects).items():
        if path in made:
            check_page(value, made[path].decode("utf-8"), report)
    searchable = sum(1 for value in pages.values() if value.indexed is not None)
    base_path, versioned = library.site.base_path, (stylesheet, *astuple(scripts))
    hosts = {
        "_headers": headers_file(base_path, plan.feeds.values(), versioned),
        "_redirects": redirects_file(base_path, plan.redirects),
    }
    files = {**theme.assets, **downloads, **made, **feeds, **hosts, **synonym_files(library)}
    return Site(MappingProxyType(dict(sorted(files.items()))), len(pages), searchable)


def _feeds(library: Library, plan: Plan, renderer: Renderer) -> dict[str, bytes]:
    """The files for other programs, by path."""
    rendered = (
        (file_path(feed.address), render_feed(renderer, feed, lay_out_feed(library, plan, feed)))
        for feed in plan.feeds.values()
    )
    return {path: content for path, content in rendered if content is not None}


def _downloads(plan: Plan, project: Project, ports: Ports) -> dict[str, bytes]:
    """The files that texts show or link to, by path; of pictures their copies."""
    made: dict[str, bytes] = {}
    for path, address in plan.files.items():
        data = ports.disk.read(project.content / path)
        planned = plan.pictures.get(quote(address))
        made |= picture_files(planned, data) if planned else {address.removeprefix("/"): data}
    return made


def _today(site: SiteEntry | None, ports: Ports) -> datetime.date:
    """Today where the hub is."""
    return ports.clock.today(site.record.timezone if site else "UTC")
