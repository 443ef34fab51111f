"""Rendered pages to a search bundle."""

from cbsite.search.index import SearchFailed, index_pages
from cbsite.search.key import bundle_key
from cbsite.search.synonyms import name_files, synonym_files

__all__ = ["SearchFailed", "bundle_key", "index_pages", "name_files", "synonym_files"]
