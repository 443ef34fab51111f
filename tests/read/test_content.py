"""A whole `content/` folder: what is found where, and what is refused."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from cbsite.diagnostics import Report
from cbsite.ports.disk import Disk
from cbsite.preview import content_type
from cbsite.read.content import read_content
from cbsite.read.entry import Asset
from cbsite.read.names import DOWNLOADS, PICTURES
from tests.support.pictures import photo

PLACE = "name: Essex\nkind: council\n"
PAGE = "---\ntitle: About\ndate: 2012-05-01\n---\n# About\n\nWords.\n"


def where(report: Report) -> list[str]:
    return [
        f"{d.code} {d.span.path}" + (f":{d.span.start.line}" if d.span.start else "")
        for d in report
    ]


def test_every_form_of_record(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(
        {
            "data/places.yml": "- id: essex\n  name: Essex\n  kind: council\n",
            "data/places/kent.yml": PLACE,
            "places/surrey.md": f"---\n{PLACE}---\nText.\n",
            "pages/about/index.md": PAGE,
            "pages/about/photo.jpg": photo(),
            "files/plan.pdf": b"%PDF",
        }
    )
    assert where(report) == []
    assert [entry.key for entry in content.entries] == [
        ("page", "about"), ("place", "essex"), ("place", "kent"), ("place", "surrey"),
    ]  # fmt: skip
    about, essex = content.entries[0], content.entries[1]
    assert about.prose is not None
    assert about.prose.headings[0].span.start is not None
    assert about.prose.headings[0].span.start.line == 5
    assert essex.prose is None
    assert essex.span("kind").text == "  kind: council"
    assert tuple(content.assets) == ("files/plan.pdf", "pages/about/photo.jpg")
    assert content.site is not None
    assert content.site.record.name == "Hub"
    assert content.unread == frozenset()


@pytest.mark.parametrize(
    ("path", "problem", "hint"),
    [
        ("about.md", "E-STRAY", "pages/about.md"),
        ("plces/essex.md", "E-STRAY", "Rename the folder to places."),
        ("place/essex.md", "E-STRAY", "Rename the folder to places."),
        ("places/index.md", "E-STRAY", "such as places/essex.md."),
        ("places/essex/more.md", "E-STRAY", "Move it to places/more.md."),
        ("data/essex.md", "E-STRAY", "Move it to pages/essex.md."),
        ("data/plces.yml", "E-STRAY", "Rename it to places.yml."),
        ("data/places.yaml", "E-STRAY", "Rename it to places.yml"),
        ("data/places/a/b.yml", "E-STRAY", "Move it to data/places/b.yml."),
        ("data/pages.yml", "E-STRAY", "Write each as a file in pages, "),
        ("places.yml", "E-STRAY", "data/places.yml"),
        ("places/a.MD", "E-STRAY", "Rename it to a.md"),
        ("places/Essex Plan.md", "E-PATH", "essex-plan.md"),
        ("places/con.md", "E-PATH", "Rename it to con-1.md."),
        ("files/aux.txt", "E-PATH", "Rename it to aux-1.txt."),
        ("files/a\u202eb.png", "E-PATH", "Rename it to ab.png."),
        ("files/a\nb.png", "E-PATH", "Rename it to ab.png."),
        ("files/a:b.png", "E-PATH", "Rename it to a-b.png."),
        ("files/a.", "E-PATH", "Rename it to a."),
        ("files/ a.png", "E-PATH", "Rename it to a.png."),
        ("files/com0.png", "E-PATH", "Rename it to com0-1.png."),
        ("files/conin$.png", "E-PATH", "Rename it to conin$-1.png."),
        ("files/con .png", "E-PATH", "Rename it to con-1.png."),
        (f"files/{'a' * 100}/{'b' * 100}.pdf", "E-PATH", "Shorten the names"),
    ],
)
def test_refused_places(hub, path: str, problem: str, hint: str) -> None:  # type: ignore[no-untyped-def]
    content, report = hub({path: PAGE})
    (diagnostic,) = report
    assert diagnostic.code == problem
    assert hint in diagnostic.hint
    assert not content.entries
    assert not content.assets


@pytest.mark.parametrize("extension", [*DOWNLOADS, "Pdf"])
def test_files_that_may_be_linked(hub, extension: str) -> None:  # type: ignore[no-untyped-def]
    content, report = hub({f"files/a.{extension}": b""})
    assert where(report) == []
    assert content.assets == {f"files/a.{extension}": Asset(0)}


@pytest.mark.parametrize("extension", [*PICTURES, "JPG"])
def test_pictures_that_may_be_shown(hub, extension: str) -> None:  # type: ignore[no-untyped-def]
    data = photo(30, 20, {"jpg": "JPEG"}.get(extension.lower(), extension.upper()))
    content, report = hub({f"files/a.{extension}": data})
    assert where(report) == []
    asset = content.assets[f"files/a.{extension}"]
    assert asset.picture is not None
    assert (asset.size, asset.picture.width, asset.picture.height) == (len(data), 30, 20)


def test_a_picture_that_cannot_be_published(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub({"files/a.png": b"<script>alert(1)</script>"})
    assert where(report) == ["E-IMAGE content/files/a.png"]
    assert content.assets["files/a.png"].picture is None


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("files/evil.html", "Files that end in .html cannot be published.", "ends in .md"),
        ("files/evil.JS", "Files that end in .js cannot be published.", "pdf, docx, csv"),
        ("files/evil.pdf.xhtml", "Files that end in .xhtml cannot be published.", "pdf, docx, csv"),
        ("pages/about/evil.mjs", "Files that end in .mjs cannot be published.", "jpg, jpeg, png"),
        ("style.css", "Files that end in .css cannot be published.", "out of content/"),
        ("files/feed.xml", "Files that end in .xml cannot be published.", "out of content/"),
        ("files/LICENCE", "Files without an ending cannot be published.", "out of content/"),
        ("v1.2/pdf", "Files without an ending cannot be published.", "out of content/"),
        ("images/map.svg", "An SVG picture can hold a script.", "Export it as PNG"),
        ("images/map.SVGZ", "An SVG picture can hold a script.", "Export it as PNG"),
    ],
)
def test_files_that_may_not_be_linked(hub, path: str, message: str, hint: str) -> None:  # type: ignore[no-untyped-def]
    _, report = hub({path: b""})
    assert where(report) == [f"E-PATH content/{path}"]
    (diagnostic,) = report
    assert diagnostic.message == message
    assert hint in diagnostic.hint


def test_nothing_that_a_browser_runs_may_be_linked() -> None:
    allowed = {content_type(f"a.{extension}") for extension in (*PICTURES, *DOWNLOADS)}
    assert not {kind for kind in allowed if re.search("html|xml|script|css|wasm", kind)}


def test_litter_is_no_content(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(
        {"Thumbs.db": b"", "places/~$essex.md": b"", "pages/about.md~": b"", ".DS_Store": b""}
    )
    assert where(report) == []
    assert tuple(content.assets) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/IMG.pdf", "a/img.pdf"),
        ("caf\u00e9.pdf", "cafe\u0301.pdf"),
        ("stra\u00dfe.pdf", "strasse.pdf"),
    ],
)
def test_names_that_are_one_elsewhere(hub, first: str, second: str) -> None:  # type: ignore[no-untyped-def]
    _, report = hub({first: b"", second: b""})
    (diagnostic,) = report
    assert diagnostic.code == "E-PATH"
    assert first in diagnostic.message
    assert second in diagnostic.message


def test_folders_that_are_one_elsewhere_are_named_once(hub) -> None:  # type: ignore[no-untyped-def]
    _, report = hub({"A/1.pdf": b"", "a/2.pdf": b"", "a/3.pdf": b""})
    assert where(report) == ["E-PATH content/a"]


def test_same_ids(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(
        {
            "data/places.yml": "- {id: essex, name: Essex, kind: council}\n- {id: essex, name: E, kind: council}\n",
            "places/essex.md": f"---\n{PLACE}---\n",
            "data/sources.yml": "- id: d\n  title: t\n  short_title: t\n  publisher: p\n  kind: report\n",
            "documents/d.md": "---\ntitle: T\n---\n",
        }
    )
    doubles = [d for d in report if d.code == "E-DUPID"]
    assert [d.span.path for d in doubles] == [
        "content/data/places.yml", "content/documents/d.md", "content/places/essex.md",
    ]  # fmt: skip
    assert "content/data/places.yml, line 1" in doubles[0].message
    assert "content/data/sources.yml, line 1" in doubles[1].message
    assert [entry.key for entry in content.entries] == [("place", "essex"), ("source", "d")]


def test_id_in_file_must_agree(hub) -> None:  # type: ignore[no-untyped-def]
    _, report = hub({"data/places/kent.yml": "id: essex\n" + PLACE})
    assert where(report) == ["E-VALUE content/data/places/kent.yml:1"]


def test_unread_records_are_named(hub) -> None:  # type: ignore[no-untyped-def]
    content, report = hub(
        {
            "data/places.yml": "- id: essex\n  name: A: b\n- id: kent\n  name: Kent\n  kind: council\n",
            "data/hubs.yml": "- id: hub-1\n",
            "pages/a.md": "---\ntitle: @x\n---\n",
            "pages/b.md": b"\xff",
            "pages/c.md": "no front matter",
        }
    )
    assert content.unread == {
        ("place", "essex"),
        ("hub", "hub-1"),
        ("page", "a"),
        ("page", "b"),
        ("page", "c"),
    }
    assert [entry.key for entry in content.entries] == [("place", "kent")]
    # The place has no kind, page a no date, and the file in Windows-1252 no fields either.
    assert len(where(report)) == 9


def test_text_is_checked_even_where_fields_are_wrong(hub) -> None:  # type: ignore[no-untyped-def]
    _, report = hub({"pages/a.md": "---\ntitle: A\n---\n\nA <b>bold</b> word\n"})
    assert where(report) == [
        "E-REQ content/pages/a.md:2",
        "E-HTML content/pages/a.md:5",
    ]


@pytest.mark.parametrize(
    ("site", "places"),
    [
        (None, ["E-SITE content/site.yml"]),
        (b"", ["E-REQ content/site.yml:1"]),
        (b"- a", ["E-TYPE content/site.yml:1"]),
        (b'a: [b, "c', ["E-REQ content/site.yml:1", "E-YAML-QUOTE content/site.yml:1"]),
    ],
)
def test_site(hub, site: bytes | None, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    content, report = hub({}, site)
    assert sorted(set(where(report))) == places
    assert content.site is None


def test_real_disk(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "about.md").write_text(PAGE)
    os.symlink(tmp_path, folder / "away")
    os.symlink(folder / "pages" / "about.md", folder / "pages" / "again.md")
    os.mkfifo(folder / "pipe.md")
    report = Report()
    content = read_content(Disk(), folder, report)
    assert where(report) == [
        "E-PATH content/away", "E-PATH content/pages/again.md", "E-PATH content/pipe.md", "E-SITE content/site.yml",
    ]  # fmt: skip
    assert [entry.key for entry in content.entries] == [("page", "about")]


def test_decomposed_names_give_the_same_ids(hub) -> None:  # type: ignore[no-untyped-def]
    results = [
        tuple(hub({f"files/{name}": b""})[0].assets) for name in ("caf\u00e9.pdf", "cafe\u0301.pdf")
    ]
    assert results == [
        ("files/caf\u00e9.pdf",),
        ("files/cafe\u0301.pdf",),
    ]  # as the disk spells them
