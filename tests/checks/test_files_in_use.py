"""Files that nothing uses, and pictures whose names say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.picture_names import check_picture_names
from cbsite.checks.unused_files import check_unused_files
from cbsite.diagnostics import Report
from cbsite.library.connect import connect
from cbsite.plan.make import make_plan
from cbsite.ports.disk import Disk
from cbsite.read.content import read_content
from tests.support.hubs import AS_OF, SMALL, small, write
from tests.support.pictures import drawing

CASE = SMALL["content/case-studies/one-door.md"]
PICTURE = drawing()


def found(folder: Path, text: str, files: dict[str, bytes], fields: str = "") -> list[str]:
    case = CASE.replace("themes:", f"{fields}themes:") + text
    write(folder, {**small({"content/case-studies/one-door.md": case}), **files})
    content = read_content(Disk(), folder / "content", Report())
    library = connect(content, content.site, AS_OF, False, Report())
    plan = make_plan(library, content.assets, Report())
    report = Report()
    check_unused_files(content, library, plan, report)
    check_picture_names(library, plan, report)
    return [f"{d.code} {d.span.path} {d.hint}" for d in report]


PDF = {"content/files/a.pdf": b"%PDF"}


def test_what_nothing_uses(tmp_path: Path) -> None:
    hint = "Link to it where it belongs, or take it out of content/files."
    assert found(tmp_path, "", PDF) == [f"W-UNUSED content/files/a.pdf {hint}"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("\n[The plan](../files/a.pdf)\n", ""),
        ("", "downloads:\n  - file: ../files/a.pdf\n    title: The plan\n"),
        ("\n[The plan](../files/a.pdf)\n", "status: draft\n"),
        ("\n[The plan](../files/a.pdf)\n", "status: withdrawn\nwithdrawn_reason: Old.\n"),
        ("", "status: draft\ndownloads:\n  - file: ../files/a.pdf\n    title: The plan\n"),
        ("\n[The plan](../files/a.pdf)\n", "wrong: field\n"),
    ],
)
def test_what_something_uses_or_will(tmp_path: Path, text: str, fields: str) -> None:
    assert found(tmp_path, text, PDF, fields) == []


def test_a_text_under_a_wrong_name_and_one_of_a_word_processor(tmp_path: Path) -> None:
    files = {
        "content/places/essex.txt": b"x",
        "content/data/places.txt": b"x",
        "content/a.docx": b"x",
    }
    assert [line[:line.index(",")] for line in found(tmp_path, "", files)] == [
        "W-UNUSED content/a.docx Copy its text into documents/a.md",
        "E-STRAY content/data/places.txt Rename it to places.yml",
        "E-STRAY content/places/essex.txt Rename it to essex.md",
    ]  # fmt: skip


def test_a_file_with_a_message_of_its_own_has_no_second(tmp_path: Path) -> None:
    assert found(tmp_path, "", {"content/a.exe": b"x", "content/a.jpg": b"no picture"}) == []


@pytest.mark.parametrize(
    "name",
    ["IMG_1234.PNG", "DSC00012.png", "20120521_103011.png", "image001.png", "IMG-20120521-WA0001.png",
     "Screenshot 2012-05-21 at 10.30.png", "WhatsApp Image 2012-05-21 at 10.30.11.png", "photo.png"],
)  # fmt: skip
def test_the_name_that_a_camera_gave(tmp_path: Path, name: str) -> None:
    text = f"\n![A street with shops in the rain](<../images/{name}>)\n"
    (line,) = found(tmp_path, text, {f"content/images/{name}": PICTURE})
    better = "Rename it to a-street-with-shops.png, and write that name where the picture is used."
    assert line == f"I-FILENAME content/images/{name} {better}"


@pytest.mark.parametrize(
    "name", ["essex-map.png", "street.png", "plan-2012.png", "photo of a street.png"]
)
def test_a_name_that_says_something(tmp_path: Path, name: str) -> None:
    text = f"\n![A street](<../images/{name}>)\n"
    assert found(tmp_path, text, {f"content/images/{name}": PICTURE}) == []
