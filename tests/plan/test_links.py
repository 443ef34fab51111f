"""Where links in prose lead: records, files, headings, the outside world, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.diagnostics import Position, corrected_lines
from cbsite.plan.address import Location
from tests.support.hubs import SMALL, Made, make
from tests.support.pictures import drawing

CASE = SMALL["content/case-studies/one-door.md"]
FILE = "content/case-studies/one-door.md"
LINE = CASE.count("\n") + 2
PICTURE = drawing()


def linked(folder: Path, link: str) -> Made:
    """The small hub with one more link (the whole of it) in the case study, on `LINE`."""
    return make(folder, {FILE: f"{CASE}\n{link}\n", "content/images/map.png": PICTURE})


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("place:essex", Location("/places/essex/")),
        ("figure:members", Location("/figures/size/", "members")),
        ("event:meeting", Location("/timeline/", "meeting")),
        ("source:release", Location("/sources/", "release")),
        ("source:paper", Location("/documents/paper/")),
        ("paragraph:paper#1", Location("/documents/paper/", "para-1")),
        ("../documents/paper.md", Location("/documents/paper/")),
        ("../documents/paper.md#what-was-said", Location("/documents/paper/", "what-was-said")),
        ("../documents/paper.md#para-2", Location("/documents/paper/", "para-2")),
        ("#the-problem", Location("/case-studies/one-door/", "the-problem")),
        ("one-door.md", Location("/case-studies/one-door/")),
        ("/places/", Location("/places/")),
        ("/places/essex", Location("/places/essex/")),
        ("/places/essex/", Location("/places/essex/")),
        ("../images/map.png", Location("/files/images/map.png")),
        ("../images/./map.png?v=1", Location("/files/images/map.png")),
    ],
)
def test_links_within_the_site(tmp_path: Path, target: str, location: Location) -> None:
    made = linked(tmp_path, f"[words]({target})")
    assert made.problems() == []
    assert made.plan.links["case-study", "one-door"][target] == location


@pytest.mark.parametrize(
    "target",
    ["https://example.org/a?b=c#d", "http://example.org", "mailto:a@example.org", "tel:+441234",
     "HTTPS://example.org/"],
)  # fmt: skip
def test_links_out_of_the_site(tmp_path: Path, target: str) -> None:
    made = linked(tmp_path, f"[words]({target})")
    assert made.problems() == []
    assert made.plan.links["case-study", "one-door"][target] == target


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("javascript:alert(1)", "Use a web address"),
        ("JaVaScRiPt:alert(1)", "Use a web address"),
        ("javascript&colon;alert(1)", "Use a web address"),
        ("&#106;avascript:alert(1)", "Use a web address"),
        ("data:text/html,hello", "Use a web address"),
        ("vbscript:x", "Use a web address"),
        ("blob:https://example.org/x", "Use a web address"),
        ("ftp://example.org/", "Use a web address"),
        ("ms-msdt:/id", "Use a web address"),
        ("//example.org/", "Begin it with https:"),
        ("places:essex", "Write place: instead."),
        ("casestudy:one-door", "Write case-study: instead."),
    ],
)
def test_other_schemes_are_refused(tmp_path: Path, target: str, hint: str) -> None:
    made = linked(tmp_path, f"[words]({target})")
    assert made.problems() == [f"E-LINK {FILE}:{LINE}:1"]
    ((_, said),) = made.messages("E-LINK")
    assert hint in said
    links = made.plan.links["case-study", "one-door"]
    assert [value for value in links.values() if isinstance(value, str)] == []


@pytest.mark.parametrize(
    ("link", "code", "hint"),
    [
        ("[words](#the-problems)", "E-LINK", "Write #the-problem if you mean that."),
        ("[words](../documents/paper.md#para-3)", "E-LINK", "Write #para-"),
        ("[words](/place/essex/)", "E-LINK", "Write /places/essex/ if you mean that."),
        ("[words](../documents/papers.md)", "E-FILE", "Write content/documents/paper.md if"),
        ("[words](../images/maps.png)", "E-FILE", "Write content/images/map.png if"),
        ("[words](../data/places.yml)", "E-FILE", ""),
        ("[words](../../secret.txt)", "E-FILE", ""),
        ("[words](../../../../../../etc/passwd)", "E-FILE", ""),
        ("![a map](../images/maps.png)", "E-FILE", "Write content/images/map.png if"),
        ("![](../images/map.png)", "E-ALT", "between the square brackets"),
        ("![a map](https://example.org/map.png)", "E-EXT", "Save it into content/images/"),
        ("![a map](//example.org/map.png)", "E-EXT", "Save it into content/images/"),
        ("![a map](data:image/png;base64,AAAA)", "E-EXT", "Save it into content/images/"),
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, link: str, code: str, hint: str) -> None:
    made = linked(tmp_path, link)
    assert made.problems() == [f"{code} {FILE}:{LINE}:1"]
    ((_, said),) = made.messages(code)
    assert hint in said


@pytest.mark.parametrize(
    ("link", "code", "right"),
    [
        ("[words](C:\\Users\\a.docx)", "E-LOCAL", None),
        ("[words](c:/Users/a.docx)", "E-LOCAL", None),
        ("[words](S:)", "E-LOCAL", None),
        ("[words](file:///S:/a.docx)", "E-LOCAL", None),
        ("[words](\\\\server\\share\\a.docx)", "E-LOCAL", None),
        ("![words](C:\\Users\\a.png)", "E-LOCAL", None),
        ("[words](http://localhost:8000/nowhere/)", "E-LOCAL", None),
        ("[words](http://127.0.0.1:8000/places/essex/)", "E-LOCAL", "[words](/places/essex/)"),
        ("[words](http://localhost/places/essex/#a)", "E-LOCAL", "[words](/places/essex/#a)"),
        ("[words](..\\images\\map.png)", "E-FILE", "[words](../images/map.png)"),
        ("![words](..\\images\\map.png)", "E-FILE", "![words](../images/map.png)"),
        ("[words](“place:essex”)", "E-LINK", "[words](place:essex)"),
        ("[words](www.example.org/a)", "E-LINK", "[words](https://www.example.org/a)"),
        ("[words](council.gov.uk)", "E-LINK", "[words](https://council.gov.uk)"),
        ("[words](a.b@council.gov.uk)", "E-LINK", "[words](mailto:a.b@council.gov.uk)"),
        ("[words](places:essex)", "E-LINK", "[words](place:essex)"),
        ("[words](case_study:one-door)", "E-LINK", "[words](case-study:one-door)"),
        ("[words](//example.org/)", "E-LINK", "[words](https://example.org/)"),
        ("[words](/place/essex/)", "E-LINK", "[words](/places/essex/)"),
        ("[words](#the-problems)", "E-LINK", "[words](#the-problem)"),
        ("[words](../documents/papers.md#what-was-said)", "E-FILE", "[words](../documents/paper.md#what-was-said)"),
        ("[words](/images/maps.png)", "E-LINK", "[words](/images/map.png)"),
        ("[words](<../images/ma p.png>)", "E-FILE", "[words](<../images/map.png>)"),
        ("[words](cid:a.png)", "E-FILE", None),
        ("[words](#_Toc1)", "W-WORD", "words"),
    ],
)  # fmt: skip
def test_the_right_address_is_shown(
    tmp_path: Path, link: str, code: str, right: str | None
) -> None:
    made = linked(tmp_path, link)
    (found,) = [d for d in made.report if d.span.path == FILE]
    assert found.code == code
    assert found.span.start == Position(LINE, 1)
    assert corrected_lines(found.edits) == ((right,) if right else ())


def test_edits_that_need_no_guess_are_safe(tmp_path: Path) -> None:
    made = linked(
        tmp_path, "[a](..\\images\\map.png) [b](“place:essex”) x[](#_Toc1) [c](..\\none.png)"
    )
    assert [(d.code, d.safe) for d in made.report] == [
        ("E-FILE", True), ("E-LINK", True), ("W-WORD", True), ("E-FILE", False),
    ]  # fmt: skip


def test_only_files_that_are_used_are_published(tmp_path: Path) -> None:
    unused = make(tmp_path / "unused", {"content/images/map.png": PICTURE})
    assert unused.plan.files == {}
    used = linked(tmp_path / "used", "![a map](../images/map.png)")
    assert used.plan.files == {"images/map.png": "/files/images/map.png"}


def test_a_link_to_the_file_of_a_draft(tmp_path: Path) -> None:
    draft = CASE.replace("date: ", "status: draft\ndate: ")
    other = "content/case-studies/two-doors.md"
    case = f"{CASE}\n[words](two-doors.md)\n"
    made = make(tmp_path, {FILE: case, other: draft})
    assert made.problems() == [f"W-DRAFTREF {FILE}:{LINE}:1"]
    assert made.plan.links["case-study", "one-door"]["two-doors.md"] is None
    shown = make(tmp_path, {FILE: case, other: draft}, drafts=True)
    assert shown.problems() == []


def test_the_files_of_a_draft_are_not_published(tmp_path: Path) -> None:
    draft = CASE.replace("date: ", "status: draft\ndate: ")
    made = make(
        tmp_path,
        {FILE: f"{draft}\n![a map](../images/map.png)\n", "content/images/map.png": PICTURE},
    )
    assert made.plan.files == {}


def test_all_links_are_checked_in_one_run(tmp_path: Path) -> None:
    made = linked(tmp_path, "[a](#no) and [b](nowhere.md) and [c](javascript:x) and [d](place:x)")
    assert made.problems() == [
        f"E-LINK {FILE}:{LINE}:1",
        f"E-FILE {FILE}:{LINE}:14",
        f"E-LINK {FILE}:{LINE}:34",
        f"E-REF {FILE}:{LINE}:66",
    ]


def test_a_file_that_may_not_be_published_is_reported_once_and_is_not_in_the_plan(
    tmp_path: Path,
) -> None:
    made = make(
        tmp_path,
        {FILE: f"{CASE}\n[words](../files/evil.html)\n", "content/files/evil.html": "<script>"},
    )
    assert made.problems() == ["E-PATH content/files/evil.html"]
    assert made.plan.files == {}
