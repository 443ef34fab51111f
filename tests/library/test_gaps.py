"""What is not known, gathered from the library by rule."""

from __future__ import annotations

import datetime
from pathlib import Path

from cbsite.library.gaps import Group, Unknown
from tests.support.hubs import AS_OF, SITE, SMALL, Files, Made, make

CASE = SMALL["content/case-studies/one-door.md"]
PAPER = SMALL["content/documents/paper.md"]
SECTIONS = "\n".join(
    f"## {title}\n\nWords.\n"
    for title in ("What we did", "What changed", "What did not work", "How to copy this", "Find out more")
)  # fmt: skip

NOTHING_MISSING: Files = {
    "content/case-studies/one-door.md": CASE.replace(
        "sources: [release]\n",
        "sources: [release]\nlead: lga\ncost: [{figure: members, kind: running}]\n",
    )
    + f"\n## What it cost\n\nLittle.\n\n{SECTIONS}",
    "content/data/sources.yml": SMALL["content/data/sources.yml"] + "  issued: 2012\n",
    "content/data/pilots.yml": SMALL["content/data/pilots.yml"]
    + "  team: Two people\n  stage_history: [{stage: live, date: 2012, source: {id: release}}]\n",
}
"""Changes after which the small hub knows all."""


def gaps(folder: Path, changes: Files | None = None, as_of: datetime.date = AS_OF) -> Made:
    return make(folder, {**NOTHING_MISSING, **(changes or {})}, as_of=as_of)


def of(made: Made, group: Group) -> list[Unknown]:
    return [unknown for unknown in made.library.unknowns.all if unknown.group == group]


def test_a_hub_may_know_all(tmp_path: Path) -> None:
    made = gaps(tmp_path)
    assert made.library.unknowns.all == ()
    assert "/gaps/" not in made.plan.pages


def test_what_is_missing_in_the_records(tmp_path: Path) -> None:
    figure = SMALL["content/data/figures.yml"].replace("as_at: 2012-05", "as_at: {display: lately}")
    made = make(tmp_path, {"content/data/figures.yml": figure})
    missing = [(u.key, u.text) for u in of(made, "missing") if u.key]
    case = "case-study", "one-door"
    assert missing == [
        (case, "Who led the scheme"),
        (case, "A figure for what the scheme cost or saved"),
        *((case, f"The section “{title}”") for title in
          ("What we did", "What changed", "What it cost", "What did not work", "How to copy this", "Find out more")),
        (("figure", "members"), "The date that the figure is as at"),
        (("pilot", "whole-essex"), "When the pilot reached its stage"),
        (("pilot", "whole-essex"), "Who is in the pilot's team"),
        (("source", "release"), "When the source was published"),
    ]  # fmt: skip


def test_what_a_text_says_of_itself_is_counted_once(tmp_path: Path) -> None:
    case = NOTHING_MISSING["content/case-studies/one-door.md"]
    case = case.replace("cost: [{figure: members, kind: running}]\n", "").replace(
        "Little.", "- **Gap.** No paper gives the\n  cost of [](figure:members) of [](place:essex)."
    )
    made = gaps(tmp_path, {"content/case-studies/one-door.md": case})
    (said,) = made.library.unknowns.all
    assert said.group == "said"
    assert said.text == "No paper gives the cost of 4 of Essex."
    assert (said.part, said.heading) == (("case-study", "one-door"), "what-it-cost")


def test_what_is_not_held(tmp_path: Path) -> None:
    paper = PAPER.replace(
        "held: full\n",
        "held: not-held\nannexes:\n  - {id: annex-a, title: A table, held: not-held, named_in: '2'}\n"
        "  - {id: annex-b, title: A note, held: full}\n",
    )
    source = NOTHING_MISSING["content/data/sources.yml"] + "  held: not-held\n"
    made = gaps(tmp_path, {"content/documents/paper.md": paper, "content/data/sources.yml": source})
    found = [(u.key, u.text, u.paragraph) for u in of(made, "not-held")]
    assert found == [
        (("document", "paper"), "What it says: we hold no copy", ""),
        (("document", "paper"), "A table", "2"),
        (("source", "release"), "What it says: we hold no copy", ""),
    ]


