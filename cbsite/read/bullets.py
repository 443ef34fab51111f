"""Lists whose marks Markdown does not know, as word processors and e-mails write them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from cbsite.diagnostics import Edit, Report, Source, Span
from cbsite.read.stretches import Stretch

SIGNS = "•·▪◦‣●○■\uf0b7\uf0a7\uf0d8"
"""What stands for a bullet; the last three are Word's own, which no other program knows."""

LETTERS = "o§Øü"
"""What stands for one before a tab, where Word's own fonts draw a circle, square, arrow or tick for it."""

_SPACE = "[ \t\u00a0\u2003]"
_BULLET = re.compile(
    rf"{_SPACE}*(?:(?P<sign>[{SIGNS}]){_SPACE}*|(?P<letter>[{LETTERS}])\t+)(?=[^\s{SIGNS}])"
)
_DASH = re.compile(rf"{_SPACE}*(?P<sign>[–—]){_SPACE}+(?=[^\s–—])")


class _Bullet(msgspec.Struct, frozen=True):
    sign: str
    line: int
    span: Span
    begins_item: bool  # of a list that is marked as one already


def may_have_bullets(words: str) -> bool:
    """Whether any of the signs is in some words at all."""
    return "\t" in words or (not words.isascii() and any(sign in words for sign in f"{SIGNS}–—"))


def begins_with_bullet(line: str) -> bool:
    """Whether a line begins with a bullet of another program."""
    return _BULLET.match(line) is not None


def report_bullets(source: Source, stretches: Sequence[Stretch], report: Report) -> frozenset[int]:
    """Report each run of lines with bullets at its first; the numbers of all such lines."""
    taken: set[int] = set()
    for run in _runs(source, stretches):
        first = run[0]
        what = "Markdown knows no list marked with"
        sign = f"'{first.sign}'" if first.sign.isprintable() else "Word's own bullet"
        report.add(
            "W-BULLET", first.span, f"{what} {sign}.", "Begin each entry with a hyphen and a space.",
            [Edit(bullet.span, _mark(bullet, run)) for bullet in run], safe=_is_list(source, run),
        )  # fmt: skip
        taken.update(bullet.line for bullet in run)
    return frozenset(taken)


def _is_list(source: Source, run: Sequence[_Bullet]) -> bool:
    """Whether a run can be nothing but a list: no dashes of a dialogue, no key to signs, no verse or quotation."""
    signs = {bullet.sign for bullet in run} - set(LETTERS)
    quoted = any(source.line(bullet.line).lstrip().startswith(">") for bullet in run)
    alone = len(run) == 1 and source.line(run[0].line - 1).strip() != ""
    return len(signs) < 2 and not signs & set("–—") and not quoted and not alone


def _mark(bullet: _Bullet, run: Sequence[_Bullet]) -> str:
    if bullet.begins_item:
        return ""
    inner = bullet.sign == "o" and any(b.sign != "o" and b.line < bullet.line for b in run)
    return "  - " if inner else "- "


def _runs(source: Source, stretches: Sequence[Stretch]) -> list[list[_Bullet]]:
    """Bullets on lines with no other text between them but the rest of their own entries."""
    made: list[list[_Bullet]] = [[]]
    for stretch in stretches:
        if stretch.type != "paragraph":
            made.append([])
            continue
        for row, (at, line) in enumerate(stretch.lines):
            bullet = _bullet(stretch, at, line, first=row == 0)
            if bullet is None:
                if row == 0:
                    made.append([])
                continue
            if made[-1] and not _follows(source, made[-1][-1], bullet, row):
                made.append([])
            made[-1].append(bullet)
    return [run for run in made if run and (run[0].sign not in "–—" or len(run) > 1)]


def _follows(source: Source, before: _Bullet, bullet: _Bullet, row: int) -> bool:
    """Whether both are of one run: of one kind, and (for the first line of a paragraph) near by."""
    if (before.sign in "–—") != (bullet.sign in "–—"):
        return False
    between = range(before.line + 1, bullet.line)
    return row > 0 or all(not source.line(number).strip(" \t>") for number in between)


def _bullet(stretch: Stretch, at: int, line: str, first: bool) -> _Bullet | None:
    found = _BULLET.match(line) or _DASH.match(line)
    if found is None:
        return None
    groups = found.groupdict()
    kind = "sign" if groups["sign"] else "letter"
    sign = groups[kind]
    if sign in SIGNS and sign in line[found.end() :]:
        return None  # it stands between words, which are no entries of their own
    # Plain spaces before the bullet say how deep it stands; others would only be in the way.
    start = 0 if "\u00a0" in line[: found.start(kind)] else len(line) - len(line.lstrip(" \t"))
    span = stretch.span(at + start, at + found.end())
    number = span.start.line if span.start else 0
    return _Bullet(sign, number, span, first and stretch.outer == "list_item")
