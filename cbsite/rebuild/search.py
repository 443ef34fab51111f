"""The search bundle: made again only when something that is indexed has changed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.rebuild.last import LastBuild, SearchMark
from cbsite.rebuild.shelf import Shelf
from cbsite.search import BUNDLE, WORDS, index_pages


def index_again(
    new: LastBuild,
    last: LastBuild | None,
    shelf: Shelf,
    memo: Memo,
    ports: Ports,
    say: Callable[[str], None],
) -> LastBuild:
    """Put the search bundle into the site: the last one, if it was made from the same pages; else a new one."""
    indexed = [(page.path, page.entry.sha256) for page in new.pages if page.indexed]
    key = memo.key("search", indexed)
    mark = last.search if last else None
    if mark is None or mark.key != key or not shelf.has_files(mark.files):
        say("Indexing for search")
        before = shelf.staging.entries_under(WORDS)
        index_pages(ports, shelf.staging.folder, len(indexed))
        after = shelf.staging.entries_under(BUNDLE) | shelf.staging.entries_under(WORDS)
        mark = SearchMark(key, {path: after[path] for path in after if path not in before})
    else:
        shelf.keep_files(mark.files)
    return replace(new, search=mark)
