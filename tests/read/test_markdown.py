"""Markdown as a tree: every kind of node, with its attributes."""

from __future__ import annotations

import pytest

from cbsite.read.nodes import Node


def shape(node: Node) -> str:
    """A node in one line: `heading[level=2 id=a]("A")`."""
    attrs = " ".join(f"{key}={value}" for key, value in node.attrs)
    inside = ", ".join(shape(child) for child in node.children)
    words = f'"{node.text}"' if node.text else ""
    return (
        node.type
        + (f"[{attrs}]" if attrs else "")
        + (f"({words}{inside})" if words or inside else "")
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Hi", 'paragraph(text("Hi"))'),
        ("a\nb\\\nc", 'paragraph(text("a"), soft_break, text("b"), hard_break, text("c"))'),
        ("## A *b*", 'heading[level=2 id=a-b](text("A "), emphasis(text("b")))'),
        ("**a** ~~b~~ `c`", 'paragraph(strong(text("a")), text(" "), strikethrough(text("b")), text(" "), code("c"))'),
        ("- a\n- b", 'bullet_list[tight=true](list_item(paragraph(text("a"))), list_item(paragraph(text("b"))))'),
        ("- a\n\n- b", 'bullet_list[tight=false](list_item(paragraph(text("a"))), list_item(paragraph(text("b"))))'),
        ("3. a", 'ordered_list[tight=true start=3](list_item(paragraph(text("a"))))'),
        ("- [ ] a\n- [x] b", 'bullet_list[tight=true](list_item[task=open](paragraph(text("a"))), '
         'list_item[task=done](paragraph(text("b"))))'),
        ("> a", 'blockquote(paragraph(text("a")))'),
        ("> [!NOTE]\n> a", 'alert[kind=note](paragraph(text("a")))'),
        ("```py x\na\n```", 'code_block[language=py]("a\n")'),
        ("    a", 'code_block[language=]("a\n")'),
        ("---", "thematic_break"),
        ("| a |\n|--:|\n| b |", "table(table_head(table_row(table_cell[header=true align=right](text(\"a\")))), "
         'table_body(table_row(table_cell[align=right](text("b")))))'),
        ("a\n: b", 'definition_list(definition_term(text("a")), definition(text("b")))'),
        ("a[^x]\n\n[^x]: b", 'paragraph(text("a"), footnote_reference[number=1 index=1]) '
         'footnotes(footnote[number=1 back=1](paragraph(text("b"))))'),
        ('[a](b "c")', 'paragraph(link[href=b title=c](text("a")))'),
        ('![a *b*](c "d")', 'paragraph(image[src=c title=d]("a b"))'),
        ("[a]{lang=cy}", 'paragraph(span[lang=cy](text("a")))'),
        ('[a]{lang="cy-GB"}', 'paragraph(span[lang=cy-GB](text("a")))'),
        ("[a]{.b}", 'paragraph(text("[a]{.b}"))'),
        ("GOV.UK README.md", 'paragraph(text("GOV.UK README.md"))'),
        ("www.gov.uk", 'paragraph(link[href=http://www.gov.uk](text("www.gov.uk")))'),
        ("<https://a.uk/b>", 'paragraph(link[href=https://a.uk/b](text("https://a.uk/b")))'),
        ("a <!-- b --> c", 'paragraph(text("a  c"))'),
        ("<!-- a\n\nb -->\nc", 'paragraph(text("c"))'),
        ("&amp; \\* &pound;", 'paragraph(text("& * £"))'),
    ],
)  # fmt: skip
def test_tree(markdown, problems, text: str, tree: str) -> None:  # type: ignore[no-untyped-def]
    prose, report = markdown(text)
    assert problems(report) == []
    assert " ".join(shape(node) for node in prose.children) == tree


@pytest.mark.parametrize(
    ("text", "places", "tree"),
    [
        ("a <b>c</b>", ["E-HTML 1:3"], 'paragraph(text("a <b>c</b>"))'),
        (
            "\n<div>\na\n</div>",
            ["E-HTML 2:1"],
            'paragraph(text("<div>"), soft_break, text("a"), soft_break, text("</div>"))',
        ),
        ("<!-- a", ["E-HTML 1:1"], 'paragraph(text("<!-- a"))'),
        ("<!-- a --> words", ["E-HTML 1:1"], 'paragraph(text("words"))'),
        (
            "a\n[b]{lang=q!}",
            ["E-VALUE 2:1"],
            'paragraph(text("a"), soft_break, span[lang=q!](text("b")))',
        ),
        ("a[^x]\n\n[^x]: b\n\n[^x]: c", ["E-VALUE 5:1"], None),
        (
            "a\n\n[^x]: b",
            ["W-FOOTNOTE 3:1"],
            'paragraph(text("a")) footnotes(footnote[number=1 back=0](paragraph(text("b"))))',
        ),
        ("`a\u202eb` \u05d0", ["E-VALUE 1:1"], None),
        ("[a](b\u202ec) \u05d0", ["E-VALUE 1:1"], None),
        ("`a&#x202e;b`", [], None),
        ("[a](b&#x202e;c)", ["E-VALUE 1:1"], None),
        ("a &#0; b", ["E-VALUE 1:1"], None),
        ("a \0 b", [], None),
        ("a \ufffd b", [], None),
        ("> " * 100 + "a", ["E-DEPTH 1:1"], None),
        ("\n".join("  " * i + "- a" for i in range(60)), ["E-DEPTH 30:59"], None),
        ("*a **a " * 200 + "b" + " a** a*" * 200, ["E-DEPTH 1:1"], None),
        ("x\n\n" + "![" * 20 + "a" + "](b)" * 20, ["E-DEPTH 3:1"], None),
        ("[a]: " + "x" * 2000 + "\n\n" + "[a] " * 2000, ["E-DEPTH 1:1"], None),
    ],
)
def test_reported(markdown, problems, text: str, places: list[str], tree: str | None) -> None:  # type: ignore[no-untyped-def]
    prose, report = markdown(text)
    assert problems(report) == places
    if tree is not None:
        assert " ".join(shape(node) for node in prose.children) == tree


