"""The prose in a page value, as a browser would find it: its elements, with their attributes and words."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import msgspec

from cbsite.layout.values import Text

_VOID = ("br", "hr", "img", "input", "source")


class Element(msgspec.Struct):
    """An element: its name, attributes, and all words inside it."""

    tag: str
    attrs: dict[str, str]
    words: str = ""

    def get(self, name: str) -> str:
        return self.attrs.get(name, "")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.found.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.words += data


def inside(value: Any, wanted: type) -> Iterator[Any]:
    """Every value of a type inside a page value."""
    if isinstance(value, wanted):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from inside(item, wanted)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from inside(getattr(value, name), wanted)


def html(value: Any) -> str:
    """All prose inside a value, as it is printed; blocks in it are left out."""
    parts = (part for text in inside(value, Text) for part in text.parts)
    return "".join(part for part in parts if isinstance(part, str))


def elements(value: Any, *tags: str) -> list[Element]:
    """All elements of the prose inside a value; those of some tags."""
    return [element for element in _read(value)[1:] if element.tag in tags or not tags]


def words(value: Any) -> str:
    """All words of the prose inside a value."""
    return _read(value)[0].words


def _read(value: Any) -> list[Element]:
    """An element that holds all the prose, then those inside it."""
    reader = _Reader()
    reader.feed(f"<div>{html(value)}</div>")
    reader.close()
    return reader.found
