"""A build in progress: what was asked, what the sources are, and what is remembered of the last build."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from cbsite.diagnostics import Report
from cbsite.memo import Memo
from cbsite.ports import Ports
from cbsite.rebuild.last import LastBuild, last_build, packed
from cbsite.rebuild.request import Request, day_of
from cbsite.rebuild.sources import OVERRIDES, THEME, Sources
from cbsite.rebuild.unchanged import Done, remember_done

TEMPLATES_OF_PAGES = tuple(
    f"{folder}/{part}/" for folder in (OVERRIDES, THEME) for part in ("pages", "parts")
)
"""Where the templates of pages are."""


_COMPILED = msgspec.msgpack.Decoder(dict[str, bytes])


class State:
    """One build of a hub; `last` is the one before, if that is remembered."""

    def __init__(
        self, request: Request, output: Path, ports: Ports, memo: Memo, sources: Sources
    ) -> None:
        self.request, self.output, self.ports = request, output, ports
        self.memo, self.sources = memo, sources
        self._key, self._compiled_key = memo.key("last", *request.way), memo.key("compiled")
        self.last: LastBuild | None = last_build(memo.get([self._key]).get(self._key))

    def only_templates_changed(self) -> bool:
        """Whether no source but templates of pages is different from the last build's, and it is the same day."""
        last = self.last
        if last is None or last.borrows:
            return False
        before, now = last.sources, self.sources.hashes
        changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        as_of = day_of(self.request, self.ports.clock, last.timezone).isoformat()
        return as_of == last.as_of and all(map(_is_template_of_pages, changed))

    @cached_property
    def compiled(self) -> Mapping[str, bytes]:
        """The templates that were compiled before."""
        data = self.memo.get([self._compiled_key]).get(self._compiled_key)
        return _COMPILED.decode(data) if data else {}

    def remember(
        self,
        new: LastBuild,
        manifest: str,
        compiled: Mapping[str, bytes],
        report: Report,
        whole: bool,
    ) -> None:
        """Leave this build to the next, with the templates that were `compiled` in it.

        It is published, with a `manifest` of this hash. `whole`: nothing of it is left to be done.
        """
        if whole:
            done = Done(new.count, new.timezone, new.as_of, tuple(report), manifest)
            remember_done(self.request, self.output, self.sources, self.memo, done)
        self.last = new
        self.memo.put([(self._key, packed(new))])
        if compiled:
            every = {**self.compiled, **compiled}
            self.memo.put([(self._compiled_key, msgspec.msgpack.encode(every))])
        self.memo.flush()
        units, pages = {mark.key for mark in new.units.values()}, {page.key for page in new.pages}
        if self.memo.may_forget(len(units) + len(pages)):
            self.memo.use(units)
            self.memo.use(self.memo.key("page", key) for key in pages)
            self.memo.use([new.index, self._compiled_key])
            self.memo.flush(tidy=True)


def _is_template_of_pages(path: str) -> bool:
    return path.startswith(TEMPLATES_OF_PAGES)
