"""What a site has beside its pages: the theme's assets, downloads, feeds and data, what hosts and search read."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from msgspec.structs import astuple

from cbsite.diagnostics import Report
from cbsite.layout.lay_out import lay_out_sitemap
from cbsite.layout.values import Assets
from cbsite.library.library import Library
from cbsite.plan.pictures import PlannedPicture
from cbsite.plan.plan import Plan
from cbsite.render.hosts import headers_file, redirects_file
from cbsite.render.pictures import picture_files
from cbsite.render.renderer import Renderer
from cbsite.render.theme import Theme
from cbsite.search.synonyms import name_files, synonym_files

ASSETS = ("style.css", "highlight.js", "search.js", "finder.js")
"""The theme's files that pages load, in the order of `Assets`."""

Files = dict[str, bytes]
"""Files of a site by their paths."""

Original = Callable[[str], bytes]
"""An author's picture or download by its path in content/, one at a time, as pictures are large."""

Copies = Callable[[str, PlannedPicture, Original], Files]
"""The copies of the picture at a path in content/."""


def assets_of(theme: Theme) -> Assets:
    """Where the theme's files are that pages load."""
    return Assets(*map(theme.asset_address, ASSETS))


def make_files(library: Library, plan: Plan, theme: Theme, report: Report) -> Files:
    """Everything else but pages, feeds and what authors give to take away."""
    base_path = library.site.base_path
    loaded = (*astuple(assets_of(theme)), *theme.versioned_imports)
    return {
        **theme.assets,
        **_sitemaps(library, plan, Renderer(theme), report),
        "_headers": headers_file(base_path, plan.feeds.values(), loaded),
        "_redirects": redirects_file(base_path, plan.redirects),
        **synonym_files(library),
        **name_files(library),
    }


def make_download(plan: Plan, path: str, original: Original, copies: Copies) -> Files:
    """What is published of an author's file at a path in content/; of a picture its `copies`."""
    address = plan.files[path]
    planned = plan.pictures.get(quote(address))
    if planned is not None:
        return copies(path, planned, original)
    return {address.removeprefix("/"): original(path)}


def make_copies(path: str, planned: PlannedPicture, original: Original) -> Files:
    """The copies of a picture."""
    return picture_files(planned, original(path))


def _sitemaps(library: Library, plan: Plan, renderer: Renderer, report: Report) -> Files:
    """What search engines read."""
    made = (
        (name, renderer.render(lay_out_sitemap(library, plan, f"feeds/{name}"), report))
        for name in ("sitemap.xml", "robots.txt")
    )
    return {name: content for name, content in made if content is not None}
