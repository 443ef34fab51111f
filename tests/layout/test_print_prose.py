"""Prose as HTML: what each kind of node becomes, and what no text can do."""

from __future__ import annotations

import pytest

from cbsite.layout.parts.print_prose import print_prose, safe_address
from cbsite.read.nodes import Node

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)> &amp; javascript:alert(1)"


def text(words: str) -> Node:
    return Node("text", text=words)


def node(type_: str, *children: Node, text: str = "", **attrs: str) -> Node:
    pairs = tuple((name.rstrip("_"), value) for name, value in attrs.items())
    return Node(type_, pairs, children, text)  # type: ignore[arg-type]


def p(*children: Node) -> Node:
    return node("paragraph", *children)


def html(*nodes: Node) -> str:
    parts = print_prose(nodes)
    return "".join(f"<div>block {part}</div>" if isinstance(part, int) else part for part in parts)


def test_words_and_breaks() -> None:
    tree = p(text("a"), node("soft_break"), node("strong", text("b")), node("hard_break"),
             node("emphasis", text("c")), node("strikethrough", text("d")),
             node("code", text="<e>"))  # fmt: skip
    assert html(tree) == (
        "<p>a\n<strong>b</strong><br>\n<em>c</em><del>d</del><code>&lt;e&gt;</code></p>"
    )


def test_headings_start_at_two_and_are_never_empty() -> None:
    assert html(node("heading", text("A"), level="1", id="a")) == '<h2 id="a" class="bar">A</h2>'
    assert html(node("heading", text("B"), level="3", id="b")) == '<h3 id="b">B</h3>'
    assert html(node("heading", level="2", id="c")) == ""


def test_a_paragraph_that_names_a_gap_is_drawn_as_one() -> None:
    tree = p(node("strong", text("Gap.")), text(" No cost is given."))
    assert html(tree) == '<p class="gap"><strong>Gap.</strong> No cost is given.</p>'


def test_links_need_an_address_of_an_allowed_scheme() -> None:
    assert html(p(node("link", text("x")))) == "<p>x</p>"
    assert html(p(node("link", text("x"), href="../a/#b"))) == '<p><a href="../a/#b">x</a></p>'
    assert html(p(node("link", text("x"), href="javascript:alert(1)"))) == "<p>x</p>"


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "JavaScript:x", "java\tscript:x", " \x01javascript:x", "data:text/html,x",
     "vbscript:x", "blob:x", "file:///x"],
)  # fmt: skip
def test_schemes_that_are_refused(address: str) -> None:
    assert safe_address(address) == ""


def test_a_link_holds_no_other_link() -> None:
    inner = node("footnote_reference", number="1", index="2")
    figure = node("span", text("16"), class_="fm", note="3", index="1", label="Source: a paper")
    markup = html(p(node("link", text("see"), inner, figure, href="x/")))
    assert markup.startswith('<p><a href="x/">see<span class="fm" id="fm_3_1">16</span></a><sup')
    assert markup.index("</a>") < markup.index('href="#fn_1"') < markup.index('href="#note_3"')


def test_figure_marks() -> None:
    mark = node("span", text("over 30"), class_="fm", note="3", index="1", label="Source: LGA")
    assert html(p(mark)) == (
        '<p><span class="fm" id="fm_3_1">over 30</span><sup class="src" data-pagefind-ignore>'
        '<a href="#note_3" id="ref_3_1" aria-label="Source: LGA">3</a></sup></p>'
    )
    assert html(p(node("span", text("4"), class_="fm"))) == '<p><span class="fm">4</span></p>'


def test_language_spans() -> None:
    assert html(p(node("span", text("Cymru"), lang="cy"))) == '<p><span lang="cy">Cymru</span></p>'


def test_tight_and_loose_lists_and_tasks() -> None:
    item = node("list_item", p(text("a")))
    assert html(node("bullet_list", item, tight="true")) == "<ul>\n<li>a</li>\n</ul>"
    assert html(node("ordered_list", item, tight="false", start="4")) == (
        '<ol start="4">\n<li><p>a</p></li>\n</ol>'
    )
    tasks = html(node("bullet_list", node("list_item", p(text("a")), task="done"), tight="true"))
    assert '<input type="checkbox" disabled aria-label="Done" checked>' in tasks


