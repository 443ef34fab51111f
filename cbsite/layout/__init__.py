"""Library, plan and one address to one page value: all that a template will see."""

from cbsite.layout.lay_out import lay_out, lay_out_redirect, lay_out_sitemap
from cbsite.layout.values import PageValue, RedirectValue

__all__ = ["PageValue", "RedirectValue", "lay_out", "lay_out_redirect", "lay_out_sitemap"]
