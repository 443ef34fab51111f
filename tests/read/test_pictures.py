"""Which pictures can be published, and what is said of the others."""

from __future__ import annotations

import pytest

from cbsite.diagnostics import Report
from cbsite.read.pictures import Picture, read_picture
from tests.support.pictures import bomb, drawing, moving, photo


def read(data: bytes, name: str = "content/images/a.jpg") -> tuple[Picture | None, list[str], str]:
    report = Report()
    picture = read_picture(name, data, report)
    return picture, [d.code for d in report], " ".join(d.message + " " + d.hint for d in report)


@pytest.mark.parametrize(("end", "format"), [("jpg", "JPEG"), ("webp", "WEBP"), ("avif", "AVIF")])
def test_a_photo(end: str, format: str) -> None:
    picture, codes, _ = read(photo(640, 400, format), f"content/a.{end}")
    assert (picture, codes) == (Picture(640, 400, format), [])  # type: ignore[arg-type]


def test_a_drawing_and_a_moving_picture() -> None:
    assert read(drawing(300, 200), "content/a.png")[0] == Picture(300, 200, "PNG")
    assert read(moving(3, 40, 30), "content/a.gif")[0] == Picture(40, 30, "GIF", animated=True)


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (640, 400)), (3, (640, 400)), (6, (400, 640)), (8, (400, 640))]
)
def test_the_size_is_that_of_the_picture_turned_upright(
    orientation: int, size: tuple[int, int]
) -> None:
    picture, _, _ = read(photo(640, 400, orientation=orientation))
    assert picture is not None
    assert (picture.width, picture.height) == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xff\xd8\xff\xe0",
    ],
)
def test_a_file_that_is_no_picture(data: bytes) -> None:
    picture, codes, words = read(data)
    assert (picture, codes) == (None, ["E-IMAGE"])
    assert "picture" in words


@pytest.mark.parametrize("end", ["jpg", "png", "gif", "webp"])
def test_a_picture_that_is_cut_off(end: str) -> None:
    whole = {
        "jpg": photo(),
        "png": photo(format="PNG"),
        "webp": photo(format="WEBP"),
        "gif": moving(),
    }[end]
    for part in (0.3, 0.6, 0.9):
        picture, codes, _ = read(whole[: int(len(whole) * part)], f"content/a.{end}")
        assert (picture, codes) == (None, ["E-IMAGE"]), part


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    for data in (bomb(), bomb(9_000, 9_000)):
        picture, codes, words = read(data, "content/a.png")
        assert (picture, codes) == (None, ["E-IMAGE"])
        assert "million pixels, and the most" in words or "far too many pixels; the most" in words
        assert "that can be published is 50 million." in words


def test_a_name_that_says_another_format() -> None:
    picture, codes, words = read(photo(), "content/a.png")
    assert (picture, codes) == (None, ["E-IMAGE"])
    assert "the picture is JPEG" in words
    assert "Rename it to a.jpg." in words


def test_where_a_photo_was_taken_is_told_to_the_author_only() -> None:
    picture, codes, words = read(photo(gps=True))
    assert picture is not None
    assert codes == ["I-IMAGE"]
    assert "51" not in words


def test_a_heavy_file_is_advised_against() -> None:
    picture, codes, words = read(photo() + b"\0" * 11_000_000)
    assert picture is not None
    assert codes == ["W-IMAGE"]
    assert "11 MB" in words
