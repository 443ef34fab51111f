"""What lists are narrowed by, and the pages that they take."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.plan.lists import (
    PAGE_SIZE,
    REGISTER_SIZE,
    ListPart,
    first_page,
    list_pages,
    page_number,
    page_of,
)
from cbsite.records.case_study import CaseStudy
from cbsite.records.document import Document
from cbsite.records.event import Event
from tests.support.hubs import SMALL, Made, make

CASE = SMALL["content/case-studies/one-door.md"]
PAPER = SMALL["content/documents/paper.md"]
REGIONS = """\
- id: essex
  name: Essex
  kind: council
  region: East of England
- id: kent
  name: Kent
  kind: council
  region: 東北
- id: surrey
  name: Surrey
  kind: council
  region: East of england
"""


def second_case(
    *, id: str = "two-doors", themes: str = "[growth]", more: str = ""
) -> dict[str, str]:
    text = CASE.replace("One door", "Two doors").replace("[families]", themes)
    return {
        "content/data/themes.yml": "- id: families\n  label: Families\n- id: growth\n  label: Growth\n",
        f"content/case-studies/{id}.md": text.replace("date:", f"{more}date:", 1),
    }


def case(made: Made, id: str) -> CaseStudy:
    return made.library.record(CaseStudy, "case-study", id)


def test_each_value_that_something_has_gets_a_page(tmp_path: Path) -> None:
    made = make(tmp_path, second_case(themes="[growth, families]"))
    assert made.problems() == []
    pages = [address for address in made.plan.pages if "/theme/" in address]
    assert pages == ["/case-studies/theme/families/", "/case-studies/theme/growth/"]
    assert made.plan.facets.counts("case-studies")["theme"] == {"families": 2, "growth": 1}


def test_a_facet_with_one_value_narrows_nothing(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert made.plan.facets.counts("case-studies") == {}
    assert [a for a in made.plan.pages if a.startswith("/case-studies/")] == [
        "/case-studies/", "/case-studies/one-door/",
    ]  # fmt: skip


def test_regions_that_differ_never_share_a_page(tmp_path: Path) -> None:
    made = make(tmp_path, {"content/data/places.yml": REGIONS})
    assert len(made.plan.facets.regions) == 3
    assert made.plan.facets.regions["east-of-england"] == "East of England"
    assert set(made.plan.facets.regions.values()) == {"East of England", "東北", "East of england"}


def test_a_case_study_is_in_the_regions_of_its_places(tmp_path: Path) -> None:
    files = second_case() | {"content/data/places.yml": REGIONS}
    made = make(tmp_path, files)
    assert made.plan.facets.values(case(made, "one-door"), "region") == ("east-of-england",)
    assert made.plan.facets.values(case(made, "one-door"), "place") == ("essex",)


def test_what_only_goes_with_a_record_is_not_what_it_is_about(tmp_path: Path) -> None:
    files = second_case(more="related: [place:kent, theme:families]\n")
    made = make(tmp_path, files)
    assert made.problems() == []
    two = case(made, "two-doors")
    assert made.plan.facets.values(two, "theme") == ("growth",)
    assert made.plan.facets.values(two, "place") == ("essex",)


@pytest.mark.parametrize("status", ["draft", "withdrawn\n  withdrawn_reason: It was wrong."])
def test_what_is_not_shown_is_no_value(tmp_path: Path, status: str) -> None:
    files = second_case(themes="[growth, families]")
    files["content/data/themes.yml"] += f"  status: {status}\n"
    made = make(tmp_path, files)
    assert made.plan.facets.values(case(made, "two-doors"), "theme") == ("families",)
    assert not any("growth" in address for address in made.plan.pages if "/theme/" in address)


def test_values_of_documents_and_events(tmp_path: Path) -> None:
    made = make(tmp_path)
    facets = made.plan.facets
    paper = made.library.record(Document, "document", "paper")
    assert [facets.values(paper, name) for name in ("kind", "publisher", "stance", "year")] == [
        ("committee-report",), ("lga",), ("record",), ("2012",),
    ]  # fmt: skip
    meeting = made.library.record(Event, "event", "meeting")
    assert [facets.values(meeting, name) for name in ("kind", "certainty", "lane", "year")] == [
        ("meeting",), ("happened",), ("local",), ("2012",),
    ]  # fmt: skip


def test_a_page_of_a_value_and_a_page_of_a_record_may_clash_and_then_it_is_said(
    tmp_path: Path,
) -> None:
    alias = 'aliases: ["/case-studies/theme/growth/"]\n'
    made = make(tmp_path, second_case(more=alias))
    assert [problem.split()[0] for problem in made.problems()] == ["E-CLASH"]
    assert "cbsite itself" in made.messages("E-CLASH")[0][0]


def test_a_record_may_be_called_like_a_facet(tmp_path: Path) -> None:
    made = make(tmp_path, second_case(id="theme"))
    assert made.problems() == []
    assert {"/case-studies/theme/", "/case-studies/theme/growth/"} <= set(made.plan.pages)


def test_a_long_list_takes_several_pages() -> None:
    pages = list(list_pages("/documents/", "documents", "Documents", 2 * PAGE_SIZE + 1))
    assert [page.address for page in pages] == [
        "/documents/", "/documents/page/2/", "/documents/page/3/",
    ]  # fmt: skip
    assert [ListPart.of(page).number for page in pages] == [1, 2, 3]
    assert pages[0].detail == ()
    (only,) = list_pages("/documents/", "documents", "Documents", PAGE_SIZE, "kind", "letter")
    assert only.address == "/documents/kind/letter/"
    assert ListPart.of(only) == ListPart("kind", "letter", 1)
    assert [page.address for page in list_pages("/x/", "x", "X", 0)] == ["/x/"]


def test_a_register_has_larger_pages() -> None:
    def of(count: int) -> list[str]:
        found = list_pages("/timeline/", "timeline", "Timeline", count)
        return [page.address for page in found]

    assert of(REGISTER_SIZE) == ["/timeline/"]
    assert of(REGISTER_SIZE + 1) == ["/timeline/", "/timeline/page/2/"]
    assert [page_of("timeline", at) for at in (0, REGISTER_SIZE - 1, REGISTER_SIZE)] == [1, 1, 2]
    assert first_page("/timeline/page/2/") == first_page("/timeline/") == "/timeline/"
    assert [page_number(address) for address in of(250)] == [1, 2, 3]
