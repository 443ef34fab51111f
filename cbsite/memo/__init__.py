"""What pure functions gave before, by the hash of what they were given.

A key holds the engine (our own code and the packages that it stands on), so a new version forgets.
"""

from cbsite.memo.memo import Memo, digest

__all__ = ["Memo", "digest"]
