"""CommonMark, judged by a second parser: comrak and this room find the same structure and words.

Compared are words, links, headings, lists, quotations and code, not HTML, which another room makes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

import comrak
import pytest

from cbsite.read.nodes import Node

TAGS = {
    "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "blockquote": "blockquote", "emphasis": "em",
    "strong": "strong", "code": "code", "code_block": "code", "thematic_break": "hr", "hard_break": "br",
}  # fmt: skip


class Outline(HTMLParser):
    """The events of a page of HTML: elements that matter, and runs of words."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "a":
            self.events.append(f"<a {unquote(known.get('href') or '')} {known.get('title') or ''}>")
        elif tag == "img":
            self.events.append(
                f"<img {unquote(known.get('src') or '')} {known.get('title') or ''}>{known.get('alt')}"
            )
        elif tag == "ol":
            self.events.append(f"<ol {known.get('start', '1')}>")
        elif tag in TAGS.values() or tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.events.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" or (tag in TAGS.values() and tag not in ("hr", "br")):
            self.events.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.events.append(data)


def events(node: Node) -> Iterator[str]:
    tag = TAGS.get(node.type)
    if node.type == "heading":
        tag = f"h{node.get('level')}"
        yield f"<{tag}>"
        tag = None
    elif node.type == "link":
        tag = "a"
        yield f"<a {unquote(node.get('href'))} {node.get('title')}>"
    elif node.type == "image":
        yield f"<img {unquote(node.get('src'))} {node.get('title')}>{node.text}"
        return
    elif node.type == "ordered_list":
        yield f"<ol {node.get('start')}>"
    elif node.type == "soft_break":
        yield "\n"
    elif tag:
        yield f"<{tag}>"
    yield node.text
    for child in node.children:
        yield from events(child)
    if tag and tag not in ("hr", "br"):
        yield f"</{tag}>"


def joined(parts: Iterator[str] | list[str]) -> str:
    return " ".join("".join(parts).split())


WRITTEN = [
    "# A\n\n## B #\n\nC\n===\n\nD\n---",
    "a *b* **c** ***d*** _e_ __f__ a*b*c a_b_c *a **b** c* **a *b* c**",
    "* a\n* b\n\n  c\n- d\n1. e\n2. f\n10) g",
    "> a\nb\n> - c\nd\n\n> e",
    "    code\n\n\ta\n\n```x\n<b> *c*\n```\n~~~\na\n~~~",
    "[a](b) [c](<d e> 'f') [g][h] [h] [h][] ![i](j \"k\")\n\n[h]: l (m)",
    "[a](b(c)d) [a](b\\)c) [a]( ) [a](<>) [*a*](b) [[a](b)](c) ![[a](b)](c)",
    "a\\*b \\[c](d) &amp; &copy; &#35; &nope; `` `a` `` `a\nb`",
    "***\n---\n_ _ _\n\n- - -\n\na\n***",
    "1. a\n\n   b\n\n       c\n2. d\n   - e\n     f\n\n   g",
    "- a\n - b\n  - c\n   - d\n    - e",
    "-\n  a\n-\n\n  b\n- \n\n1.\n   a",
    "a  \nb\\\nc\nd   ",
    "> > a\n> b\n>\n> > c",
    "- ```\n  a\n  ```\n- > b\n  c",
    "[a]: b\n\n[A] [a]\n\n> [c]: d\n\n[c]",
    '**a*b**c* *a**b*c** _a__b_ *(a)* **"a"** *a*b',
    "10. a\n11. b\n\n0. c\n\n-1. d",
    "#a\n\n####### b\n\n#\n\n# a \\#\n\n   # b\n\n    # c",
]
PIECES = [
    "a", "b c", " ", "  ", "\n", "\n\n", "- ", "* ", "1. ", "2. ", "> ", "# ", "## ", "    ", "`", "``", "*", "**", "_",
    "[a](b)", "[", "]", "(c)",
    "![d](e)", "[r]", "\n\n[r]: /u 't'\n\n", "\\", "&amp;", "\n---\n", "\n===\n", "```\n", "é", ".",
]  # fmt: skip


def same(markdown, text: str) -> None:  # type: ignore[no-untyped-def]
    outline = Outline()
    outline.feed(comrak.render_markdown(text))
    prose, _ = markdown(text)
    ours = joined(part for node in prose.children for part in ("\n", *events(node)))
    theirs = joined(outline.events)
    strip = str.maketrans("", "", " \n")
    assert ours.translate(strip) == theirs.translate(strip), text


@pytest.mark.parametrize("text", WRITTEN)
def test_written(markdown, text: str) -> None:  # type: ignore[no-untyped-def]
    same(markdown, text)


@pytest.mark.parametrize("seed", range(20))
def test_generated(markdown, seed: int) -> None:  # type: ignore[no-untyped-def]
    chance = random.Random(seed)
    for _ in range(30):
        same(markdown, "".join(chance.choices(PIECES, k=chance.randint(1, 14))))


def test_every_word_is_in_the_tree(markdown) -> None:  # type: ignore[no-untyped-def]
    text = """# w0

- w1
  > w2
- [ ] w3

| w4 | b |
|----|---|
| `w5` | **w6** |

> [!TIP]
> w7 [w8](x) ![w9](y)

w10
: w11

[^a]: w12, which nothing refers to

<div>w13</div>

```
w14
```
"""
    prose, _ = markdown(text)
    words = " ".join(node.words() for node in prose.children)
    assert [n for n in range(15) if f"w{n}" not in words] == []
