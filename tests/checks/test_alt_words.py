"""The words for a picture say something of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cbsite.checks.alt_words import LONGEST
from cbsite.diagnostics import apply_edits
from tests.support.hubs import make, site, small, write
from tests.support.rules import CASE, FIRST, case, marked, places, remarks

PICTURE = (
    Path(__file__).parents[1] / "hubs" / "mistakes" / "content" / "images" / "prose-street.png"
)


def hub(text: str, more: str = "") -> dict[str, str | bytes]:
    return {**case(text, more=more), "content/images/street-fair.png": PICTURE.read_bytes()}


def picture(words: str, caption: str = "") -> str:
    title = f' "{caption}"' if caption else ""
    return f"![{words}](../images/street-fair.png{title})"


@pytest.mark.parametrize(
    "words",
    [
        "image", "Photo.", "Screenshot", "street-fair.png", "Street fair", "street_fair", "other.JPG", "IMG_1234",
        "DSC00012", "Screenshot 2024-05-01 at 10.30.12", "photo 3", "ab", "1 2 3", "picture of", "x" * (LONGEST + 1),
        "alt text", "Figure 1", "Fig. 2a", "A picture containing text. Description automatically generated",
    ],
)  # fmt: skip
def test_words_that_say_nothing(tmp_path: Path, words: str) -> None:
    found = remarks("W-ALT", tmp_path, hub(f"One.\n\nTwo {picture(words)} met.\n"))
    assert [one.code for one in found] == ["W-ALT"]
    assert (places(found, FIRST), marked(found)) == (["3:5"], [picture(words)])
    assert found[0].edits == ()


@pytest.mark.parametrize(
    "words",
    [
        "Two officers at a fair",
        "x" * LONGEST,
        "The image that went round the world",
        "Sky",
        "Figures dance",
    ],
)
def test_words_that_say_something(tmp_path: Path, words: str) -> None:
    assert remarks("W-ALT", tmp_path, hub(f"{picture(words)}\n")) == []


def test_the_caption_is_not_said_twice(tmp_path: Path) -> None:
    text = picture("Two officers", "Two officers.") + "\n\n" + picture("Two officers", "At a fair")
    assert places(remarks("W-ALT", tmp_path, hub(text)), FIRST) == ["1:1"]


@pytest.mark.parametrize("opening", ["Picture of ", "An image of ", "photo of "])
def test_an_opening_that_says_nothing_is_offered_without(tmp_path: Path, opening: str) -> None:
    files = hub(f"One.\n\n{picture(f'{opening}a street')}\n")
    (found,) = remarks("W-ALT", tmp_path, files)
    assert not found.safe
    text = str(files[CASE])
    assert apply_edits(text, found.edits) == text.replace(f"{opening}a", "A")


@pytest.mark.parametrize(
    ("alt", "problems"),
    [("Photo", ["10:8"]), ("A street, with a fair on it", []), ('""', []), ("At the fair", ["10:8"])],
)  # fmt: skip
def test_the_picture_of_an_item(tmp_path: Path, alt: str, problems: list[str]) -> None:
    more = f"image:\n  file: ../images/street-fair.png\n  alt: {alt}\n  caption: At the fair\n"
    assert places(remarks("W-ALT", tmp_path, hub("One.\n", more))) == problems


def test_a_picture_that_is_only_decoration_is_passed_over(tmp_path: Path) -> None:
    more = 'image: {file: ../images/street-fair.png, alt: ""}\n'
    write(tmp_path, {**small(), **hub("One.\n", more)})
    made, report = site(tmp_path)
    assert [one for one in report if one.level != "info"] == []
    assert 'alt=""' in (made / "case-studies" / "case" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("alt", ["", "  alt:\n"])
def test_an_item_must_say_whether_its_picture_is_decoration(tmp_path: Path, alt: str) -> None:
    more = f"image:\n  file: ../images/street-fair.png\n{alt}"
    (found,) = [one for one in make(tmp_path, hub("One.\n", more)).report if one.level == "error"]
    assert (found.code, 'alt: ""' in found.hint) == ("E-ALT", True)
