"""Pictures made for tests: of any size and format, with the marks that cameras leave."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

SECRET = b"taken at home"
"""Words in a test photo's EXIF that no published file may hold."""


def photo(
    width: int = 640,
    height: int = 400,
    format: str = "JPEG",
    orientation: int = 1,
    gps: bool = False,
) -> bytes:
    """A photo, red at the left and blue at the right as stored, with EXIF."""
    image = Image.linear_gradient("L").resize((width, height))
    picture = Image.merge("RGB", (image, image.rotate(90).resize((width, height)), image))
    picture.paste((200, 0, 0), (0, 0, width // 4, height))
    picture.paste((0, 0, 200), (width - width // 4, 0, width, height))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return saved(picture, format, exif=exif)


def drawing(width: int = 300, height: int = 200, format: str = "PNG") -> bytes:
    """A drawing of two colours, half of it clear where the format can say so."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    image.paste((10, 80, 90, 255), (0, 0, width // 2, height))
    return saved(image, format)


def moving(frames: int = 3, width: int = 40, height: int = 30) -> bytes:
    """A GIF whose frames differ."""
    images = [Image.new("RGB", (width, height), (60 * n, 0, 0)) for n in range(frames)]
    return saved(images[0], "GIF", save_all=True, append_images=images[1:], duration=200, loop=0)


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few kilobytes whose header says that it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def saved(image: Image.Image, format: str, **settings: Any) -> bytes:
    file = BytesIO()
    image.save(file, format, **settings)
    return file.getvalue()
