"""From an address to a page: laid out, then rendered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cbsite.assemble.page import Made, PageRenderer
from cbsite.layout.lay_out import lay_out
from cbsite.layout.values import Assets
from cbsite.library.library import Library
from cbsite.plan.address import file_path
from cbsite.plan.plan import Plan

if TYPE_CHECKING:
    from cbsite.layout.parts.atlas import Atlas


@dataclass(slots=True)
class PageMaker:
    """Addresses to pages: lays one out and renders it."""

    library: Library
    plan: Plan
    assets: Assets
    atlas: Atlas | None
    renderer: PageRenderer = field(repr=False)

    def __call__(self, address: str) -> Made:
        value = lay_out(self.library, self.plan, self.plan.pages[address], self.assets, self.atlas)
        return self.renderer.render(file_path(address), value)
