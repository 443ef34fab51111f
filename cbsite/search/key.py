"""What tells whether the search bundle must be made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

_BODY = b"data-pagefind-body"
"""What a page that search should find has in its HTML."""


def bundle_key(pages: Iterable[tuple[str, bytes]]) -> str:
    """A digest of all pages that search should find: while it is the same, so are the bundle and the lists of words.

    `pages` are paths of a site with their HTML, in whatever order; those that are not indexed do not count.
    It knows nothing of the programs: another version of Pagefind or cbsite may make another bundle of the same pages.
    """
    whole = hashlib.blake2b(digest_size=32)
    for digest in sorted(_digest(path, content) for path, content in pages if _BODY in content):
        whole.update(digest)
    return whole.hexdigest()


def _digest(path: str, content: bytes) -> bytes:
    page = hashlib.blake2b(path.encode("utf-8") + b"\0", digest_size=32)
    page.update(content)
    return page.digest()
