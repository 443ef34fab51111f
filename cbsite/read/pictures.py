"""Pictures: whether a file is one that can be published, and how large it shows."""

from __future__ import annotations

import warnings
from typing import Literal

import msgspec

from cbsite.diagnostics import Report, Span
from cbsite.ports.memory import Memory

Format = Literal["JPEG", "PNG", "GIF", "WEBP", "AVIF"]

_FORMATS: dict[str, Format] = {
    "jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF",
}  # fmt: skip
_LARGEST = 50_000_000
"""Pixels of a picture, all its frames together: more than phones take, and what fits into memory."""

_HEAVY = 10_000_000
"""Bytes of a file that slow down everybody who fetches the hub."""

_ORIENTATION, _GPS = 0x0112, 0x8825
"""Tags of EXIF: which way up the picture is, and where it was taken."""

_ON_ITS_SIDE = (5, 6, 7, 8)
"""Orientations that swap width and height."""


class Picture(msgspec.Struct, frozen=True, array_like=True):
    """A picture as readers see it: width and height in pixels, turned the way EXIF says."""

    width: int
    height: int
    format: Format
    animated: bool = False


def read_picture(path: str, data: bytes, report: Report) -> Picture | None:
    """The picture in a file, or None for one that cannot be published (E-IMAGE).

    `path` is the file's place in the hub. The whole picture is decoded, so that one that is cut off
    is found before readers see it.
    """
    span = Span(path)
    expected = _FORMATS[path.rpartition(".")[2].lower()]
    try:
        return _open(span, data, expected, report)
    except _Refused as refusal:
        report.add("E-IMAGE", span, *refusal.args)
    # Decoders of damaged files raise whatever their arithmetic happens to meet.
    except Exception:
        report.add(
            "E-IMAGE",
            span,
            "The picture is damaged: perhaps its end is cut off.",
            "Open it in a picture program to see; take a whole copy of it.",
        )
    return None


class _Refused(Exception):
    """A picture that is not published; its arguments are the message and the hint."""


def _open(span: Span, data: bytes, expected: Format, report: Report) -> Picture:
    # Late, as only hubs with pictures need them; two plugins that `open` would find after loading all.
    from PIL import AvifImagePlugin, Image, UnidentifiedImageError, WebPImagePlugin

    assert AvifImagePlugin and WebPImagePlugin
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(Memory(data), formats=tuple(set(_FORMATS.values())))
    except UnidentifiedImageError:
        raise _Refused(
            "The file is not a picture that browsers can show, whatever its name says.",
            "Open it in a picture program and save it as JPEG or PNG.",
        ) from None
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise _too_large("far too many pixels;") from None
    with image:
        if image.format != expected:
            end = "jpg" if image.format == "JPEG" else str(image.format).lower()
            raise _Refused(
                f"The name ends in .{span.path.rpartition('.')[2]}, but the picture is {image.format}.",
                f"Rename it to {span.path.rpartition('/')[2].rpartition('.')[0]}.{end}.",
            )
        frames = getattr(image, "n_frames", 1)
        pixels = image.width * image.height * frames
        if pixels > _LARGEST:
            raise _too_large(f"{pixels // 1_000_000} million pixels, and")
        exif = image.getexif()
        width, height = image.size
        if exif.get(_ORIENTATION, 1) in _ON_ITS_SIDE:
            width, height = height, width
        # A JPEG decodes smaller, and so in less memory, at no loss for the check.
        image.draft("RGB", (image.width // 8, image.height // 8))
        for frame in range(frames):
            image.seek(frame)
            image.load()
        _advise(span, len(data), bool(exif.get_ifd(_GPS)), report)
        return Picture(width, height, expected, frames > 1)


def _advise(span: Span, size: int, located: bool, report: Report) -> None:
    """Say what is better mended in the author's own file, though the site is safe from it."""
    if size > _HEAVY:
        report.add(
            "W-IMAGE",
            span,
            f"The picture's file has {size // 1_000_000} MB.",
            "Save a smaller copy: readers get small ones in any case, but everybody who fetches the hub gets this.",
        )
    if located:
        report.add(
            "I-IMAGE",
            span,
            "The photo says where it was taken (GPS).",
            "Readers do not get that; to take it out of your own file too, open its Properties, Details, "
            "Remove Properties.",
        )


def _too_large(count: str) -> _Refused:
    return _Refused(
        f"The picture has {count} the most that can be published is {_LARGEST // 1_000_000} million.",
        "Save a smaller copy: 2,400 pixels on the longer side is plenty.",
    )
