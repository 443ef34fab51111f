"""The Markdown text of a case study: about 800 words under the seven headings that cbsite asks for."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.network import Network, Study
from benchmarks.corpus.sentences import item, paragraph, sentence
from benchmarks.corpus.vocabulary import TERMS, WHAT

Link = Callable[[str, str, str], str]
"""Markdown of a link, as a tool wants it: from kind and id of what it leads to, and its words."""


def study_text(study: Study, network: Network, link: Link) -> str:
    """The same words for each tool; only links differ, in the way that `link` writes them."""
    dice = Dice("text", study.number)
    return "\n\n".join((
        "## The problem",
        _opening(study, link),
        *_paragraphs(dice, 2),
        *_note(dice),
        "## What we did",
        *_paragraphs(dice, 2),
        _bullets(dice),
        _acronym(dice),
        "## What changed",
        *_paragraphs(dice, 1),
        _reach(study, link),
        *_table(dice),
        "## What it cost",
        _cost(study, link),
        *_paragraphs(dice, 1),
        "## What did not work",
        *_footnoted(dice),
        *_paragraphs(dice, 1),
        "## How to copy this",
        _numbered(dice),
        *_paragraphs(dice, 1),
        "## Find out more",
        _further(dice, study, network, link),
    )) + "\n"  # fmt: skip


def _paragraphs(dice: Dice, count: int) -> list[str]:
    return [paragraph(dice, dice.between(4, 6)) for _ in range(count)]


def _opening(study: Study, link: Link) -> str:
    pilot = link("pilot", study.pilot.id, study.pilot.name)
    place = link("place", study.pilot.place.id, study.pilot.place.name)
    return f"The work began in {place}, as part of {pilot}."


def _reach(study: Study, link: Link) -> str:
    return f"In all {link('figure', study.reach.id, str(study.reach.value))} people were reached."


def _cost(study: Study, link: Link) -> str:
    report = link("source", study.source.id, study.source.title)
    figure = link("figure", study.cost.id, f"£{study.cost.value:,}")
    return f"The scheme cost {figure}. The source is {report}."


def _bullets(dice: Dice) -> str:
    return "\n".join(f"- {item(dice)}." for _ in range(dice.between(3, 5)))


def _numbered(dice: Dice) -> str:
    return "\n".join(f"{n}. {sentence(dice)}" for n in range(1, dice.between(4, 5)))


def _acronym(dice: Dice) -> str:
    short, words, _ = dice.pick(TERMS)
    return f"{sentence(dice)} It is a case for the {short or words}."


def _note(dice: Dice) -> list[str]:
    return [f"> [!NOTE]\n> {sentence(dice)}"] if dice.chance(20) else []


def _table(dice: Dice) -> list[str]:
    if not dice.chance(30):
        return []
    things = dice.some(WHAT, dice.between(3, 6))
    rows = (
        f"| {thing.capitalize()} | {dice.between(3, 90)} | {dice.between(3, 90)} |"
        for thing in things
    )
    return ["\n".join(("| Measure | Before | After |", "| --- | ---: | ---: |", *rows))]


def _footnoted(dice: Dice) -> list[str]:
    text = paragraph(dice, 3)
    return [f"{text}[^1]", f"[^1]: {sentence(dice)}"] if dice.chance(30) else [text]


def _further(dice: Dice, study: Study, network: Network, link: Link) -> str:
    """Links to two other case studies: the next one, and any."""
    others = network.studies
    following = others[(study.number + 1) % len(others)]
    any_other = others[dice.below(len(others))]
    kin = [following] if any_other in (study, following) else [following, any_other]
    lines = [f"- {link('case-study', one.id, one.title)}" for one in kin]
    return "\n".join((*lines, f"- {link('theme', study.themes[0].id, study.themes[0].label)}"))
