"""Rendered pages to a search bundle."""

from cbsite.search.index import BUNDLE, SearchFailed, index_pages
from cbsite.search.synonyms import name_files, synonym_files
from cbsite.search.words import WORDS

__all__ = ["BUNDLE", "WORDS", "SearchFailed", "index_pages", "name_files", "synonym_files"]
