"""Library, plan and one address to one page value: all that a template will see."""

from cbsite.layout.choose_atlas import choose_atlas
from cbsite.layout.feeds import lay_out_feed
from cbsite.layout.lay_out import lay_out, lay_out_redirect, lay_out_sitemap, load_page
from cbsite.layout.parts.atlas import Atlas
from cbsite.layout.parts.whereabouts import point_of
from cbsite.layout.values import Assets, PageValue, RedirectValue

__all__ = [
    "Assets",
    "Atlas",
    "PageValue",
    "RedirectValue",
    "choose_atlas",
    "lay_out",
    "lay_out_feed",
    "lay_out_redirect",
    "lay_out_sitemap",
    "load_page",
    "point_of",
]
