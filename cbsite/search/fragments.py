"""The files of Pagefind's bundle: compressed, behind a mark; and what its fragments say of each page."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cbsite.ports.disk import Disk
from cbsite.search.cbor import NotReadable

FRAGMENTS = "fragment"
"""The folder of the fragments: one a page, JSON with its address, text, filters and metadata."""

_MARK = b"pagefind_dcd"
"""What stands before the content, by which a browser sees that it is not compressed any more."""

_GZIP = 31
"""What zlib calls a gzip file."""

_RAW = -15
"""What zlib calls compressed data without a header."""

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""A gzip file made at no time, on no system: just what Pagefind writes itself."""

_LEVEL = 4
"""Of 9. More makes the index a twentieth smaller and takes three to ten times as long."""


def unpack(file: bytes) -> bytes:
    """The content of one of the bundle's files. Raises `NotReadable`."""
    try:
        content = zlib.decompress(file, _GZIP)
    except zlib.error as error:
        raise NotReadable("a file is not compressed as it should be") from error
    if not content.startswith(_MARK):
        raise NotReadable("a file does not begin with Pagefind's mark")
    return content[len(_MARK) :]


def pack(content: bytes) -> bytes:
    """A file of the bundle; the same content always gives the same bytes (with one version of zlib)."""
    content = _MARK + content
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    body = deflate.compress(content) + deflate.flush()
    return _HEADER + body + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def fragments(disk: Disk, bundle: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each page's fragment, with the name that the index knows it by. Raises `NotReadable`."""
    folder = bundle / FRAGMENTS
    for found in disk.walk(folder):
        try:
            page = json.loads(unpack(disk.read(folder / found.path)))
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            raise NotReadable("a page's fragment is no JSON") from error
        if not isinstance(page, dict) or not page.keys() >= {"url", "content", "meta"}:
            raise NotReadable("a page's fragment lacks its address or text")
        yield Path(found.path).stem, page
