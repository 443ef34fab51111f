"""The glossary and the list of people: registers that stand on one page."""

from __future__ import annotations

import datetime
from pathlib import Path

from cbsite.layout.values import Directory, DirectoryEntry, Items, Jumps, PageValue, Words
from tests.support.hubs import SMALL, Made, make
from tests.support.prose import elements, inside

GLOSSARY = """\
- id: ofe
  label: OFE
  expand: Office for Examples
  definition: A department.
  synonyms: [the Office]
  used_by: [{id: paper, paragraph: "2"}]
  see: [elan]
  sources: [{id: release}]
- id: elan
  label: Élan
  definition: Swing.
- id: eagerness
  label: eagerness
  definition: Haste.
- id: forty
  label: 40 days
  definition: A stretch of time.
- id: gone
  label: Gone
  definition: No more.
  status: withdrawn
  withdrawn_reason: Nobody uses it.
"""

PEOPLE = """\
- id: chair
  name: Zelda Example
  role: Chair
  org: lga
  publish: full
  basis: Consent, in writing
  until: 2026-06-01
  email: zelda@example.org
  phone: 020 7946 0000
  start: 2012-05
  summary: Chairs the first committee of the hub, and wrote two letters.
- id: minister
  role: Minister
  publish: full
  basis: A public office
- id: officer
  name: Bob Example
  role: Officer
  org: lga
  publish: role-only
  email: bob@example.org
"""


def entries(page: PageValue) -> dict[str, DirectoryEntry]:
    return {entry.anchor: entry for block in inside(page, Directory) for entry in block.entries}


def glossary(folder: Path) -> Made:
    text = SMALL["content/case-studies/one-door.md"] + "\nSee [the Office](term:ofe).\n"
    return make(
        folder, {"content/data/glossary.yml": GLOSSARY, "content/case-studies/one-door.md": text}
    )


def test_the_glossary_goes_from_a_to_z(tmp_path: Path) -> None:
    page = glossary(tmp_path).page("/glossary/")
    letters = [(section.title, section.id) for section in page.sections if section.title]
    assert letters == [
        ("0 to 9", "letter_48"),
        ("E", "letter_e"),
        ("O", "letter_o"),
        ("Withdrawn", "see_withdrawn"),
    ]
    # Accents and capitals do not count.
    assert list(entries(page)) == ["forty", "eagerness", "elan", "ofe"]
    (jumps,) = inside(page, Jumps)
    assert [link.href for link in jumps.links] == ["#letter_48", "#letter_e", "#letter_o"]


def test_an_entry_says_all_that_is_known_of_the_word(tmp_path: Path) -> None:
    page = glossary(tmp_path).page("/glossary/")
    ofe = entries(page)["ofe"]
    assert (ofe.title, ofe.note, ofe.text) == ("OFE", "Office for Examples", "A department.")
    rows = {row.term: [(words.text, words.href) for words in row.values] for row in ofe.rows}
    assert rows == {
        "Also called": [("the Office", None)],
        "Used by": [("The paper, paragraph 2", "../documents/paper/#para-2")],
        "See also": [("Élan", "#elan")],
        "Source": [("The release", "../sources/#release")],
    }
    assert [words.text for words in ofe.mentioned] == ["One door"]
    (gone,) = (block for block in inside(page, Items))
    assert [(item.anchor, item.text) for item in gone.items] == [("gone", "Nobody uses it.")]


def people(folder: Path, day: str = "2026-06-01") -> Made:
    case = SMALL["content/case-studies/one-door.md"].replace("themes:", "contact: chair\nthemes:")
    return make(
        folder,
        {"content/data/people.yml": PEOPLE, "content/case-studies/one-door.md": case},
        as_of=datetime.date.fromisoformat(day),
    )


def test_people_stand_by_organisation(tmp_path: Path) -> None:
    page = people(tmp_path).page("/people/")
    titles = [(s.title, s.more.href if s.more else None) for s in page.sections]
    assert titles == [
        ("The LGA", "../organisations/lga/"),
        ("No organisation in our sources", None),
    ]
    assert [(e.anchor, e.title, e.note) for e in entries(page).values()] == [
        ("officer", "Officer", "The role only"),
        ("chair", "Zelda Example", "Chair"),
        ("minister", "Minister", ""),
    ]
    (name,) = (row for row in entries(page)["minister"].rows if row.term == "Name")
    assert name.values == (Words("Not in our sources", gap=True),)


def test_contact_details_stand_with_a_name_only(tmp_path: Path) -> None:
    shown = repr(people(tmp_path).page("/people/"))
    assert "mailto:zelda@example.org" in shown and "tel:02079460000" in shown
    assert "Bob" not in shown and "bob@" not in shown


def test_a_name_is_shown_until_its_last_day(tmp_path: Path) -> None:
    before = people(tmp_path / "a")
    after = people(tmp_path / "b", "2026-06-02")
    addresses = "/people/", "/case-studies/one-door/", "/organisations/lga/"
    for address in addresses:
        assert "Zelda Example" in repr(before.page(address)), address
    for address in after.plan.pages:
        shown = repr(after.page(address))
        assert "Zelda" not in shown and "zelda@" not in shown and "7946" not in shown, address
    assert entries(after.page("/people/"))["chair"].title == "Chair"
    contact = [w for w in inside(after.page("/case-studies/one-door/"), Words) if w.text == "Chair"]
    assert [words.href for words in contact] == ["../../people/#chair"]


def test_a_person_is_called_by_name_in_a_text_as_long_as_that_may_be(tmp_path: Path) -> None:
    case = SMALL["content/case-studies/one-door.md"] + "\nAsk [](person:chair).\n"
    for day, name in (("2026-06-01", "Zelda Example, Chair"), ("2026-06-02", "Chair")):
        made = make(
            tmp_path / day,
            {"content/data/people.yml": PEOPLE, "content/case-studies/one-door.md": case},
            as_of=datetime.date.fromisoformat(day),
        )
        links = elements(made.page("/case-studies/one-door/"), "a")
        assert name in [link.words for link in links]


def test_a_withdrawn_person_keeps_the_anchor(tmp_path: Path) -> None:
    gone = PEOPLE.replace(
        "  role: Chair\n", "  role: Chair\n  status: withdrawn\n  withdrawn_reason: Asked for.\n"
    )
    page = make(tmp_path, {"content/data/people.yml": gone}).page("/people/")
    (block,) = inside(page, Items)
    assert [(i.title.text, i.anchor, i.text) for i in block.items] == [
        ("Chair", "chair", "Asked for.")
    ]
    assert "Zelda" not in repr(page)
