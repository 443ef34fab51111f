"""Paragraph numbers that run back, or leave one out: in a paper that people cite, either is most likely a slip."""

from __future__ import annotations

import re

from cbsite.diagnostics import Report
from cbsite.library.library import Library
from cbsite.read.entry import Entry
from cbsite.read.paragraph_numbers import Digits, digits_of, follows, missing_between
from cbsite.read.tree import Number
from cbsite.records.document import Document

_PARTIAL = ("extract", "summary")
"""What the hub holds of a document whose numbers may leave some out."""

_NO_SPACE = re.compile(r"^ {0,3}(\d{1,3})[.)](?=[^\W\d_]{2})", re.MULTILINE)
"""A number that lacks the space after it: it is there, and has a message of its own."""

_JOIN = "If it is no paragraph number, join the line to the one above."


def check_paragraph_order(library: Library, report: Report) -> None:
    """Report each number lower than the one before, and each gap (W-PARA); sections count as one text."""
    for entry in library.entries.values():
        record = entry.record
        if isinstance(record, Document) and record.has_numbered_paragraphs:
            _check(entry, record.held not in _PARTIAL, report)


def _check(entry: Entry, whole: bool, report: Report) -> None:
    there = {
        digits_of(number) for text in entry.texts for number in _NO_SPACE.findall(text.source.text)
    }
    numbers: list[Number] = []
    for text in entry.texts:
        for number in text.prose.numbers:
            if digits_of(number.number) not in there:  # else E-PARA has told of it
                numbers.append(number)
                there.add(digits_of(number.number))
    if not numbers:
        return
    highest = before = numbers[0]
    for number in numbers[1:]:
        top, here = digits_of(highest.number), digits_of(number.number)
        if here > top:
            missing = [each for each in _all_between(top, here) if each not in there]
            if whole and missing:
                _report_gap(highest, number, missing, report)
            highest = number
        elif before is highest or not follows(digits_of(before.number), here):
            _report_back(highest, number, report)
        before = number


def _report_back(highest: Number, number: Number, report: Report) -> None:
    hint = "Look in the paper which number it has there, or move it to its place."
    if number.number == "1":
        hint = f"Indent the list by 3 spaces if it belongs to paragraph {highest.number}."
    elif _is_no_number(number):
        hint = _JOIN
    after = f"{highest.number}{_elsewhere(highest, number)}"
    report.add(
        "W-PARA", number.span, f"Paragraph {number.number} stands after paragraph {after}.", hint
    )


def _report_gap(highest: Number, number: Number, missing: list[Digits], report: Report) -> None:
    report.add(
        "W-PARA", number.span,
        f"Between {highest.number}{_elsewhere(highest, number)} and {number.number} there is no {_listed(missing)}.",
        _JOIN if _is_no_number(number)
        else "Add it from the paper; or, if the hub leaves paragraphs out, say so with 'held: extract'.",
    )  # fmt: skip


def _is_no_number(number: Number) -> bool:
    """Whether the words after it go on in the middle of a sentence, as after a sum or a time."""
    end = number.span.end
    words = number.span.text[end.column - 1 :].lstrip(" \t.") if end else ""
    return words[:1].islower()


def _elsewhere(before: Number, after: Number) -> str:
    """Where the number before stands, if that is another file."""
    return f" of {before.span.path}" if before.span.path != after.span.path else ""


def _all_between(first: Digits, second: Digits) -> list[Digits]:
    """Every number that must stand between two."""
    ends = missing_between(first, second)
    if not ends:
        return []
    start, end = ends
    return [(*start[:-1], number) for number in range(start[-1], end[-1] + 1)]


def _listed(missing: list[Digits]) -> str:
    """The missing numbers in words: `12.2`, `12.2 to 12.5`, or `7, 9 to 11`."""
    runs: list[list[Digits]] = []
    for number in missing:
        if runs and runs[-1][-1][-1] + 1 == number[-1]:
            runs[-1].append(number)
        else:
            runs.append([number])
    ends = (dict.fromkeys((run[0], run[-1])) for run in runs)
    return ", ".join(" to ".join(".".join(map(str, number)) for number in end) for end in ends)
