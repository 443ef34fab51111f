"""Collections: groups of things of any kind."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.values import Items, ListItem, Text, Words
from tests.support.hubs import SMALL, Made, make
from tests.support.prose import inside

COLLECTION = """\
---
title: Start here
summary: What to read first on this hub, in an order that somebody chose.
date: 2026-04-01
groups:
  - title: Papers
    note: Read these in order.
    items: [document:paper, source:release, case-study:one-door]
  - title: Numbers and words
    items: [figure:members, topic:size, term:pot, event:meeting, person:chair, place:kent, theme:families]
---

Why these.
"""

MORE = {
    "content/collections/start-here.md": COLLECTION,
    "content/data/glossary.yml": "- {id: pot, label: Pot, definition: One sum of money.}\n",
    "content/data/people.yml": "- {id: chair, name: Ann Example, role: Chair, publish: full, basis: Consent}\n",
}


def lines(made: Made) -> list[ListItem]:
    page = made.page("/collections/start-here/")
    groups = [section for section in page.sections if section.id.startswith("group_")]
    return [line for group in groups for block in inside(group, Items) for line in block.items]


def test_a_collection_has_its_groups_in_order(tmp_path: Path) -> None:
    page = make(tmp_path, MORE).page("/collections/start-here/")
    groups = [section for section in page.sections if section.id.startswith("group_")]
    assert [group.title for group in groups] == ["Papers", "Numbers and words"]
    assert isinstance(groups[0].blocks[0], Text)
    assert groups[0].blocks[0].parts == ("<p>Read these in order.</p>",)


def test_each_thing_stands_with_its_kind_its_name_and_what_it_is(tmp_path: Path) -> None:
    found = [
        (line.meta[0], line.title.text, line.title.href, line.text)
        for line in lines(make(tmp_path, MORE))
    ]
    paper = "A paper that prints the numbers of its paragraphs, as papers do."
    door = "How one place put six offices behind a single door, and what came of it."
    assert found == [
        ("Committee paper", "A paper", "../../documents/paper/", paper),
        ("Source", "The release", "../../sources/#release", ""),
        ("Case study", "One door", "../../case-studies/one-door/", door),
        ("Figure", "Places in the network", "../../figures/size/#members", "4"),
        ("Topic", "How many places are there?", "../../figures/size/", "4: Places in the network"),
        ("Glossary entry", "Pot", "../../glossary/#pot", "One sum of money."),
        ("Event", "The first meeting", "../../timeline/#meeting", ""),
        ("Person", "Ann Example, Chair", "../../people/#chair", ""),
        ("Place", "Kent", "../../places/kent/", ""),
        ("Theme", "Families", "../../themes/families/", ""),
    ]


def test_a_draft_is_named_by_its_kind_alone_and_what_is_withdrawn_is_marked(tmp_path: Path) -> None:
    case = SMALL["content/case-studies/one-door.md"].replace("themes:", "status: draft\nthemes:")
    place = (
        SMALL["content/data/places.yml"] + "  status: withdrawn\n  withdrawn_reason: Not a place.\n"
    )
    made = make(
        tmp_path,
        {**MORE, "content/case-studies/one-door.md": case, "content/data/places.yml": place},
    )
    by_name = {line.title.text: line for line in lines(made)}
    draft = by_name["Case study, not published yet"]
    assert draft.title == Words("Case study, not published yet", gap=True)
    assert "One door" not in by_name
    assert (by_name["Kent"].meta, by_name["Kent"].text) == (("Place", "Withdrawn"), "Not a place.")
    assert made.problems() == ["W-DRAFTREF content/collections/start-here.md:8:45"]


def test_collections_are_listed_and_mentioned(tmp_path: Path) -> None:
    made = make(tmp_path, MORE)
    (block,) = inside(made.page("/collections/"), Items)
    (line,) = block.items
    assert (line.title.text, line.meta) == ("Start here", ("10 things", "1 April 2026"))
    assert ("collection", "start-here") in made.library.mentioned_in["place", "kent"]
    assert made.page("/themes/families/").sections[-1].title == "Collections"
