"""Rendered pages to a search bundle."""

from cbsite.search.index import SearchFailed, index_pages
from cbsite.search.synonyms import synonym_files

__all__ = ["SearchFailed", "index_pages", "synonym_files"]
