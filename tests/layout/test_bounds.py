"""What pages show of what grows with the hub: the first of it, and the way to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cbsite.layout.values import Events, Items, PageValue, Rivals, Section, Slots, Table, Text
from cbsite.plan.mentions import MOST
from tests.support.hubs import SITE, SMALL, Made, make
from tests.support.large import large
from tests.support.prose import words

BLOCKS = """\
---
title: Blocks
summary: A page with blocks that take what there is of a thing, however much that is.
date: 2026-01-02
licence: Another licence
---

```timeline
programmes: [budgets]
```

```figures
topic: size
```

```chart
title: How many
topic: size
```
"""

PROGRAMME = """\
- id: budgets
  name: Budgets
  stage: live
  cohorts:
    - id: first
      name: The first group
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    files = large(60)
    pilots = files["content/data/pilots.yml"].replace(
        "level: families", "level: families, cohort: first"
    )
    people = files["content/data/people.yml"].replace(
        "publish: role-only",
        "name: Ann Other, publish: full, basis: A public office, until: 2030-01-01",
    )
    programmes = files["content/data/programmes.yml"].replace(
        SMALL["content/data/programmes.yml"], PROGRAMME
    )
    licensed = {
        name: text.replace("date: 2026", "licence: Another licence\ndate: 2026", 1)
        for name, text in files.items()
        if name.startswith("content/news/")
    }
    feeds = {
        f"content/news/of-{n:03}.md": files[f"content/news/news-{n:03}.md"].replace(
            "themes: [families]", f"themes: [theme-{n:03}]"
        )
        for n in range(1, 61)
    }
    return make(
        tmp_path_factory.mktemp("bounds"),
        {
            **files,
            **licensed,
            **feeds,
            "content/data/pilots.yml": pilots,
            "content/data/people.yml": people,
            "content/data/programmes.yml": programmes,
            "content/pages/blocks.md": BLOCKS,
            "content/site.yml": SITE,
        },
    )  # fmt: skip


def section(page: PageValue, id: str) -> Section:
    return next(one for one in (*page.sections, *page.margin) if one.id == id)


def texts(page: PageValue) -> Iterator[Text]:
    yield from (b for one in page.sections for b in one.blocks if isinstance(b, Text))


def test_blocks_in_texts_are_cut(made: Made) -> None:
    (text,) = texts(made.page("/blocks/"))
    dates, claims, chart = text.blocks
    assert isinstance(dates, Events)
    assert len(dates.rows) == MOST
    assert dates.more is not None
    assert dates.more.href == "../timeline/"
    assert isinstance(claims, Rivals)
    assert claims.caption.startswith(f"{MOST} of 61 claims: ")
    assert claims.more is not None
    assert (claims.more.text, claims.more.href) == ("All 61 claims", "../figures/size/")
    assert len(getattr(chart, "table").rows) == MOST  # noqa: B009


def test_a_question_with_many_claims_takes_several_pages(made: Made) -> None:
    first, second = made.page("/figures/size/"), made.page("/figures/size/page/2/")
    rows = [
        block.rows
        for page in (first, second)
        for block in section(page, "see_claims").blocks
        if isinstance(block, Rivals)
    ]
    assert [len(own) for own in rows] == [MOST, 61 - MOST]
    assert len({row.anchor for own in rows for row in own}) == 61
    assert second.plate.title == "How many places are there?: page 2"
    assert [one.id for one in second.sections] == ["see_claims"]
    assert second.indexed is None


def test_a_large_group_leads_to_the_list_of_pilots(made: Made) -> None:
    pilots = section(made.page("/programmes/budgets/first/"), "see_pilots")
    tables = [block for block in pilots.blocks if isinstance(block, Table)]
    assert sum(len(table.rows) for table in tables) == MOST
    assert pilots.more is not None
    assert pilots.more.text == "All 60 pilots, in the list of pilots"
    assert pilots.more.href == "../../../pilots/"
    others = section(made.page("/pilots/pilot-001/"), "see_siblings")
    assert others.more is not None
    assert others.more.text == "All 60 of the group"


def test_statements_name_the_first_and_lead_to_the_rest(made: Made) -> None:
    for address, id, said in (
        ("/licence/", "see_exceptions", f"These are {MOST} of 61 pages."),
        ("/privacy/", "see_people", f"These are {MOST} of 60 people;"),
    ):
        found = section(made.page(address), id)
        (table,) = (block for block in found.blocks if isinstance(block, Table))
        assert len(table.rows) == MOST
        assert said in words(found)


def test_feeds_of_many_themes(made: Made) -> None:
    page = made.page("/feeds/")
    said = words(section(page, "see_news"))
    assert "Theme 049" in said
    assert "Theme 051" not in said
    assert "The page of each of the other themes names its feed" in said


def test_hubs_are_boxes_only_up_to_a_bound(tmp_path: Path) -> None:
    made = make(tmp_path, large(105))
    for address, first, count in (("/hubs/", "Hub 001", 100), ("/hubs/page/2/", "Hub 101", 5)):
        page = made.page(address)
        (slots,) = (b for one in page.sections for b in one.blocks if isinstance(b, Slots))
        assert (slots.slots[0].name.text, len(slots.slots)) == (first, count)
        assert slots.text.startswith("105 hubs are on the register")
    (slots,) = (b for b in section(made.page("/"), "hubs").blocks if isinstance(b, Slots))
    assert len(slots.slots) == 100


def test_a_theme_says_of_how_many_these_are(made: Made) -> None:
    page = made.page("/themes/families/")
    cases, pilots = section(page, "see_cases"), section(page, "see_pilots")
    (lines,) = (block for block in cases.blocks if isinstance(block, Items))
    assert len(lines.items) == MOST
    assert cases.more is not None
    # All are on this one theme, so no finder is narrowed by it.
    assert (cases.more.text, cases.more.href) == (
        "All 61 case studies",
        "../../mentions/themes/families/case-studies/",
    )
    (table,) = (block for block in pilots.blocks if isinstance(block, Table))
    assert table.caption == f"{MOST} of 60 pilots"
    assert pilots.more is not None
    assert pilots.more.href == "../../mentions/themes/families/pilots/"