def test_tables_scroll_and_align_by_class() -> None:
    head = node("table_head", node("table_row",
        node("table_cell", text("Place"), header="true"),
        node("table_cell", text("Sum"), header="true", align="right")))  # fmt: skip
    row = node(
        "table_row", node("table_cell", text("A")), node("table_cell", text("1"), align="right")
    )
    markup = html(node("table", head, node("table_body", row)))
    assert 'class="scroll" role="region" tabindex="0" aria-label="Table 1: Place, Sum"' in markup
    assert '<th scope="col" class="ar">Sum</th>' in markup
    assert '<td class="ar">1</td>' in markup
    assert "style=" not in markup


def test_images_alone_with_a_title_are_figures() -> None:
    image = node("image", text="A map", src="map.png", title="Our map")
    assert html(p(image)) == (
        '<figure><img src="map.png" alt="A map" loading="lazy" decoding="async">'
        "<figcaption>Our map</figcaption></figure>"
    )
    assert "<figure>" not in html(p(text("x"), image))
    assert html(p(node("image", text="words", src="data:image/svg+xml,x"))) == "<p>words</p>"


def test_footnotes_lead_there_and_back() -> None:
    markup = html(
        p(node("footnote_reference", number="1", index="2")),
        node("footnotes", node("footnote", p(text("n")), number="1", back="2")),
    )
    assert 'href="#fn_1" id="fnref_1_2" role="doc-noteref"' in markup
    assert '<li id="fn_1" value="1"><p>n <a class="back" href="#fnref_1_1"' in markup
    assert 'href="#fnref_1_2" role="doc-backlink"' in markup


def test_alerts_code_definitions_numbers_and_blocks() -> None:
    assert 'class="notice alert alert-tip" role="note"' in html(
        node("alert", p(text("x")), kind="tip")
    )
    assert html(node("code_block", text="<x>\n", language='py evil"')) == (
        '<pre tabindex="0"><code class="language-py">&lt;x&gt;\n</code></pre>'
    )
    terms = node("definition_term", text("t")), node("definition", p(text("d")))
    assert html(node("definition_list", *terms)) == "<dl>\n<dt>t</dt>\n<dd>d</dd>\n</dl>"
    assert 'class="para sub" id="para-12-1"' in html(
        node("numbered_paragraph", text("x"), number="12.1", depth="2")
    )
    assert html(node("block", index="2")) == "<div>block 2</div>"
    assert html(node("blockquote", p(text("q"))), node("thematic_break")) == (
        "<blockquote>\n<p>q</p>\n</blockquote>\n<hr>"
    )


ATTACKS = [
    p(text(EVIL)),
    p(node("code", text=EVIL)),
    node("code_block", text=EVIL, language=EVIL),
    node("heading", text(EVIL), level="2", id=EVIL),
    p(node("link", text(EVIL), href="x" + EVIL.replace("javascript:", ""), title=EVIL)),
    p(node("image", text=EVIL, src="x" + EVIL.replace("javascript:", ""), title=EVIL, width=EVIL)),
    p(node("span", text(EVIL), lang=EVIL)),
    p(node("span", text(EVIL), class_="fm", note=EVIL, label=EVIL, index=EVIL)),
    p(node("footnote_reference", number=EVIL, index=EVIL)),
    node("footnotes", node("footnote", p(text(EVIL)), number=EVIL, back="1")),
    node("alert", p(text(EVIL)), kind=EVIL),
    node("ordered_list", node("list_item", p(text(EVIL)), task=EVIL), start=EVIL, tight=EVIL),
    node("table", node("table_head", node("table_row",
        node("table_cell", text(EVIL), header="true", align=EVIL)))),
    node("numbered_paragraph", text(EVIL), number=EVIL, depth=EVIL),
]  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda tree: str(tree.type))
def test_nothing_typed_becomes_markup(attack: Node) -> None:
    from html.parser import HTMLParser

    class Watcher(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "script"
            names = [name for name, _ in attrs]
            assert not any(name.startswith("on") or name == "style" for name in names), attrs
            assert len(names) == len(set(names)), attrs
            if tag == "img":
                assert dict(attrs)["loading"] == "lazy"

    Watcher().feed(html(attack))
