"""Why a page was or was not rendered by the last build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from cbsite.assemble.page import decoded
from cbsite.memo import Memo
from cbsite.rebuild.last import LastBuild, PageMark, Why

_MOST = 12
"""Places in a value that are named: more say only that much is different."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say of a page: its address, the file it shows, why it was made, what in its value changed."""

    page: PageMark
    why: Why
    template: str
    differences: tuple[str, ...] | None
    """Where the value differs from the one before; None where that is no longer remembered."""


def find_page(last: LastBuild, asked: str) -> PageMark | None:
    """The page that somebody means: by its address, its file in the site, or the file it is written in."""
    plain = asked.replace("\\", "/").strip()
    address = f"/{plain.strip('/')}/".replace("//", "/")
    source = plain.removeprefix("./").removeprefix("content/")
    for page in last.pages:
        if plain in (page.address, page.path) or address == page.address:
            return page
    return next((page for page in last.pages if page.unit and page.unit == source), None)


def explain(page: PageMark, memo: Memo) -> Explanation:
    """Why the last build made a page anew, or did not."""
    keys = [memo.key("page", key) for key in (page.key, page.before) if key]
    values = memo.get(keys)
    now = values.get(keys[0])
    template = decoded(now).template if now else ""
    if page.why != "value":
        return Explanation(page, page.why, template, ())
    before = values.get(keys[-1])
    if now is None or before is None:
        return Explanation(page, page.why, template, None)
    found = tuple(_differences(decoded(before), decoded(now), "page"))
    return Explanation(page, page.why, template, found[:_MOST])


def _differences(one: object, other: object, at: str) -> Iterator[str]:
    """The places in which two values differ, as a template would name them."""
    if one == other:
        return
    if isinstance(one, msgspec.Struct) and type(one) is type(other):
        for name in one.__struct_fields__:
            yield from _differences(getattr(one, name), getattr(other, name), f"{at}.{name}")
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for index, pair in enumerate(zip(one, other, strict=True)):
            yield from _differences(*pair, f"{at}[{index}]")
    else:
        yield at
