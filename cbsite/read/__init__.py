"""Bytes to typed records with positions. `read_content` is the way in."""

from cbsite.read.content import read_content
from cbsite.read.entry import Content, Entry, Key, SiteEntry

__all__ = ["Content", "Entry", "Key", "SiteEntry", "read_content"]
