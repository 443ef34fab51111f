"""Some of the pages of a site that has more than one sitemap holds."""

from __future__ import annotations

from cbsite.layout.parts.sitemap_pages import sitemap_pages
from cbsite.layout.values import SitemapValue
from cbsite.library.library import Library
from cbsite.plan.plan import Plan
from cbsite.plan.sitemaps import pages_in_part


def lay_out_sitemap_part(library: Library, plan: Plan, number: int) -> SitemapValue:
    """The `number`th sitemap, from 1."""
    own = sitemap_pages(library, pages_in_part(library, plan.pages.values(), number))
    return SitemapValue("feeds/sitemap.xml", own, library.site.absolute("/sitemap.xml"))