def test_who_is_not_named(tmp_path: Path) -> None:
    made = gaps(
        tmp_path,
        {
            "content/data/hubs.yml": "- {id: hub-1, name_status: not-in-source, label: Hub 1}\n"
            "- {id: hub-2, name_status: known, label: Hub 2, name: The second}\n",
            "content/data/people.yml": "- {id: chair, role: Chair, publish: full, basis: A public office}\n"
            "- {id: officer, role: Officer, publish: role-only}\n"
            "- {id: leader, role: Leader, name: Ann Example, publish: full, basis: A public office}\n",
            "content/data/organisations.yml": "- id: lga\n  name: The LGA\n  kind: group\n"
            "  members: [{role: A chief executive}, {role: Itself, org: lga}]\n",
        },
    )
    assert [(u.key, u.text) for u in of(made, "unnamed")] == [
        (("hub", "hub-1"), "The name of the hub"),
        (("organisation", "lga"), "“A chief executive”: from which body"),
        (("person", "chair"), "Who it is"),
    ]


def test_what_a_document_leaves_open(tmp_path: Path) -> None:
    paper = PAPER.replace(
        "held: full\n", "held: full\nunresolved: [It names witnesses of no inquiry.]\n"
    )
    made = gaps(tmp_path, {"content/documents/paper.md": paper})
    (found,) = made.library.unknowns.all
    assert (found.group, found.text) == ("unresolved", "It names witnesses of no inquiry.")


def test_what_is_stale_on_the_day(tmp_path: Path) -> None:
    paper = PAPER.replace("held: full\n", "held: full\nreview_by: 2026-06-01\n")
    changes = {"content/documents/paper.md": paper}
    on_the_day, later = datetime.date(2026, 6, 1), datetime.date(2026, 6, 2)
    assert of(gaps(tmp_path / "a", changes, as_of=on_the_day), "stale") == []
    (found,) = of(gaps(tmp_path / "b", changes, as_of=later), "stale")
    assert (found.key, found.due) == (("document", "paper"), on_the_day)


def test_an_old_accessibility_statement_is_stale(tmp_path: Path) -> None:
    site = SITE + (
        "accessibility: {status: full, prepared: 2025-05-01, reviewed: 2025-05-31, "
        "tested: By us, response: Within a week}\n"
    )
    changes = {"content/site.yml": site}
    (found,) = of(gaps(tmp_path / "a", changes, as_of=datetime.date(2026, 6, 2)), "stale")
    assert found.key is None
    assert of(gaps(tmp_path / "b", changes, as_of=datetime.date(2026, 6, 1)), "stale") == []


def test_drafts_withdrawn_and_illustrative_items_lack_nothing(tmp_path: Path) -> None:
    for line in (
        "status: draft",
        "status: withdrawn\nwithdrawn_reason: Wrong.",
        "illustrative: yes",
    ):
        case = CASE.replace("themes:", f"{line}\nthemes:") + "\n**Gap.** Nobody knows.\n"
        made = gaps(
            tmp_path / line[:15].replace(":", ""), {"content/case-studies/one-door.md": case}
        )
        assert made.library.unknowns.all == (), line


def test_gaps_are_known_by_what_they_are_about(tmp_path: Path) -> None:
    made = make(tmp_path)
    about = made.library.unknowns.about
    essex = {unknown.key for unknown in about(("place", "essex"))}
    assert essex == {("case-study", "one-door"), ("pilot", "whole-essex")}
    assert {u.key for u in about(("theme", "families"))} == {("case-study", "one-door")}
    assert len(about(("pilot", "whole-essex"))) == 2
    assert about(("place", "kent")) == ()
