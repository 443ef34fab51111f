"""Plain short sentences."""

from __future__ import annotations

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.vocabulary import DID, HOW, WHAT, WHEN, WHERE, WHO, WHY


def sentence(dice: Dice) -> str:
    """A sentence of 8 to 25 words, now and then with emphasis, code or a number in it."""
    who, did = dice.pick(WHO), dice.pick(DID)
    thing = f"{_article(dice)} {dice.pick(HOW)} {_thing(dice)}"
    shape = dice.below(6)
    if shape == 0:
        words = f"{dice.pick(WHEN)}, {who} {did} {thing} {dice.pick(WHERE)}"
    elif shape == 1:
        words = f"{who} {did} {thing} {dice.pick(WHY)}"
    elif shape == 2:
        words = f"{dice.between(2, 98)} of {dice.between(100, 900)} households saw {thing} {dice.pick(WHEN)}"
    elif shape == 3:
        words = f"{who} {did} {thing}, and {dice.pick(WHO)} {dice.pick(DID)} the {_thing(dice)}"
    elif shape == 4:
        words = f"what {who} had not {_past(dice)} was {thing} {dice.pick(WHERE)}"
    else:
        words = f"{who} {did} {thing} {dice.pick(WHEN)} {dice.pick(WHY)}"
    return words[0].upper() + words[1:] + "."


def paragraph(dice: Dice, sentences: int) -> str:
    return " ".join(sentence(dice) for _ in range(sentences))


def item(dice: Dice) -> str:
    """A line of a list."""
    return f"One {dice.pick(HOW)} {dice.pick(WHAT)} {dice.pick(WHERE)}, {dice.pick(WHY)}"


def _thing(dice: Dice) -> str:
    what = dice.pick(WHAT)
    mark = dice.below(20)
    if mark == 0:
        return f"**{what}**"
    return f"*{what}*" if mark == 1 else what


def _article(dice: Dice) -> str:
    return dice.pick(("the", "that", "its", "their"))


def _past(dice: Dice) -> str:
    return dice.pick(("planned", "expected", "foreseen", "costed", "promised", "measured"))
