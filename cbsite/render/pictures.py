"""The published copies of a picture: turned upright, made smaller, and with nothing but the picture left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cbsite.plan.pictures import Copy, PlannedPicture
from cbsite.ports.memory import Memory

if TYPE_CHECKING:
    from PIL.Image import Image

_SAVE: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "GIF": {"optimize": True},
    "WEBP": {"quality": 78, "method": 4},
    "AVIF": {"quality": 60},
}
"""How each format is written: small, at no loss that is seen."""


_FEW_COLOURS = 4096
"""A picture with fewer is drawn, not taken: sharp edges, which only lossless copies keep."""


def picture_files(planned: PlannedPicture, data: bytes) -> dict[str, bytes]:
    """The bytes of each copy by its path; `data` is the author's file, which has been checked before.

    Pixels only: EXIF, GPS, thumbnails, comments and whatever follows the picture are left behind. The
    colour profile is kept, as colours would shift without it.
    """
    from PIL import Image, ImageOps

    with Image.open(Memory(data)) as image:
        if planned.picture.animated:
            return {planned.main.path: _moving(image, planned.main.format)}
        profile = None if image.mode == "CMYK" else image.info.get("icc_profile")
        ready = _plain(ImageOps.exif_transpose(image))
        drawn = ready.getcolors(_FEW_COLOURS) is not None
        return {copy.path: _still(ready, copy, profile, drawn) for copy in planned.copies}


def _plain(image: Image) -> Image:
    """The pixels alone, as grey or colours, with transparency where there is any."""
    if image.has_transparency_data:
        plain = image.convert("RGBA")
    else:
        plain = image.convert("L" if image.mode in ("1", "L") else "RGB")
    plain.info.clear()
    return plain


def _still(image: Image, copy: Copy, profile: bytes | None, drawn: bool) -> bytes:
    from PIL.Image import Resampling

    if image.size != (copy.width, copy.height):
        image = image.resize((copy.width, copy.height), Resampling.LANCZOS)
    lossless = {"lossless": True} if copy.format == "WEBP" and drawn else {}
    made = Memory()
    image.save(made, copy.format, icc_profile=profile, **(_SAVE[copy.format] | lossless))
    return made.getvalue()


def _moving(image: Image, format: str) -> bytes:
    """A moving picture with all its frames, how long each shows, and how often they repeat."""
    frames, durations = [], []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        image.load()
        frames.append(_plain(image))
        durations.append(int(image.info.get("duration", 100)))
    made = Memory()
    repeats = {"loop": image.info["loop"]} if "loop" in image.info else {}
    frames[0].save(
        made, format, save_all=True, append_images=frames[1:], duration=durations, **repeats
    )
    return made.getvalue()
