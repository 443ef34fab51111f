"""What items share: weighed, in an order that never changes."""

from __future__ import annotations

from pathlib import Path

from cbsite.library.kin import Kin, kin_table
from cbsite.library.library import Library
from tests.support.hubs import SMALL, Files, make

CASE = SMALL["content/case-studies/one-door.md"]
PLACES = SMALL["content/data/places.yml"]
THEMES = SMALL["content/data/themes.yml"] + "- id: health\n  label: Health\n"
WHOLE = ("case-study", "one-door")


def case(title: str, fields: str) -> str:
    """A case study of its own title with other themes and places."""
    head = CASE.replace("title: One door", f"title: {title}")
    return head.replace("themes: [families]\nplaces: [essex]\n", fields)


def library(folder: Path, more: Files) -> Library:
    made = make(folder, {"content/data/themes.yml": THEMES, **more})
    assert made.problems() == []
    return made.library


def test_what_shares_most_comes_first(tmp_path: Path) -> None:
    found = library(
        tmp_path,
        {
            "content/case-studies/theme-only.md": case("A", "themes: [families]\nplaces: [kent]\n"),
            "content/case-studies/both.md": case("B", "themes: [families]\nplaces: [essex]\n"),
            "content/case-studies/place-only.md": case("C", "themes: [health]\nplaces: [essex]\n"),
            "content/case-studies/nothing.md": case("D", "themes: [health]\nplaces: [kent]\n"),
        },
    ).kin.of(WHOLE)
    assert [(one.key, one.shared) for one in found] == [
        (("case-study", "both"), (("place", "essex"), ("theme", "families"))),
        (("case-study", "place-only"), (("place", "essex"),)),
        (("pilot", "whole-essex"), (("place", "essex"),)),
        (("case-study", "theme-only"), (("theme", "families"),)),
    ]


def test_the_newer_of_two_that_share_as_much(tmp_path: Path) -> None:
    same = "themes: [families]\nplaces: [kent]\n"
    found = library(
        tmp_path,
        {
            "content/case-studies/a.md": case("A", same).replace("2026-01-03", "2026-01-01"),
            "content/case-studies/b.md": case("B", same).replace("2026-01-03", "2026-02-01"),
            "content/case-studies/c.md": case("C", same).replace("2026-01-03", "2026-01-01"),
        },
    ).kin.of(WHOLE)
    cases = [one.key[1] for one in found if one.key[0] == "case-study"]
    assert cases == ["b", "a", "c"]


def test_what_is_not_current_is_not_suggested(tmp_path: Path) -> None:
    same = "themes: [families]\nplaces: [essex]\n"
    found = library(
        tmp_path,
        {
            "content/case-studies/a.md": case("A", same + "status: archived\n"),
            "content/case-studies/b.md": case("B", same + "status: draft\n"),
            "content/case-studies/c.md": case(
                "C", same + "status: withdrawn\nwithdrawn_reason: x\n"
            ),
        },
    ).kin.of(WHOLE)
    assert [one.key for one in found] == [("pilot", "whole-essex")]


def test_what_very_many_share_tells_nothing(tmp_path: Path) -> None:
    made = make(tmp_path)
    entry = made.library.entries[WHOLE]
    crowd = {WHOLE: entry} | {("case-study", f"c{number}"): entry for number in range(250)}
    assert Kin(crowd, kin_table(crowd)).of(WHOLE) == ()
    few = dict(list(crowd.items())[:200])
    assert len(Kin(few, kin_table(few)).of(WHOLE)) == 199
