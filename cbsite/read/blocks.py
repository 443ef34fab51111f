"""Fenced blocks with a known word: their YAML as checked fields."""

from __future__ import annotations

from cbsite.diagnostics import Edit, Report, Source, nearest
from cbsite.read.raw_references import NO_NAMES, RawNames, raw_names
from cbsite.read.spelling import respelt
from cbsite.read.strict_yaml import read_yaml
from cbsite.read.tree import Block
from cbsite.read.validate import validate
from cbsite.read.yaml_lines import Window
from cbsite.read.yaml_tree import Mapping
from cbsite.records.blocks import BLOCKS

_NOT_YET = ("asks", "map", "progress")
"""Words that are kept for blocks to come; until then they are code like any other."""


def read_block(word: str, body: str, source: Source, line: int, report: Report) -> Block | RawNames:
    """The block that opens on `line`, or what it names if it has errors; the report says which."""
    lines = tuple(body.removesuffix("\n").split("\n"))
    # What stands before the lines of the body (in a list or quotation) is as wide for all of them.
    typed = source.line(line + 1)
    indent = max(len(typed) - len(lines[0]), 0) if typed.endswith(lines[0]) else 0
    reading = read_yaml(Window(source, lines, line + 1, indent), report)
    if reading.broken:
        return NO_NAMES
    value = reading.value or Mapping((), source.whole_line(line))
    if not isinstance(value, Mapping):
        fields = " or ".join(f"{name}:" for name in list(BLOCKS[word].model_fields)[:2])
        report.add(
            "E-TYPE",
            source.whole_line(line),
            f"A block called {word} holds fields.",
            f"Start its first line with  {fields}",
        )
        return NO_NAMES
    if validate(BLOCKS[word], f"{word} block", value, report) is None:
        return raw_names(value, BLOCKS[word])
    # Spelt right, so that its fields can be made again.
    value = respelt(value, BLOCKS[word], f"the {word} block", Report())
    return Block(word, value, source.whole_line(line))


def report_misspelt(word: str, body: str, source: Source, line: int, report: Report) -> None:
    """Report code whose word is nearly that of a block, and that holds one of the block's fields."""
    near = nearest(word, BLOCKS)
    if near is None or word in _NOT_YET:
        return
    lines = tuple(body.removesuffix("\n").split("\n"))
    value = read_yaml(Window(source, lines, line + 1), Report()).value
    if not isinstance(value, Mapping) or not any(map(value.key, BLOCKS[near].model_fields)):
        return
    column = max(source.line(line).find(word), 0) + 1
    span = source.span(line, column, line, column + len(word))
    report.add(
        "E-BLOCK",
        span,
        f"There is no block called {word}.",
        f"Write {near} if you mean that block.",
        (Edit(span, near),),
        safe=False,
    )
