"""Pictures on a built page, as browsers get them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.hubs import SMALL, site, small, write
from tests.support.pages import Page, broken
from tests.support.pictures import photo

FILE = "content/case-studies/one-door.md"
PHOTO = "content/images/street.jpg"
PAGE = "case-studies/one-door/index.html"


def built(folder: Path, text: str, data: bytes) -> tuple[Path, str]:
    write(folder, small({FILE: f"{SMALL[FILE]}\n{text}\n"}))
    write(folder, {PHOTO: data})
    made, report = site(folder)
    assert {one.code for one in report} <= {"I-IMAGE"}
    return made, (made / PAGE).read_text(encoding="utf-8")


def test_a_photo_in_a_text(tmp_path: Path) -> None:
    text = '![A street with shops](../images/street.jpg "The high street")'
    made, html = built(tmp_path, text, photo(1200, 800, orientation=6, gps=True))
    assert (
        '<picture><source type="image/webp" srcset="../../pictures/480/images/street.jpg.webp 480w,'
        ' ../../pictures/800/images/street.jpg.webp 800w"' in html
    )
    assert 'src="../../files/images/street.jpg"' in html
    assert 'width="800" height="1200" loading="lazy"' in html
    assert "<figcaption>The high street</figcaption>" in html
    assert broken(made) == []
    assert sorted(p.relative_to(made).as_posix() for p in made.rglob("street*")) == [
        "files/images/street.jpg", "pictures/480/images/street.jpg",
        "pictures/480/images/street.jpg.webp", "pictures/800/images/street.jpg.webp",
    ]  # fmt: skip


def test_a_small_picture_has_one_file_of_each_format(tmp_path: Path) -> None:
    made, html = built(tmp_path, "![A street](../images/street.jpg)", photo(300, 200))
    assert 'width="300" height="200"' in html
    assert len(list(made.rglob("street*"))) == 2


def test_a_picture_for_the_whole_item(tmp_path: Path) -> None:
    image = (
        "image: {file: ../images/street.jpg, alt: A street, caption: At noon, credit: A council}\n"
    )
    files = small({FILE: SMALL[FILE].replace("sources:", f"{image}sources:", 1)})
    write(tmp_path, files)
    write(tmp_path, {PHOTO: photo(600, 400)})
    made, report = site(tmp_path)
    assert list(report) == []
    page = Page(PAGE, (made / PAGE).read_text(encoding="utf-8"))
    assert 'alt="A street"' in page.html
    assert "At noon" in page.words
    assert "Picture: A council" in page.words
    assert broken(made) == []


@pytest.mark.parametrize("data", [b"no picture", photo()[:300]])
def test_a_broken_picture_stops_the_build(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, small({FILE: f"{SMALL[FILE]}\n![A street](../images/street.jpg)\n"}))
    write(tmp_path, {PHOTO: data})
    with pytest.raises(AssertionError, match="E-IMAGE"):
        site(tmp_path)
