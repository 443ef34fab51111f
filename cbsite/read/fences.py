"""Fences that are never closed: the rest of the page would be code."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, fence
from markdown_it.token import Token

from cbsite.diagnostics import Edit, Report, Source, Span
from cbsite.records.blocks import BLOCKS

_MARK = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*([^`]*?)[ \t]*")
_FIELD = re.compile(r"\s*(?:-(?:\s|$)|#|[A-Za-z_]+:(?:\s|$)|$)|\s+\S")


def use_fences(md: MarkdownIt) -> None:
    """Have each fence's token say in its `meta` whether it is `closed`."""
    alternatives = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.at("fence", _fence, alternatives)  # type: ignore[arg-type]


def _fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent:
        return fence(state, start, end, True)
    if not fence(state, start, end, False):
        return False
    token, last = state.tokens[-1], state.line - 1
    begin = state.bMarks[last] + state.tShift[last]
    closing = state.src[begin : state.eMarks[last]].strip()
    markup = token.markup
    token.meta["closed"] = (
        last > start
        and closing.startswith(markup)
        and not closing.strip(markup[0])
        and state.sCount[last] >= state.blkIndent
        and not state.is_code_block(last)
    )
    return True


def report_fence(token: Token, source: Source, report: Report) -> bool:
    """Report a fence that is not closed where it should be; whether it is one."""
    assert token.map
    first, end = token.map[0] + 1, token.map[1]
    word = token.info.split()[0] if token.info.strip() else ""
    body = range(first + 1, end + 1 if not token.meta["closed"] else end)
    inner = _fence_inside(token, body, source, word)
    if token.meta["closed"] and inner is None:
        return False
    name = f"The block {word}" if word in BLOCKS else "The block between fences"
    if inner is not None and (words := _words_after(inner, source)):
        report.add(
            "E-FENCE", words, "Words stand after the closing fence, so it does not close the block.",
            f"Put {token.markup} on a line of its own, and the words below an empty line.",
            [Edit(_gap_before(words, source), "\n\n")], safe=False,
        )  # fmt: skip
        return True
    opening = source.line(first).rstrip()
    span = source.span(first, max(opening.find(token.markup), 0) + 1, first, len(opening) + 1)
    if inner is not None:
        message = f"{name} is not closed before the next one starts on line {inner}."
    else:
        message = f"{name} that opens here is not closed, so it swallows the rest of the text."
    last = _last_line(word, body, inner, source)
    edits = []
    if last:
        at_end = source.span(last, len(source.line(last)) + 1)
        indent = source.line(first)[
            : len(source.line(first)) - len(source.line(first).lstrip(" \t>"))
        ]
        edits = [Edit(at_end, f"\n{indent}{token.markup}")]
    report.add(
        "E-FENCE", span, message, f"Put {token.markup} on a line of its own after the last line of the block.",
        edits, safe=False,
    )  # fmt: skip
    return True


def _fence_inside(token: Token, body: range, source: Source, word: str) -> int | None:
    """A line of the block that looks like a fence with words after it, which closes nothing."""
    for number in body:
        found = _MARK.fullmatch(source.line(number))
        if found is None or not found[1].startswith(token.markup) or not found[2]:
            continue
        other = found[2].split()[0]
        if word in BLOCKS or other in BLOCKS or not token.meta["closed"]:
            return number
    return None


def _words_after(line: int, source: Source) -> Span | None:
    """The words after a fence, if they are more than the name of another block."""
    found = _MARK.fullmatch(source.line(line))
    if found is None or len(found[2].split()) < 2 or found[2].split()[0] in BLOCKS:
        return None
    return source.span(line, found.start(2) + 1, line, found.end(2) + 1)


def _gap_before(words: Span, source: Source) -> Span:
    assert words.start
    line = source.line(words.start.line)[: words.start.column - 1]
    return source.span(
        words.start.line, len(line.rstrip()) + 1, words.start.line, words.start.column
    )


def _last_line(word: str, body: range, inner: int | None, source: Source) -> int | None:
    """The line that the block should end with, where that can be told."""
    last = None
    for number in body:
        if number == inner:
            break
        line = source.line(number).lstrip(">")
        if word in BLOCKS and not _FIELD.match(line):
            break
        if not line.strip():
            if word in BLOCKS or not last:
                continue
            rest = range(number, inner if inner else body.stop)
            return None if any(source.line(n).strip() for n in rest) else last
        last = number
    return last
