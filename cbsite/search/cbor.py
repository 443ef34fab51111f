"""CBOR (RFC 8949) as far as Pagefind's index has it: whole numbers, texts and lists, of stated length.

The bytes that are written are those of Pagefind's own encoder: each number in as few bytes as it goes.
"""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = "int | str | list[Value]"

NUMBER, NEGATIVE, TEXT, LIST = 0, 1, 3, 4
"""The kinds of item that there are here, by the first three bits of an item."""

_ONE_BYTE = 24
"""Smaller numbers stand in the item's first byte itself; from here it says how many bytes follow: 1, 2, 4 or 8."""


class NotReadable(ValueError):
    """These bytes are not what is expected of a search index."""


def read(data: bytes) -> Value:
    """The one value that `data` is. Raises `NotReadable`."""
    try:
        value, end = _read(data, 0)
    except (IndexError, UnicodeDecodeError) as error:
        raise NotReadable("an item is cut off or damaged") from error
    if end != len(data):
        raise NotReadable("something follows the value")
    return value


def head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """The number in the first bytes of the item at `at`, and where these end.

    For a list or text it is the length. Raises `NotReadable` if the item is not of this kind.
    """
    first = data[at]
    if first >> 5 != kind:
        raise NotReadable(f"an item of kind {first >> 5} where {kind} was expected")
    small = first & 31
    if small < _ONE_BYTE:
        return small, at + 1
    if small > _ONE_BYTE + 3:
        raise NotReadable("an item without a stated length")
    end = at + 1 + (1 << (small - _ONE_BYTE))
    return int.from_bytes(data[at + 1 : end], "big"), end


def write_head(kind: int, number: int) -> bytes:
    """The first bytes of an item: all of a number, or the kind and length of a text or list."""
    if number < _ONE_BYTE:
        return bytes([kind << 5 | number])
    size = next(size for size in (1, 2, 4, 8) if number < 1 << (8 * size))
    return bytes([kind << 5 | _ONE_BYTE - 1 + size.bit_length()]) + number.to_bytes(size, "big")


def write(value: Value) -> bytes:
    """The value as bytes."""
    written: list[bytes] = []
    _write(value, written)
    return b"".join(written)


def _read(data: bytes, at: int) -> tuple[Value, int]:
    kind = data[at] >> 5
    number, end = head(data, at, kind)
    if kind == NUMBER:
        return number, end
    if kind == NEGATIVE:
        return -1 - number, end
    if kind == TEXT:
        if end + number > len(data):
            raise NotReadable("a text is cut off")
        return data[end : end + number].decode("utf-8"), end + number
    if kind != LIST:
        raise NotReadable(f"an item of kind {kind}")
    items: list[Value] = []
    for _ in range(number):
        item, end = _read(data, end)
        items.append(item)
    return items, end


def _write(value: Value, written: list[bytes]) -> None:
    if isinstance(value, int):
        written.append(
            write_head(NUMBER, value) if value >= 0 else write_head(NEGATIVE, -1 - value)
        )
    elif isinstance(value, str):
        text = value.encode("utf-8")
        written += (write_head(TEXT, len(text)), text)
    else:
        written.append(write_head(LIST, len(value)))
        for item in value:
            _write(item, written)
