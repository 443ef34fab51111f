"""The pages of a site in parts, each to be indexed by a Pagefind of its own.

Pagefind works on one processor and holds in memory all that it indexes: 0.36 MB a page. What several make of parts is
brought together in `settle`, to the very bytes that one would have made of all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_FEWEST = 200
"""Pages that are worth a Pagefind: it takes a tenth of a second to start, as long as for fifty pages."""

_MOST = 2500
"""Pages for one Pagefind, as far as last letters tell them apart: it then needs some 0.9 GB."""

_PAGE = "index.html"
_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
"""What the name of a page's folder may end in."""


class Part(NamedTuple):
    """Some pages of a site: the glob that finds them, and how many have to be indexed."""

    glob: str
    pages: int


def whole(paths: Sequence[str]) -> Part:
    """All pages in one part."""
    return Part("**/*.html", len(paths))


def in_parts(paths: Sequence[str], at_once: int) -> list[Part]:
    """Parts of these pages, the largest first: one for each of those that run at once, if that pays, or several.

    Pages go by the last letter of their folder, which a glob can tell. Where that cannot be, all are in one part.
    """
    times = -(-len(paths) // (_MOST * at_once))
    number = min(times * at_once, len(paths) // _FEWEST)
    endings = Counter(_ending(path) for path in paths)
    if number < 2 or not endings.keys() <= _SIGNS | {""}:
        return [whole(paths)]
    parts: list[list[str]] = [[] for _ in range(number)]
    sizes = [0] * number
    for ending, count in endings.most_common():
        smallest = sizes.index(min(sizes))
        parts[smallest].append(ending)
        sizes[smallest] += count
    made = [Part(_glob(part), size) for part, size in zip(parts, sizes, strict=True) if part]
    # Those that run at the same time take as long as the largest of them.
    return sorted(made, key=lambda part: part.pages, reverse=True)


def _ending(path: str) -> str:
    """The last letter of a page's folder; none for the front page, `?` for what is no page in a folder."""
    if path == _PAGE:
        return ""
    return path[-len(_PAGE) - 2] if path.endswith(f"/{_PAGE}") else "?"


def _glob(endings: Sequence[str]) -> str:
    signs = "".join(sorted(endings))
    globs = [f"**/*[{signs}]/{_PAGE}"] if signs else []
    return f"{{{','.join([_PAGE, *globs])}}}" if "" in endings else globs[0]
