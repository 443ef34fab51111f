"""The sizes that a picture is published in, each with its address."""

from urllib.parse import quote

import msgspec

from cbsite.read.pictures import Picture

FOLDER = "pictures"
"""The folder of the smaller copies, under the site's root."""

WIDTHS = (480, 960, 1600)
"""Pixels: a phone, a laptop, and a laptop with a fine screen."""


class Copy(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One file to make of a picture: where (a path without the first slash), how large, in which format."""

    path: str
    width: int
    height: int
    format: str

    @property
    def address(self) -> str:
        """The address on the site, with what a URL cannot hold escaped."""
        return f"/{quote(self.path)}"


class PlannedPicture(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A picture of the site: the copy that every browser can show, then all copies by format and width."""

    picture: Picture
    main: Copy
    copies: tuple[Copy, ...]


def plan_picture(asset: str, path: str, picture: Picture) -> PlannedPicture:
    """The copies of the picture `asset` (a path in content/), whose main one stands at `path`.

    Each width comes in WebP, which is small, and in the format of the original. A moving picture has
    one copy only.
    """
    if picture.animated:
        main = Copy(path, picture.width, picture.height, picture.format)
        return PlannedPicture(picture, main, (main,))
    widest = min(picture.width, WIDTHS[-1])
    widths = (*(width for width in WIDTHS if width < widest), widest)
    copies = []
    for format in dict.fromkeys(("WEBP", picture.format)):
        for width in widths:
            end = "" if format == picture.format else ".webp"
            own = width == widest and format == picture.format
            file = path if own else f"{FOLDER}/{width}/{asset}{end}"
            height = max(round(picture.height * width / picture.width), 1)
            copies.append(Copy(file, width, height, format))
    return PlannedPicture(picture, copies[-1], tuple(copies))
