"""What goes into the next site: new files, and files of the last site that are still right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from cbsite.assemble.page import Made
from cbsite.memo import Memo
from cbsite.publish import Entry, Staging
from cbsite.rebuild.last import LastBuild, PageMark, Why


class Shelf(msgspec.Struct):
    """Takes pages as they are made, puts them into the next site and remembers their values.

    `old` are the files of the last site, in the folder `output`, whose bytes are as they were published.
    """

    staging: Staging
    memo: Memo
    output: Path
    old: Mapping[str, Entry]
    last: LastBuild | None
    entries: dict[str, Entry] = msgspec.field(default_factory=dict)
    """Every page so far, by path."""
    whys: dict[str, tuple[Why, bytes]] = msgspec.field(default_factory=dict)
    """Why each was made, and the key of its value before."""
    fresh: list[str] = msgspec.field(default_factory=list)
    compiled: dict[str, bytes] = msgspec.field(default_factory=dict)
    """Templates that were compiled for these pages."""
    _pages: dict[bytes, PageMark] = msgspec.field(default_factory=dict)
    _before: dict[str, PageMark] = msgspec.field(default_factory=dict)

    def __post_init__(self) -> None:
        marks = self.last.pages if self.last else ()
        self._pages = {mark.made: mark for mark in marks if self.has(mark)}
        self._before = {mark.path: mark for mark in marks}

    def has(self, mark: PageMark) -> bool:
        """Whether a page of the last site is still there."""
        return self.old.get(mark.path) == mark.entry

    @property
    def is_used(self) -> bool:
        """Whether anything is on the shelf."""
        return bool(self.entries)

    @property
    def known(self) -> frozenset[bytes]:
        """The pages that need not be rendered."""
        return frozenset(self._pages)

    def take(self, made: Made) -> Made:
        """Put a page into the site; it is given back without its bytes."""
        if made.found:
            return replace(made, value=b"", content=None)
        if made.content is None:
            self.keep(made.path, self._pages[made.made])
        else:
            self.fresh.append(made.path)
            self.whys[made.path] = self._why(made)
            self.entries[made.path] = self.staging.write(made.path, made.content)
        if made.value:
            self.memo.put([(self.memo.key("page", made.key), made.value)])
        self.compiled.update(made.compiled)
        return replace(made, value=b"", content=None)

    def _why(self, made: Made) -> tuple[Why, bytes]:
        before = self._before.get(made.path)
        if before is None:
            return "new", b""
        if before.key != made.key:
            return "value", before.key
        return ("templates" if before.made != made.made else "lost"), before.key

    def keep(self, path: str, mark: PageMark) -> None:
        """Put a page of the last site into this one."""
        self.whys[path] = "kept", mark.key
        self.staging.keep(path, f"{self.output}/{mark.path}", mark.entry)
        self.entries[path] = mark.entry

    def keep_files(self, files: Mapping[str, Entry]) -> None:
        """Put other files of the last site into this one."""
        for path, entry in files.items():
            self.staging.keep(path, f"{self.output}/{path}", entry)

    def has_files(self, files: Mapping[str, Entry]) -> bool:
        """Whether such files are all still there."""
        return all(self.old.get(path) == entry for path, entry in files.items())

    def write(self, files: Iterable[tuple[str, bytes]]) -> dict[str, Entry]:
        """Put new files into the site."""
        return {path: self.staging.write(path, content) for path, content in files}
