"""What a build leaves to the next: a few hashes for each file and page, and what pages are made from."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from cbsite.checks.remarks import Knowledge, Remarks
from cbsite.diagnostics import Diagnostic, SetLevel
from cbsite.publish import Entry as FileEntry

Why = Literal["kept", "new", "value", "templates", "lost"]
"""Why a page was made: it was not (kept), it is new, its value or a template changed, its file was lost."""


class UnitMark(msgspec.Struct, frozen=True, array_like=True):
    """A file of records as it was: the key of its reading, and what stands for all that was read from it.

    `found` is what reading found, `remarks` what the rules on words said.
    """

    key: bytes
    facts: bytes
    words: bytes
    found: tuple[Diagnostic, ...] = ()
    remarks: Remarks = Remarks()


class PageMark(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was: its value by key, value and templates together, and its bytes.

    `unit` is the file whose texts it shows, empty for a page that shows none. `indexed`: search finds it. `why`
    it was made anew, or not; `before` is the key of its value in the build before.
    """

    path: str
    address: str
    unit: str
    key: bytes
    made: bytes
    indexed: bool
    entry: FileEntry
    why: Why = "new"
    before: bytes = b""


class SearchMark(msgspec.Struct, frozen=True, array_like=True):
    """The search bundle as it was: what stands for all that was indexed, and its files."""

    key: bytes
    files: Mapping[str, FileEntry]


class LastBuild(msgspec.Struct, frozen=True, array_like=True):
    """A build that was published.

    `sources` are the hashes of all files that it was made from, `timezone` and `as_of` where and for which day.
    `rest` stands for every source that is neither a file of records nor a template of pages, and for how the
    build was asked for; `templates` for the latter. `borrows`: a feed uses templates of pages. `others` is what
    was found apart from what `units` say. `count` is how many pages there are, `index` the key of the `Index`.
    """

    sources: Mapping[str, bytes]
    timezone: str
    as_of: str
    borrows: bool
    rest: bytes
    templates: bytes
    units: Mapping[str, UnitMark]
    others: tuple[Diagnostic, ...]
    levels: Mapping[str, SetLevel]
    knowledge: Knowledge
    pages: tuple[PageMark, ...]
    count: int
    files: Mapping[str, FileEntry]
    search: SearchMark | None
    index: bytes


_LAST = msgspec.msgpack.Decoder(LastBuild)


def packed(value: LastBuild) -> bytes:
    return msgspec.msgpack.encode(value)


def last_build(data: bytes | None) -> LastBuild | None:
    """The build that some bytes hold; None for those of no build."""
    try:
        return _LAST.decode(data) if data else None
    except msgspec.DecodeError:
        return None
