"""The search bundle: made again only when something that is indexed has changed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from cbsite.assemble.eager import NOBODY, Eager
from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.ports.workers import processors
from cbsite.rebuild.last import LastBuild, SearchMark
from cbsite.rebuild.shelf import Shelf
from cbsite.search.index import BUNDLE, index_pages
from cbsite.search.words import WORDS


def index_again(
    new: LastBuild,
    last: LastBuild | None,
    shelf: Shelf,
    memo: Memo,
    ports: Ports,
    say: Callable[[str], None],
    eager: Eager,
) -> LastBuild:
    """Put the search bundle into the site: the last one, if it was made from the same pages; else a new one.

    Where search is for later: the last one in any case, or none at all; whether it `is_current` is for another build to
    look at. Who waits for pages is left the other processors.
    """
    key = _key(new, memo)
    mark = last.search if last else None
    usable = mark is not None and shelf.has_files(mark.files)
    if eager.search_later:
        if mark is None or not usable:
            return replace(new, search=None)
        shelf.keep_files(mark.files)
    elif mark is None or not usable or mark.key != key:
        say("Indexing for search")
        shelf.staging.clear(BUNDLE, WORDS)
        before = shelf.staging.entries_under(WORDS)
        paths = [page.path for page in new.pages if page.indexed]
        at_once = processors() if eager is NOBODY else 1
        index_pages(ports, shelf.staging.folder, paths, at_once)
        after = shelf.staging.entries_under(BUNDLE) | shelf.staging.entries_under(WORDS)
        mark = SearchMark(key, {path: after[path] for path in after if path not in before})
    else:
        shelf.keep_files(mark.files)
    return replace(new, search=mark)


def is_current(new: LastBuild, memo: Memo) -> bool:
    """Whether the search bundle of a build was made from its own pages."""
    return new.search is not None and new.search.key == _key(new, memo)


def _key(new: LastBuild, memo: Memo) -> bytes:
    return memo.key("search", [(p.path, p.entry.sha256) for p in new.pages if p.indexed])
