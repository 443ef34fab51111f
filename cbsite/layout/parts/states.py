"""States of pilots, programmes and budget lines: a shape, then the word; never a colour."""

from __future__ import annotations

from cbsite.layout.parts.wording import label
from cbsite.layout.values import Words
from cbsite.records.pilot import BudgetLine, Pilot
from cbsite.records.programme import Programme

_PILOT = {
    "announced": "ring",
    "selected": "seed",
    "scoping": "quarter",
    "designing": "half",
    "proposed": "three-quarters",
    "live": "disc",
    "ended": "closed",
    "not-selected": "crossed",
}

_PROGRAMME = {
    "proposed": "seed",
    "announced": "ring",
    "live": "disc",
    "ended": "closed",
    "not-known": "dashed",
}

_SCOPE = {
    "yes": ("In scope", "ticked"),
    "no": ("Out of scope", "crossed"),
    "sought": ("Sought", "half-square"),
    "unclear": ("Not clear", "dashed-square"),
}


def pilot_state(pilot: Pilot) -> Words:
    return Words(label(pilot.stage), shape=_PILOT[pilot.stage])


def programme_state(programme: Programme) -> Words:
    return Words(label(programme.stage), shape=_PROGRAMME[programme.stage])


def scope(line: BudgetLine) -> Words:
    """Whether a sum of public money is in the pilot."""
    words, shape = _SCOPE[line.in_scope]
    return Words(words, shape=shape)
