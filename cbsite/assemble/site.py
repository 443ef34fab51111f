"""Library and plan to the files of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cbsite.assemble.aids import Aids
from cbsite.assemble.files import Files, Original, assets_of, make_download, make_files
from cbsite.assemble.make_feed import FeedMaker
from cbsite.assemble.make_page import PageMaker
from cbsite.assemble.page import Made, PageRenderer, decoded, encoded
from cbsite.diagnostics import Report
from cbsite.layout.lay_out import lay_out_redirect, load_page
from cbsite.layout.parts.atlas import Atlas
from cbsite.library.library import Library
from cbsite.plan.address import file_path
from cbsite.plan.plan import Plan
from cbsite.ports.workers import Workers
from cbsite.render.theme import Theme

__all__ = [
    "Made",
    "PageMaker",
    "PageRenderer",
    "Site",
    "assemble",
    "assets_of",
    "decoded",
    "encoded",
]


@dataclass(frozen=True, slots=True)
class Site:
    """A site made but not published: its pages, those at old addresses, and `others` by path."""

    pages: tuple[Made, ...]
    redirects: tuple[Made, ...]
    others: Mapping[str, bytes]
    plan: Plan = field(repr=False)
    """The plan, which also knows the sizes of feeds."""

    @property
    def files(self) -> dict[str, bytes]:
        """All files of the site whose bytes are held, by path, in order."""
        pages = {page.path: page.content for page in (*self.pages, *self.redirects)}
        held = {path: content for path, content in pages.items() if content is not None}
        return dict(sorted({**self.others, **held}.items()))


def assemble(
    library: Library,
    plan: Plan,
    theme: Theme,
    atlas: Atlas | None,
    original: Original,
    workers: Workers,
    report: Report,
    aids: Aids,
) -> Site:
    """Every file of the site but the search bundle.

    What a template does wrong goes to the report, and its pages are without content; so are those that are known
    by the `aids`.
    """
    feeds = _feeds(library, plan, theme, workers, report)
    plan = plan.with_sizes(feeds)
    renderer = PageRenderer(theme, aids.known, aids.compiled)
    maker = PageMaker(library, plan, assets_of(theme), atlas, renderer)
    for kind in {page.kind for page in plan.pages.values()}:
        load_page(kind)  # here, and not in each of several processes
    for address in aids.eager.addresses:
        if address in plan.pages and (early := maker(address)).content and not early.found:
            aids.eager.show(early.path, early.content or b"")
    pages = tuple(map(aids.take, workers.map(maker, tuple(plan.pages))))
    redirects = (lay_out_redirect(library, one) for one in plan.redirects)
    moved = tuple(
        aids.take(renderer.render(file_path(planned.source), value))
        for planned, value in zip(plan.redirects, redirects, strict=True)
    )
    files: Files = {**make_files(library, plan, theme, report), **feeds}
    for path in plan.files:
        files |= make_download(plan, path, original, aids.copies)
    for made in (*pages, *moved):
        for diagnostic in made.found:
            report.keep(diagnostic)
    return Site(pages, moved, MappingProxyType(files), plan)


def _feeds(library: Library, plan: Plan, theme: Theme, workers: Workers, report: Report) -> Files:
    """The files for other programs."""
    planned = tuple(plan.feeds.values())
    files: Files = {}
    made = workers.map(FeedMaker(library, plan, theme), planned)
    for feed, (content, found) in zip(planned, made, strict=True):
        for diagnostic in found:
            report.keep(diagnostic)
        if content is not None:
            files[file_path(feed.address)] = content
    return files
