"""One page: its value rendered and checked. Nothing in here knows a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from cbsite.checks.page import check_page
from cbsite.diagnostics import Diagnostic, Report
from cbsite.layout.values import PageValue, RedirectValue
from cbsite.memo import digest
from cbsite.render.renderer import Renderer
from cbsite.render.theme import Theme

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(PageValue | RedirectValue)


class Made(msgspec.Struct, frozen=True, array_like=True):
    """A page that was made.

    `value` are the bytes of its value and `key` their digest; `made` stands for value and templates together.
    Without `content` there was no need to render it, or its template cannot be used (then `found` says why).
    `value` is empty where it is remembered already. `compiled` are templates that were compiled for it.
    """

    path: str
    key: bytes
    made: bytes
    indexed: bool
    value: bytes
    content: bytes | None
    found: tuple[Diagnostic, ...] = ()
    compiled: tuple[tuple[str, bytes], ...] = ()


@dataclass(slots=True)
class PageRenderer:
    """Page values, as bytes, to pages. `known` are pages by `Made.made` that need not be rendered."""

    theme: Theme
    known: frozenset[bytes] = frozenset()
    compiled: Mapping[str, bytes] = field(default_factory=dict)
    """Templates that were compiled before."""
    templates: bytes = b""
    """Stands for all templates of pages."""
    _renderer: Renderer | None = None

    def __post_init__(self) -> None:
        self.templates = self.templates or digest_of_templates(self.theme)

    def __getstate__(self) -> dict[str, Any]:
        """For another process, which compiles its own templates."""
        return {
            "theme": self.theme,
            "known": self.known,
            "compiled": dict(self.compiled),
            "templates": self.templates,
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.theme, self.known, self.compiled = state["theme"], state["known"], state["compiled"]
        self.templates, self._renderer = state["templates"], None

    def __call__(self, page: tuple[str, bytes]) -> Made:
        """The page at a path (`places/essex/index.html`) of a value's bytes, which are remembered already."""
        path, data = page
        return self._render(path, decoded(data), digest(data), b"")

    def render(self, path: str, value: PageValue | RedirectValue) -> Made:
        """The page at a path of a value."""
        data = encoded(value)
        return self._render(path, value, digest(data), data)

    def _render(self, path: str, value: PageValue | RedirectValue, key: bytes, data: bytes) -> Made:
        made = digest(key, self.templates)
        indexed = isinstance(value, PageValue) and value.indexed is not None
        if made in self.known:
            return Made(path, key, made, indexed, b"", None)
        if self._renderer is None:
            self._renderer = Renderer(self.theme, self.compiled)
        report = Report()
        content = self._renderer.render(value, report)
        if content is not None:
            check_page(value, content.decode("utf-8"), report)
        new = self._renderer.bytecode.new
        compiled, self._renderer.bytecode.new = tuple(new.items()), {}
        return Made(path, key, made, indexed, data, content, report.found, compiled)


def encoded(value: PageValue | RedirectValue) -> bytes:
    """The bytes of a value: equal values, and only they, have equal bytes."""
    return _ENCODER.encode(value)


def decoded(data: bytes) -> PageValue | RedirectValue:
    """The value of some bytes."""
    return _DECODER.decode(data)


def digest_of_templates(theme: Theme) -> bytes:
    """What stands for the templates that pages are made with."""
    return digest([(path, theme.templates[path].text) for path in sorted(theme.page_templates)])