def test_heading_anchors(markdown) -> None:  # type: ignore[no-untyped-def]
    text = "# Café's plan\n\n# A\n\n# A\n\nA\n---\n\n# A 2\n\n# 予算\n\n# Para 12 1\n"
    prose, _ = markdown(text)
    assert [heading.id for heading in prose.headings] == [
        "cafes-plan", "a", "a-2", "a-3", "a-2-2", "section", "section-para-12-1",
    ]  # fmt: skip
    assert [heading.span.start.line for heading in prose.headings if heading.span.start] == [
        1,
        3,
        5,
        7,
        10,
        12,
        14,
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("a [b](c) d", [("c", "b", "[b](c)", "c")]),
        (
            "[](figure:councils-phase-1)",
            [
                (
                    "figure:councils-phase-1",
                    "",
                    "[](figure:councils-phase-1)",
                    "figure:councils-phase-1",
                )
            ],
        ),
        (
            "x\ny [p](paragraph:doc#12.1)",
            [("paragraph:doc#12.1", "p", "[p](paragraph:doc#12.1)", "paragraph:doc#12.1")],
        ),
        ("> - a\n>   [b](c)", [("c", "b", "[b](c)", "c")]),
        ("| a | a |\n|---|---|\n| [b](c) | [b](c) |", [("c", "b", "[b](c)", "c")] * 2),
        ("# A [b](c) #", [("c", "b", "[b](c)", "c")]),
        ("[b][r]\n\n[r]: c", [("c", "b", "[b][r]", None)]),
        ("[r]\n\n[r]: c", [("c", "r", "[r]", None)]),
        (
            "![a b](a%20caf%C3%A9.jpg 't')",
            [("a café.jpg", "a b", "![a b](a%20caf%C3%A9.jpg 't')", "a%20caf%C3%A9.jpg")],
        ),
        ("[a](<a b.pdf>)", [("a b.pdf", "a", "[a](<a b.pdf>)", "a b.pdf")]),
        ("[a](café.pdf)", [("café.pdf", "a", "[a](café.pdf)", "café.pdf")]),
        ("[a](java%73cript:x)", [("java%73cript:x", "a", "[a](java%73cript:x)", "java%73cript:x")]),
        ("[a](javascript:x)", [("javascript:x", "a", "[a](javascript:x)", "javascript:x")]),
        ("[![a](b)](c)", [("c", "a", "[![a](b)](c)", "c"), ("b", "a", "![a](b)", "b")]),
        (
            "see https://a.uk/b?c=d now",
            [
                (
                    "https://a.uk/b?c=d",
                    "https://a.uk/b?c=d",
                    "https://a.uk/b?c=d",
                    "https://a.uk/b?c=d",
                )
            ],
        ),
        ("é😀 **x [b](c)**", [("c", "b", "[b](c)", "c")]),
        ("\t[b](c)", []),
        ("- a\n\n\t[b](c)", [("c", "b", "[b](c)", "c")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n\n[b](c)", [("c", "b", "[b](c)", "c")]),
    ],
)
def test_links(markdown, text: str, links: list[tuple[str, str, str, str | None]]) -> None:  # type: ignore[no-untyped-def]
    prose, _ = markdown(text)
    seen = []
    lines = text.split("\n")
    for link in prose.links:
        pieces: list[str | None] = []
        for span in (link.span, link.target_span):
            if span is None:
                pieces.append(None)
                continue
            assert span.start is not None
            assert span.end is not None
            pieces.append(lines[span.start.line - 1][span.start.column - 1 : span.end.column - 1])
        seen.append((link.target, link.words, *pieces))
    assert seen == links


def test_blocks(markdown, problems) -> None:  # type: ignore[no-untyped-def]
    prose, report = markdown(
        "a\n\n```figures\nfigures: [a, b]\n```\n\n"
        "- x\n\n  ```table\n  caption: C\n  columns: [a, b]\n  rows:\n    - [c, d]\n  ```\n"
    )
    assert problems(report) == []
    assert [(block.word, block.fields.model_dump()) for block in prose.blocks] == [
        ("figures", {"topic": None, "figures": ("a", "b")}),
        ("table", {"caption": "C", "columns": ("a", "b"), "rows": (("c", "d"),)}),
    ]
    places = {loc: span.start for loc, span in prose.blocks[1].where}
    assert places["caption",] is not None
    assert (places["caption",].line, places["caption",].column) == (10, 12)
    assert (places["rows", 0, 1].line, places["rows", 0, 1].column) == (13, 11)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("```figures\nfigures: [A]\n```", ["E-VALUE 2:11"]),
        ("> ```figures\n> topc: a\n> ```", ["E-KEY 2:3", "E-VALUE 2:3"]),
        ("```figures\n```", ["E-VALUE 1:1"]),
        ("```figures\nwords\n```", ["E-TYPE 1:1"]),
        ("```figures\na: b: c\n```", ["E-KEY 2:1", "E-YAML-COLON 2:5"]),
    ],
)
def test_wrong_blocks(markdown, problems, text: str, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    prose, report = markdown(text)
    assert [place for place in problems(report) if place in places] == problems(report)
    assert problems(report)
    assert not prose.blocks
    assert any(node.type == "code_block" or node.children for node in prose.children)


def test_empty_cells_of_a_table_block(markdown, problems) -> None:  # type: ignore[no-untyped-def]
    table = "```table\ncaption: C\ncolumns: [a, b]\nrows:\n  - [c, '']\n  - [d, e]\n```\n"
    prose, report = markdown(table)
    assert problems(report) == []
    assert prose.blocks[0].fields.rows == (("c", ""), ("d", "e"))
    _, report = markdown(table.replace("[d, e]", '["", e]'))
    assert problems(report) == ["E-VALUE 6:6"]
    assert next(iter(report)).message == "The first cell of the row is empty."
    _, report = markdown(table.replace("[d, e]", "[d]"))
    assert problems(report) == ["E-VALUE 6:5"]


@pytest.mark.parametrize(
    ("opening", "body", "near", "place"),
    [
        ("```figure", "figures: [a]", "figures", "E-BLOCK 1:4"),
        ("``` Figures", "topic: a\nwrong: b", "figures", "E-BLOCK 1:5"),
        ("~~~tables", "caption: C\nrows: []", "table", "E-BLOCK 1:4"),
        ("```time-line", "places: [essex]", "timeline", "E-BLOCK 1:4"),
        ("> ```tables", "caption: C", "table", "E-BLOCK 1:6"),
    ],
)
def test_a_block_whose_word_is_misspelt(  # type: ignore[no-untyped-def]
    markdown, problems, opening: str, body: str, near: str, place: str
) -> None:
    quote = "> " if opening[0] == ">" else ""
    fence = opening.strip("> ")[:3]
    prose, report = markdown(f"{opening}\n{quote}{body}\n{quote}{fence}\n")
    assert problems(report) == [place]
    (diagnostic,) = report
    assert diagnostic.hint == f"Write {near} if you mean that block."
    assert not diagnostic.safe
    assert [edit.replacement for edit in diagnostic.edits] == [near]
    assert not prose.blocks
    assert prose.children[0].type == ("blockquote" if quote else "code_block")


@pytest.mark.parametrize(
    "text",
    [
        "```figure\nwords: a\n```",
        "```figure\nfigures\n```",
        "```figure\na: b: c\n```",
        "```asks\nrows: [a]\n```",
        "```progress\nprogrammes: [a]\n```",
        "```python\ncaption: str\n```",
    ],
)
def test_other_code_is_code(markdown, problems, text: str) -> None:  # type: ignore[no-untyped-def]
    assert problems(markdown(text)[1]) == []


HEAD = "| a | b |\n|---|---|\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (HEAD + "| c | d | e |\n| f | g |", ["E-CELLS 3:1"]),
        (HEAD + "| c |\n| d | e | f | g |", ["E-CELLS 4:1"]),
        (HEAD + "c | d | e", ["E-CELLS 3:1"]),
        (HEAD + "| c | `d|e` |", ["E-CELLS 3:1"]),
        (HEAD + "| c | `d\\|e` |\n| f \\| g | h |", []),
        (HEAD + "| c | |\n| d\n|", []),
        ("> " + HEAD.replace("\n|-", "\n> |-") + "> | c | d | e |", ["E-CELLS 3:1"]),
        ("- " + HEAD.replace("\n|-", "\n  |-") + "  | c | d | e |", ["E-CELLS 3:3"]),
    ],
)
def test_no_cell_is_lost(markdown, problems, text: str, places: list[str]) -> None:  # type: ignore[no-untyped-def]
    _, report = markdown(text)
    assert problems(report) == places


def test_a_lost_cell_is_told(markdown) -> None:  # type: ignore[no-untyped-def]
    (diagnostic,) = markdown(HEAD + "| c | d | e |")[1]
    assert diagnostic.message == "The row has 3 cells, but the table has 2 columns."
