"""Rendered pages to a search bundle."""

from cbsite.search.index import SearchFailed, index_pages

__all__ = ["SearchFailed", "index_pages"]
