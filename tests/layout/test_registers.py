"""The gaps page, and the pages of themes, organisations and hubs with their lists."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.values import (
    Contents,
    Gap,
    GapTable,
    Items,
    Note,
    PageValue,
    Section,
    Slots,
    Table,
    Words,
)
from tests.support.hubs import SMALL, make, site, small, write
from tests.support.pages import broken
from tests.support.prose import elements, inside

PAPER = SMALL["content/documents/paper.md"].replace(
    "held: full\n",
    "held: full\nthemes: [families]\nannexes: [{id: annex-a, title: A table, held: not-held, named_in: '2'}]\n",
)
HUBS = """\
- id: hub-1
  name_status: not-in-source
  label: Hub 1
  offers: [{text: Visits, state: planned, source: {id: paper, paragraph: "1"}}]
- id: hub-2
  name_status: known
  label: Hub 2
  name: The second
  host: lga
  serves: [essex]
  opened: 2011-07
  contact: chair
"""
PEOPLE = """\
- id: chair
  name: Zelda Example
  role: Chair
  org: lga
  publish: full
  basis: Consent
  email: zelda@example.org
"""
ORGANISATIONS = """\
- id: lga
  name: The LGA
  kind: group
  names:
    - {name: The Group, start: 2010, end: 2011-06, source: {id: paper, paragraph: "2"}}
    - {name: The Body}
  members: [{role: A leader}, {role: The council, org: essex-council}]
- id: board
  name: The board
  kind: committee
  parent: lga
- id: essex-council
  name: Essex council
  kind: council
