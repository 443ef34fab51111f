"""The numbers of paragraphs: which may follow which, and what is missing between two."""

from __future__ import annotations

Digits = tuple[int, ...]

_NEAR = 4
"""How far a number may be from the one before and still look like a slip, not like a sum or a time."""


def digits_of(number: str) -> Digits:
    """`12.1` as `(12, 1)`."""
    return tuple(map(int, number.split(".")))


def missing_between(first: Digits, second: Digits) -> list[Digits]:
    """The first and the last number that must stand between two; none where the second may follow the first."""
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    if at is None:
        # 12 and then 12.1, or 12.1.1: a first number below the one before.
        at = len(first)
        start = (*first, 1)
    else:
        start = (*first[:at], first[at] + 1)
    same_level = second[: at + 1]
    if start < same_level:
        return [start, (*same_level[:-1], same_level[-1] - 1)]
    below = second[at + 1 :]
    if below and below[0] > 1:
        return [(*same_level, 1), (*same_level, below[0] - 1)]
    return []


def follows(first: Digits, second: Digits) -> bool:
    """Whether a number is the next one after another, in one of the ways that papers count."""
    return second > first and not missing_between(first, second)


def is_near(first: Digits, second: Digits) -> bool:
    """Whether a number is beside or below another and not far on, as where one is left out or typed twice."""
    if second[:-1] == first[:-1]:
        return second[-1] <= first[-1] + _NEAR
    return second[:-1] == first and second[-1] <= _NEAR
