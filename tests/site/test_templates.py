"""The checks of a whole site look at a page of every template."""

from __future__ import annotations

import datetime

from tests.support.command import REPOSITORY
from tests.support.hubs import opened
from tests.support.templates import DAY, FULL, FULL_PAGES, HUBS, MISSING, PAGES

ALONE = {"redirect.html", "list.html"}
"""Templates of pages that people never see, or only in a large hub, which `test_large.py` looks at."""


def test_a_page_of_every_template_is_looked_at() -> None:
    seen: dict[str, set[str]] = {}
    for source, pages in ((REPOSITORY, PAGES), (FULL, FULL_PAGES)):
        made = opened(source, datetime.date.fromisoformat(DAY))
        for name, address in pages.items():
            planned = "/404.html" if name == MISSING else f"/{address.partition('?')[0]}"
            seen.setdefault(made.page(planned).template, set()).add(name)
    every = {f"pages/{path.name}" for path in (REPOSITORY / "templates/pages").glob("*.html")}
    assert len(every) > 35
    assert every - set(seen) == {f"pages/{name}" for name in ALONE}
    assert list(HUBS.values()) == [PAGES, FULL_PAGES]