"""
FULL = {
    "content/documents/paper.md": PAPER,
    "content/data/hubs.yml": HUBS,
    "content/data/people.yml": PEOPLE,
    "content/data/organisations.yml": ORGANISATIONS,
    "content/data/themes.yml": "- {id: families, label: Families, definition: Households in need., synonyms: [kin]}\n"
    "- {id: bare, label: Bare}\n",
    "content/data/glossary.yml": "- {id: kin, label: Kin, definition: Relatives.}\n"
    "- {id: other, label: Other, definition: Else.}\n",
    "content/data/figures.yml": SMALL["content/data/figures.yml"] + "  themes: [families]\n",
    "content/data/events.yml": SMALL["content/data/events.yml"]
    + "  themes: [families]\n  orgs: [lga]\n",
    "content/data/places.yml": SMALL["content/data/places.yml"] + "  council: lga\n",
}


def section(page: PageValue, title: str) -> Section:
    return next(s for s in (*page.sections, *page.margin) if s.title == title)


def panel(page: PageValue) -> dict[str, list[str]]:
    return {row.term: [words.text for words in row.values] for row in page.plate.rows}


def cells(section: Section) -> list[list[str]]:
    (table,) = inside(section, Table)
    return [[words.text for words in row] for row in table.rows]


def test_gaps_stand_by_group_each_with_a_link_and_what_would_close_it(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/gaps/")
    (contents,) = inside(page, Contents)
    assert [(words.text, words.href, words.note) for words in contents.entries] == [
        ("Not held", "#gaps_not_held", "1"),
        ("Not named", "#gaps_unnamed", "2"),
        ("Missing in a record", "#gaps_missing", "11"),
    ]
    (table,) = inside(section(page, "Not held"), GapTable)
    (row,) = table.rows
    assert (row.text, row.closes) == ("A table", "A copy of the annex.")
    assert row.where == (Words("A paper, paragraph 2", "../documents/paper/#para-2"),)
    # What would close most of a group is said once, above its table.
    assert table.closes == "A copy of the annex."
    said = elements(section(page, "Not held"), "p")
    assert said[0].words.endswith("What would close it: a copy of the annex.")


def test_a_gap_named_in_a_text_is_linked_under_its_heading(tmp_path: Path) -> None:
    text = SMALL["content/case-studies/one-door.md"] + "\n**Gap.** Nobody counted.\n"
    page = make(tmp_path, {"content/case-studies/one-door.md": text}).page("/gaps/")
    (table,) = inside(section(page, "Named in a text"), GapTable)
    (row,) = table.rows
    assert row.text == "Nobody counted."
    assert row.where == (Words("One door", "../case-studies/one-door/#the-problem"),)


def test_the_same_gap_in_several_records_is_one_row(tmp_path: Path) -> None:
    hubs = "".join(
        f"- {{id: hub-{n}, name_status: not-in-source, label: Hub {n}}}\n" for n in range(1, 4)
    )
    page = make(tmp_path, {"content/data/hubs.yml": hubs}).page("/gaps/")
    (table,) = inside(section(page, "Not named"), GapTable)
    assert table.caption == "3 gaps"
    (row,) = table.rows
    assert [words.text for words in row.where] == ["Hub 1", "Hub 2", "Hub 3"]


def test_a_theme_gathers_everything_on_it(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/themes/families/")
    assert page.plate.lede == "Households in need."
    assert panel(page) == {"Also called": ["kin"]}
    assert [s.title for s in page.sections] == ["Case studies", "Documents", "In numbers", "Dates"]
    (topic,) = next(inside(section(page, "In numbers"), Items)).items
    assert (topic.title.text, topic.text) == (
        "How many places are there?",
        "4: Places in the network",
    )
    (note,) = inside(section(page, "Not known"), Note)
    assert note.lead == "9 gaps:"
    assert [(words.text, words.href) for words in note.words] == [
        ("1 not held", "../../gaps/#gaps_not_held"),
        ("8 missing in a record", "../../gaps/#gaps_missing"),
    ]
    (terms,) = inside(section(page, "In the glossary"), Items)
    assert [item.title.href for item in terms.items] == ["../../glossary/#kin"]


def test_a_theme_without_anything_says_so(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/themes/bare/")
    assert [gap.text for gap in inside(page, Gap)] == ["Nothing on this theme yet."]


def test_themes_are_listed_with_how_much_there_is(tmp_path: Path) -> None:
    (block,) = inside(make(tmp_path, FULL).page("/themes/"), Items)
    assert [(item.title.text, item.meta, item.text) for item in block.items] == [
        ("Bare", (), ""),
        (
            "Families",
            ("1 case study", "1 document", "1 event", "1 figure"),
            "Households in need.",
        ),
    ]
    bare, families = block.items
    assert bare.links == ()
    assert families.links == (Words("9 gaps", "../themes/families/#see_gaps"),)


def test_an_organisation_shows_its_names_members_people_and_papers(tmp_path: Path) -> None:
    made = make(tmp_path, FULL)
    page = made.page("/organisations/lga/")
    assert panel(page) == {"Kind": ["Group"], "Area": ["Kent"], "Includes": ["The board"]}
    assert cells(section(page, "Names")) == [
        ["The Group", "2010 to June 2011", "The paper, paragraph 2"],
        ["The Body", "Not known", "Not given"],
    ]
    assert cells(section(page, "Members")) == [
        ["A leader", "Not named"],
        ["The council", "Essex council"],
    ]
    for title, name in (
        ("People in public roles", "Zelda Example, Chair"),
        ("Documents from here", "A paper"),
        ("Hubs", "The second"),
    ):
        (block,) = inside(section(page, title), Items)
        assert [item.title.text for item in block.items] == [name]
    assert section(page, "Dates").blocks
    council = made.page("/organisations/essex-council/")
    assert panel(council)["Member of"] == ["The LGA"]
    assert panel(made.page("/organisations/board/"))["Part of"] == ["The LGA"]


def test_organisations_are_listed_by_kind_councils_last(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/organisations/")
    assert [s.title for s in page.sections] == ["Groups", "Committees", "Councils"]
    (group,) = next(inside(page.sections[0], Items)).items
    assert group.meta == ("Also The Group, The Body",)
    (board,) = next(inside(page.sections[1], Items)).items
    assert board.meta == ("Part of The LGA",)


def test_a_hub_without_a_name_shows_its_gaps_and_its_offers(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/hubs/hub-1/")
    gaps = [row.term for row in page.plate.rows if row.values[0].gap]
    assert gaps == ["Name", "Host", "Opened", "Contact"]
    assert cells(section(page, "What it offers")) == [
        ["Visits", "Planned", "The paper, paragraph 1"]
    ]
    (gap,) = inside(section(page, "Places it serves"), Gap)
    assert gap.text == "None of our sources says which places this hub serves."
    (slots,) = inside(page, Slots)
    assert [(slot.number, slot.name.gap, slot.current) for slot in slots.slots] == [
        ("1", True, True),
        ("2", False, False),
    ]
    assert slots.text == "2 hubs are on the register; 1 of them is named in our sources."


def test_a_hub_shows_what_is_known(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/hubs/hub-2/")
    assert panel(page) == {
        "Name": ["The second"],
        "Host": ["The LGA"],
        "Opened": ["July 2011"],
        "Contact": ["Zelda Example, Chair", "zelda@example.org"],
    }
    (places,) = inside(section(page, "Places it serves"), Items)
    assert [item.title.text for item in places.items] == ["Essex"]
    assert [gap.text for gap in inside(page, Gap)] == [
        "None of our sources says what this hub offers."
    ]


def test_hubs_are_listed_as_boxes_and_as_a_table(tmp_path: Path) -> None:
    page = make(tmp_path, FULL).page("/hubs/")
    assert len(list(inside(page, Slots))) == 1
    assert cells(section(page, "The register")) == [
        ["Hub 1", "Not named", "Not known", "Not known", "Visits"],
        ["The second", "Named", "The LGA", "Essex", "Not known"],
    ]


def test_no_link_of_these_pages_is_broken(tmp_path: Path) -> None:
    news = (
        "---\ntitle: News\nsummary: Something new, told in one sentence of some length.\n"
        "date: 2026-01-01\nthemes: [families]\n---\n\nKin.\n"
    )
    collection = news.replace("title: News", "title: Read").replace(
        "themes:", "groups: [{title: All, items: [term:kin, person:chair, hub:hub-1]}]\nthemes:"
    )
    more = {"content/news/news.md": news, "content/collections/read.md": collection}
    built, report = site(write(tmp_path, small({**FULL, **more})))
    assert broken(built) == []
    pages = "glossary", "people", "news", "news/2026", "news/2026/news", "gaps", "collections/read"
    assert [page for page in pages if not (built / page / "index.html").is_file()] == []
    assert [d for d in report if d.level == "error"] == []
