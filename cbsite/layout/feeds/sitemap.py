"""Some of the addresses of a site that has more than one sitemap holds."""

from __future__ import annotations

from cbsite.layout.values import SitemapValue
from cbsite.library.library import Library
from cbsite.plan.plan import Plan
from cbsite.plan.sitemaps import addresses_in_part


def lay_out_sitemap_part(library: Library, plan: Plan, number: int) -> SitemapValue:
    """The `number`th sitemap, from 1."""
    site = library.site
    own = addresses_in_part(library, plan.pages.values(), number)
    addresses = tuple(site.absolute(address) for address in own)
    return SitemapValue("feeds/sitemap.xml", addresses, site.absolute("/sitemap.xml"))
