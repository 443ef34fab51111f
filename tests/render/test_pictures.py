"""The published copies of a picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from cbsite.diagnostics import Report
from cbsite.plan.pictures import PlannedPicture, plan_picture
from cbsite.read.pictures import read_picture
from cbsite.render.pictures import picture_files
from tests.support.pictures import SECRET, drawing, moving, photo, saved


def planned(name: str, data: bytes) -> PlannedPicture:
    picture = read_picture(f"content/{name}", data, Report())
    assert picture is not None
    return plan_picture(name, f"files/{name}", picture)


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_photo_comes_in_each_width_as_webp_and_in_its_own_format() -> None:
    data = photo(2000, 1000)
    files = picture_files(planned("images/a.jpg", data), data)
    made = {path: (opened(file).format, opened(file).size) for path, file in files.items()}
    assert made == {
        "pictures/480/images/a.jpg.webp": ("WEBP", (480, 240)),
        "pictures/960/images/a.jpg.webp": ("WEBP", (960, 480)),
        "pictures/1600/images/a.jpg.webp": ("WEBP", (1600, 800)),
        "pictures/480/images/a.jpg": ("JPEG", (480, 240)),
        "pictures/960/images/a.jpg": ("JPEG", (960, 480)),
        "files/images/a.jpg": ("JPEG", (1600, 800)),
    }


def test_a_small_picture_is_never_made_larger() -> None:
    data = drawing(300, 200)
    files = picture_files(planned("a.png", data), data)
    assert {opened(file).size for file in files.values()} == {(300, 200)}
    assert set(files) == {"files/a.png", "pictures/300/a.png.webp"}


def test_a_webp_has_its_own_format_once() -> None:
    data = photo(700, 350, "WEBP")
    assert set(picture_files(planned("a.webp", data), data)) == {
        "pictures/480/a.webp", "files/a.webp",
    }  # fmt: skip


def test_a_photo_on_its_side_is_turned_and_says_so_no_more() -> None:
    data = photo(640, 400, orientation=6)
    for file in picture_files(planned("a.jpg", data), data).values():
        image = opened(file)
        assert image.width < image.height
        assert dict(image.getexif()) == {}
        red, _, blue = image.convert("RGB").getpixel((image.width // 2, 5))  # type: ignore[misc]
        assert red > 150 > blue, "what was at the left is at the top"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_but_the_picture_is_published(format: str) -> None:
    end = {"JPEG": "jpg"}.get(format, format.lower())
    data = photo(format=format, gps=True) + b"<script>alert(1)</script>"
    for file in picture_files(planned(f"a.{end}", data), data).values():
        assert SECRET not in file
        assert b"Exif" not in file
        assert b"<script" not in file
        assert dict(opened(file).getexif()) == {}


def test_comments_of_a_jpeg_and_texts_of_a_png_are_left_behind() -> None:
    image = Image.new("RGB", (20, 20))
    data = saved(image, "JPEG", comment=SECRET)
    assert all(SECRET not in file for file in picture_files(planned("a.jpg", data), data).values())


def test_transparency_and_colour_profiles_are_kept() -> None:
    data = drawing()
    for file in picture_files(planned("a.png", data), data).values():
        assert opened(file).convert("RGBA").getpixel((299, 0))[3] == 0  # type: ignore[index]
    profile = b"a profile of colours"
    data = saved(Image.new("RGB", (20, 20)), "JPEG", icc_profile=profile)
    assert all(
        opened(file).info["icc_profile"] == profile
        for file in picture_files(planned("a.jpg", data), data).values()
    )


def test_a_drawing_keeps_its_sharp_edges() -> None:
    data = drawing(300, 200)
    webp = picture_files(planned("a.png", data), data)["pictures/300/a.png.webp"]
    assert opened(webp).convert("RGBA").tobytes() == opened(data).convert("RGBA").tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png(mode: str) -> None:
    data = saved(Image.new(mode, (30, 20)), "PNG")
    assert len(picture_files(planned("a.png", data), data)) == 2


def test_a_cmyk_photo_as_printers_send_them() -> None:
    data = saved(Image.new("CMYK", (30, 20)), "JPEG", icc_profile=b"of a press")
    for file in picture_files(planned("a.jpg", data), data).values():
        assert opened(file).mode == "RGB"
        assert "icc_profile" not in opened(file).info


def test_a_moving_picture_keeps_moving() -> None:
    data = moving(3)
    files = picture_files(planned("a.gif", data), data)
    assert set(files) == {"files/a.gif"}
    assert getattr(opened(files["files/a.gif"]), "n_frames", 1) == 3


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = photo(1000, 500)
    one, other = (picture_files(planned("a.jpg", data), data) for _ in range(2))
    assert one == other
