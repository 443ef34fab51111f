"""Library and plan to the files of a site: pages, redirects, feeds, downloads, what hosts read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from msgspec.structs import astuple

from cbsite.checks import check_page
from cbsite.diagnostics import Report
from cbsite.layout import (
    Assets,
    Atlas,
    PageValue,
    RedirectValue,
    lay_out,
    lay_out_feed,
    lay_out_redirect,
    lay_out_sitemap,
)
from cbsite.library import Library
from cbsite.plan import Plan, file_path
from cbsite.render import (
    Renderer,
    Theme,
    headers_file,
    picture_files,
    redirects_file,
    render_feed,
)
from cbsite.search import name_files, synonym_files

ASSETS = ("style.css", "highlight.js", "search.js", "finder.js")
"""The theme's files that pages load, in the order of `Assets`."""

Files = dict[str, bytes]
"""Files of a site by their paths."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site made but not published: its files by path, and how many pages search should find."""

    files: Mapping[str, bytes]
    pages: int
    searchable: int


def assemble(
    library: Library,
    plan: Plan,
    theme: Theme,
    atlas: Atlas | None,
    original: Callable[[str], bytes],
    report: Report,
) -> Site:
    """Every file of the site but the search bundle, in order of path.

    `original` gives an author's picture or download by its path in content/, one at a time, as pictures are
    large. What a template does wrong goes to the report, and its pages are left out.
    """
    renderer = Renderer(theme, report)
    assets = Assets(*map(theme.asset_address, ASSETS))
    feeds = _feeds(library, plan, renderer)
    plan = plan.with_sizes(feeds)
    pages = [lay_out(library, plan, page, assets, atlas) for page in plan.pages.values()]
    files = {
        **theme.assets,
        **_downloads(plan, original),
        **_checked(zip(map(file_path, plan.pages), pages, strict=True), renderer, report),
        **_checked(_redirects(library, plan), renderer, report),
        **_sitemaps(library, plan, renderer),
        **feeds,
        "_headers": headers_file(
            library.site.base_path,
            plan.feeds.values(),
            (*astuple(assets), *theme.versioned_imports),
        ),
        "_redirects": redirects_file(library.site.base_path, plan.redirects),
        **synonym_files(library),
        **name_files(library),
    }
    searchable = sum(1 for page in pages if page.indexed is not None)
    return Site(MappingProxyType(dict(sorted(files.items()))), len(pages), searchable)


def _redirects(library: Library, plan: Plan) -> Iterable[tuple[str, RedirectValue]]:
    return ((file_path(one.source), lay_out_redirect(library, one)) for one in plan.redirects)


def _checked(
    values: Iterable[tuple[str, PageValue | RedirectValue]], renderer: Renderer, report: Report
) -> Files:
    """Whole pages, each checked as a browser would take it."""
    made: Files = {}
    for path, value in values:
        content = renderer.render(value)
        if content is not None:
            check_page(value, content.decode("utf-8"), report)
            made[path] = content
    return made


def _sitemaps(library: Library, plan: Plan, renderer: Renderer) -> Files:
    """What search engines read."""
    made = (
        (name, renderer.render(lay_out_sitemap(library, plan, f"feeds/{name}")))
        for name in ("sitemap.xml", "robots.txt")
    )
    return {name: content for name, content in made if content is not None}


def _feeds(library: Library, plan: Plan, renderer: Renderer) -> Files:
    """The files for other programs."""
    made = (
        (file_path(feed.address), render_feed(renderer, feed, lay_out_feed(library, plan, feed)))
        for feed in plan.feeds.values()
    )
    return {path: content for path, content in made if content is not None}


def _downloads(plan: Plan, original: Callable[[str], bytes]) -> Files:
    """The files that texts show or link to; of pictures their copies."""
    made: Files = {}
    for path, address in plan.files.items():
        planned = plan.pictures.get(quote(address))
        data = original(path)
        made |= picture_files(planned, data) if planned else {address.removeprefix("/"): data}
    return made
