"""Numbered paragraphs of documents: the number as typed, whatever stands round it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cbsite.read.nodes import Node


def outline(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if node.type == "numbered_paragraph":
            inner = " ".join(outline(node.children))
            words = " / ".join(
                child.words() for child in node.children if child.type == "paragraph"
            )
            yield f"{node.get('number')}@{node.get('depth')}:{words}" + (
                f" ({inner})" if inner else ""
            )
        elif node.type in ("bullet_list", "ordered_list", "blockquote"):
            yield node.type


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("1. a\n2. b\n", ["1@1:a", "2@1:b"]),
        ("7. a\n9. b\n", ["7@1:a", "9@1:b"]),
        ("12.1 a\n12.2 b\n", ["12.1@2:a", "12.2@2:b"]),
        ("12.1. a\nb\n\n12.10 c", ["12.1@2:a b", "12.10@2:c"]),
        ("words\n12.1 a", ["12.1@2:a"]),
        ("12. a\n12.1 b\n13. c", ["12@1:a", "12.1@2:b", "13@1:c"]),
        ("12. a\n    - x\n    - y\n\n    b\n13. c", ["12@1:a / b (bullet_list)", "13@1:c"]),
        ("12. a\n\n    12.1 b\n", ["12@1:a (12.1@2:b)"]),
        ("12.1 a\n   - x\n   - y\n12.2 b", ["12.1@2:a (bullet_list)", "12.2@2:b"]),
        ("- x\n12.1 a", ["bullet_list", "12.1@2:a"]),
        ("> 12.1 a\n", ["blockquote"]),
        ("> a\n12.1 b\n", ["blockquote", "12.1@2:b"]),
        ("12.5% of it\n\n12.5", []),
        ("12.1 a\n\n- x\n\n    1. y", ["12.1@2:a", "bullet_list"]),
        ("1) a", ["1@1:a"]),
        ("12.1 a\n---\n", ["12.1@2:a"]),
        ("12.1 It cost\n2.5 million.", ["12.1@2:It cost 2.5 million."]),
        ("12.1 We met at\n4.15 p.m.\n12.2 b", ["12.1@2:We met at 4.15 p.m.", "12.2@2:b"]),
        ("9. a\n    - 9.30 Coffee\n9.1 b", ["9@1:a (bullet_list)", "9.1@2:b"]),
        ("It cost\n2.5 million.", []),
        ("12.1 One.\n12.3 Three.", ["12.1@2:One.", "12.3@2:Three."]),
        ("12.4 a\n12.4.1 b\n12.5 c\n13.1 d", ["12.4@2:a", "12.4.1@3:b", "12.5@2:c", "13.1@2:d"]),
    ],
)
def test_outline(markdown, problems, text: str, tree: list[str]) -> None:  # type: ignore[no-untyped-def]
    prose, report = markdown(text, numbered=True)
    assert problems(report) == []
    assert list(outline(prose.children)) == tree
    printed = [number.number for number in prose.numbers]
    lines = text.split("\n")
    for number in prose.numbers:
        start = number.span.start
        assert start is not None
        assert lines[start.line - 1][start.column - 1 :].startswith(number.number)
    assert len(printed) == str(tree).count("@")


def test_same_number_twice(markdown, problems) -> None:  # type: ignore[no-untyped-def]
    _, report = markdown("12.3 a\n\nwords.\n12.3 B\n\n12.30 c", numbered=True)
    assert problems(report) == ["E-PARA 4:1"]
    assert next(iter(report)).message == "Paragraph 12.3 appears twice (lines 1 and 4)."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("5. They agreed to:\n\n6. b\n\nThey are:\n\n1. x\n2. y\n\n7. c\n\nAnd:\n\n1. x\n2. y",
         "Paragraphs 1 to 2 appear twice (lines 7 and 14).",
         "Indent the list by 3 spaces if it belongs to paragraph 7."),
        ("1. a\n2. b\n\n# B\n\n1. a\n2. b",
         "Paragraphs 1 to 2 appear twice (lines 1 and 6).",
         "If the paper counts from 1 again in each part, write 'numbered: no' in its front matter."),
    ],
)  # fmt: skip
def test_one_message_for_numbers_that_begin_again(markdown, text, message, hint) -> None:  # type: ignore[no-untyped-def]
    (found,) = markdown(text, numbered=True)[1]
    assert (found.code, found.message, found.hint) == ("E-PARA", message, hint)


def test_other_documents_are_left_alone(markdown) -> None:  # type: ignore[no-untyped-def]
    prose, _ = markdown("12. a\n12.1 b\n")
    assert [node.type for node in prose.children] == ["ordered_list"]
    assert prose.numbers == ()


def test_only_numbered_documents(hub) -> None:  # type: ignore[no-untyped-def]
    fields = """---
title: Paper
date: 2012-05-01
summary: A summary that is long enough to be shown in lists, and says something.
kind: {kind}
short_title: Paper
publisher: lga
issued: 2012-05
stance: record
held: full
---
1. First
"""
    content, report = hub(
        {
            f"documents/{kind}.md": fields.format(kind=kind)
            for kind in ("committee-report", "briefing")
        }
    )
    assert not list(report)
    assert [len(entry.prose.numbers) for entry in content.entries] == [0, 1]
