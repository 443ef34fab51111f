"""Choices that are the same on every machine, in every version of Python."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Dice:
    """A stream of choices that follows from its name alone.

    The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014), as
    `random` promises the same numbers for `random()` only, not for `choice`.
    """

    def __init__(self, *name: str | int) -> None:
        seed = blake2b("/".join(map(str, name)).encode("utf-8"), digest_size=8).digest()
        self._state = int.from_bytes(seed, "big")

    def below(self, limit: int) -> int:
        """A whole number from 0 to limit - 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return ((mixed ^ (mixed >> 31)) * limit) >> 64

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def some(self, choices: Sequence[T], count: int) -> tuple[T, ...]:
        """Different choices, in the order of `choices`; all of them where there are no more."""
        left = list(range(len(choices)))
        taken = [left.pop(self.below(len(left))) for _ in range(min(count, len(choices)))]
        return tuple(choices[index] for index in sorted(taken))

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent
