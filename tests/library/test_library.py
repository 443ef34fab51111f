"""What a library sorts out once, for all pages."""

from __future__ import annotations

from pathlib import Path

from cbsite.layout.pages.organisation import _KINDS
from cbsite.layout.parts.wording import LEVELS, PLACE_KINDS
from cbsite.library.library import Library
from cbsite.plan import orders
from cbsite.records.case_study import CaseStudy
from cbsite.records.event import Event
from cbsite.records.organisation import Organisation
from cbsite.records.pilot import Pilot
from tests.support.hubs import SMALL, make


def test_records_by_what_a_field_holds(tmp_path: Path) -> None:
    bodies = """\
- {id: lga, name: The LGA, kind: group}
- id: group
  name: A group
  kind: group
  members:
    - {role: Chair, org: lga}
    - {role: Clerk, org: lga}
    - {role: Guest}
"""
    gone = """\
- id: old
  title: Gone
  when: 2012
  kind: meeting
  certainty: happened
  lane: local
  pilots: [whole-essex]
  source: {id: release, locator: a}
  status: withdrawn
  withdrawn_reason: It was wrong.
"""
    made = make(
        tmp_path,
        {
            "content/data/organisations.yml": bodies,
            "content/data/events.yml": SMALL["content/data/events.yml"] + gone,
        },
    )
    library = made.library
    assert [one.id for one in library.having(Pilot, "place", "essex")] == ["whole-essex"]
    assert [one.id for one in library.having(CaseStudy, "places", "essex")] == ["one-door"]
    assert [one.id for one in library.having(Organisation, "members.org", "lga")] == ["group"]
    assert library.having(Pilot, "place", "kent") == ()
    assert library.having(Organisation, "parent", "lga") == ()
    # Without what is withdrawn, as `records` gives them.
    assert [one.id for one in library.having(Event, "pilots", "whole-essex")] == ["meeting"]


def test_what_is_made_once_is_made_once(tmp_path: Path) -> None:
    library = make(tmp_path).library
    asked: list[Library] = []

    def count(given: Library) -> int:
        asked.append(given)
        return len(given.entries)

    assert library.once(count) == library.once(count) == len(library.entries)
    assert asked == [library]


def test_the_orders_are_those_of_the_words() -> None:
    assert tuple(PLACE_KINDS) == orders.PLACE_KINDS
    assert tuple(LEVELS) == orders.LEVELS
    assert tuple(_KINDS) == orders.ORGANISATION_KINDS
