"""Records to one connected library."""

from cbsite.library.connect import connect
from cbsite.library.library import Library

__all__ = ["Library", "connect"]
