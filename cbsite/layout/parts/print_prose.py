"""Prose as HTML: a resolved tree of nodes in, markup out. No template has a say in it, but in the blocks inside.

Every word and attribute is escaped here, addresses outside a short list of schemes are dropped
(they were checked before; a second lock costs nothing), and no style, script or event attribute is
ever written. How it looks is in `templates/assets/style.css`, part 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from cbsite.read.nodes import Node, is_gap, paragraph_anchor

_INLINE = {
    "text", "soft_break", "hard_break", "emphasis", "strong", "strikethrough", "code", "link",
    "image", "span", "footnote_reference",
}  # fmt: skip
_TAGS = {"emphasis": "em", "strong": "strong", "strikethrough": "del"}
_ALERTS = ("note", "tip", "important", "warning", "caution")
_ALIGN = {"left": "al", "center": "ac", "right": "ar"}
_CODES = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;"))
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LINKS = frozenset({"http:", "https:", "mailto:", "tel:"})
_IMAGES = frozenset({"http:", "https:"})

_SIZES = "(min-width: 48rem) 43rem, 100vw"
"""How wide a picture shows, for browsers to choose among its copies: the measure of reading."""
_BLANKS = re.compile(r"[\x00-\x20\x7f]")
_BLOCK = re.compile("\0([0-9]+)\0")
"""What stands for a block: CommonMark knows no text with this character."""
_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.-]+")


def escape(text: str) -> str:
    """Text as markup; `markupsafe.escape` for what is known to be text and goes into more of it."""
    for sign, code in _CODES:
        text = text.replace(sign, code)
    return text


def print_prose(nodes: tuple[Node, ...]) -> tuple[str | int, ...]:
    """HTML of `nodes`, and between it the indexes of the blocks embedded in them."""
    html = _Printer().flow(nodes)
    parts = (int(part) if at % 2 else part for at, part in enumerate(_BLOCK.split(html)))
    return tuple(part for part in parts if part != "")


def safe_address(address: str, schemes: frozenset[str] = _LINKS) -> str:
    """`address` if it is relative or of an allowed scheme, else nothing."""
    scheme = _SCHEME.match(_BLANKS.sub("", address))
    return address.strip() if scheme is None or scheme.group().lower() in schemes else ""


def _attributes(**values: str) -> str:
    """Attributes as markup, without the empty ones; `class_` is written `class`."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in values.items()
        if value
    )


class _Printer:
    """Writes one text: knows which table it is at, and whether it stands inside a link."""

    def __init__(self) -> None:
        self.tables = 0
        self.in_link = False
        self.after_link: list[str] = []

    # ---- blocks ----

    def flow(self, nodes: Iterable[Node], tight: bool = False) -> str:
        """Blocks one a line; words that stand between blocks become paragraphs of their own."""
        parts: list[str] = []
        for inline, run in groupby(nodes, lambda node: node.type in _INLINE):
            if inline:
                words = self.inline(run)
                parts.append(words if tight else f"<p>{words}</p>")
            else:
                parts += [self.blocklevel(node, tight) for node in run]
        return "\n".join(part for part in parts if part)

    def blocklevel(self, node: Node, tight: bool = False) -> str:
        match node.type:
            case "paragraph":
                return self.paragraph(node, tight)
            case "heading":
                return self.heading(node)
            case "bullet_list" | "ordered_list":
                return self.list(node)
            case "list_item":
                return self.list_item(node, tight)
            case "alert":
                return self.alert(node)
            case "code_block":
                return self.code_block(node)
            case "thematic_break":
                return "<hr>"
            case "table":
                return self.table(node)
            case "footnotes":
                return self.footnotes(node)
            case "numbered_paragraph":
                return self.numbered(node)
            case "block":
                return f"\0{int(node.get('index'))}\0"
            case "definition_list":
                return f"<dl>\n{self.flow(node.children)}\n</dl>"
            case "definition_term":
                return f"<dt>{self.inline(node.children)}</dt>"
            case "definition":
                tight = len(node.children) == 1
                return f"<dd>{self.flow(node.children, tight)}</dd>"
            case "blockquote":
                return f"<blockquote>\n{self.flow(node.children)}\n</blockquote>"
            case _:
                return self.flow(node.children)

    def paragraph(self, node: Node, tight: bool) -> str:
        alone = node.children[0] if len(node.children) == 1 else None
        if alone is not None and alone.type == "image" and alone.get("title"):
            caption = escape(alone.get("title"))
            picture = self.image(alone, captioned=True)
            return f"<figure>{picture}<figcaption>{caption}</figcaption></figure>"
        words = self.inline(node.children)
        if is_gap(node):
            return f'<p class="gap">{words}</p>'
        return words if tight or not words else f"<p>{words}</p>"

    def heading(self, node: Node) -> str:
        """A heading of level 2 to 6: the page's title is the only h1."""
        words = self.inline(node.children)
        if not node.words().strip():
            return ""
        level = min(max(int(node.get("level", "2")), 2), 6)
        attributes = _attributes(id=node.get("id"), class_="bar" if level == 2 else "")
        return f"<h{level}{attributes}>{words}</h{level}>"

    def list(self, node: Node) -> str:
        tight = node.get("tight") == "true"
        tasks = any(child.get("task") for child in node.children)
        items = "\n".join(self.list_item(child, tight) for child in node.children)
        if node.type == "bullet_list":
            return f"<ul{_attributes(class_='tasks' if tasks else '')}>\n{items}\n</ul>"
        start = node.get("start", "1")
        number = start if start.isdecimal() and start != "1" else ""
        return f"<ol{_attributes(start=number, class_='tasks' if tasks else '')}>\n{items}\n</ol>"

    def list_item(self, node: Node, tight: bool) -> str:
        content = self.flow(node.children, tight)
        task = node.get("task")
        if not task:
            return f"<li>{content}</li>"
        label, checked = ("Done", " checked") if task == "done" else ("To do", "")
        box = f'<input type="checkbox" disabled aria-label="{label}"{checked}>'
        return f'<li class="task">{box}<div>{content}</div></li>'

    def alert(self, node: Node) -> str:
        kind = node.get("kind")
        kind = kind if kind in _ALERTS else "note"
        lead = f'<p class="lead">{kind.capitalize()}</p>'
        words = self.flow(node.children)
        return f'<div class="notice alert alert-{kind}" role="note">\n{lead}\n{words}\n</div>'

    def code_block(self, node: Node) -> str:
        language = _LANGUAGE.match(node.get("language").strip())
        name = _attributes(class_=f"language-{language.group()}" if language else "")
        return f'<pre tabindex="0"><code{name}>{escape(node.text)}</code></pre>'

    def table(self, node: Node) -> str:
        """A table in a frame of its own that scrolls when the page is too narrow for it."""
        self.tables += 1
        heads = [cell.words().strip() for cell in _cells(node) if cell.get("header") == "true"]
        label = f"Table {self.tables}: {', '.join(filter(None, heads))}".rstrip(": ")
        body = "\n".join(self.table_part(part) for part in node.children)
        frame = _attributes(class_="scroll", role="region", tabindex="0", aria_label=label)
        return f'<div{frame}>\n<table class="tbl">\n{body}\n</table>\n</div>'

    def table_part(self, node: Node) -> str:
        tag = "thead" if node.type == "table_head" else "tbody"
        rows = "\n".join(
            f"<tr>{''.join(self.table_cell(cell) for cell in row.children)}</tr>"
            for row in node.children
        )
        return f"<{tag}>\n{rows}\n</{tag}>" if rows else ""

    def table_cell(self, node: Node) -> str:
        words = self.inline(node.children)
        align = _attributes(class_=_ALIGN.get(node.get("align"), ""))
        if node.get("header") == "true" and words:
            return f'<th scope="col"{align}>{words}</th>'
        return f"<td{align}>{words}</td>"

    def footnotes(self, node: Node) -> str:
        notes = "\n".join(self.footnote(note) for note in node.children)
        attributes = 'class="footnotes" role="doc-endnotes" aria-label="Footnotes"'
        return f"<section {attributes}>\n<ol>\n{notes}\n</ol>\n</section>"

    def footnote(self, node: Node) -> str:
        number = node.get("number")
        back = "".join(
            f" <a{_attributes(class_='back', href=f'#fnref_{number}_{index}')}"
            f' role="doc-backlink"{_attributes(aria_label=_back_label(number, index))}>↩</a>'
            for index in range(1, int(node.get("back", "1")) + 1)
        )
        *before, last = node.children or (Node("paragraph"),)
        if last.type == "paragraph":
            words = self.flow(before)
            words += f"{chr(10) if words else ''}<p>{self.inline(last.children)}{back}</p>"
        else:
            words = f"{self.flow(node.children)}\n<p>{back.strip()}</p>"
        value = number if number.isdecimal() else ""
        return f"<li{_attributes(id=f'fn_{number}', value=value)}>{words}</li>"

    def numbered(self, node: Node) -> str:
        number = node.get("number")
        anchor = paragraph_anchor(number)
        sub = " sub" if node.get("depth") == "2" else ""
        link = _attributes(class_="pn", href=f"#{anchor}", aria_label=f"Paragraph {number}")
        body = self.flow(node.children)
        return (
            f"<div{_attributes(class_=f'para{sub}', id=anchor)}>"
            f"<a{link}>{escape(number)}</a>\n<div>{body}</div></div>"
        )

    # ---- words ----

    def inline(self, nodes: Iterable[Node]) -> str:
        return "".join(map(self.word, nodes))

    def word(self, node: Node) -> str:
        match node.type:
            case "text":
                return escape(node.text)
            case "soft_break":
                return "\n"
            case "hard_break":
                return "<br>\n"
            case "code":
                return f"<code>{escape(node.text)}</code>"
            case "emphasis" | "strong" | "strikethrough":
                tag = _TAGS[node.type]
                return f"<{tag}>{self.inline(node.children)}</{tag}>"
            case "link":
                return self.link(node)
            case "image":
                return self.image(node)
            case "span":
                return self.span(node)
            case "footnote_reference":
                return self.reference(node)
            case _:
                return escape(node.words())

    def link(self, node: Node) -> str:
        """A link; marks of notes inside it follow it, as a link must not hold another."""
        address = safe_address(node.get("href"))
        if not address or self.in_link:
            return self.inline(node.children)
        self.in_link = True
        words = self.inline(node.children) or escape(address)
        self.in_link = False
        marks, self.after_link = "".join(self.after_link), []
        kind = "term" if node.get("class") == "term" else ""
        attributes = _attributes(class_=kind, href=address, title=node.get("title"))
        return f"<a{attributes}>{words}</a>{marks}"

    def image(self, node: Node, captioned: bool = False) -> str:
        address = safe_address(node.get("src"), _IMAGES)
        if not address:
            return escape(node.text)
        size = {name: node.get(name) for name in ("width", "height") if node.get(name).isdecimal()}
        title = "" if captioned else node.get("title")
        copies = {"srcset": node.get("srcset"), "sizes": _SIZES if node.get("srcset") else ""}
        image = (
            f'<img{_attributes(src=address, **copies)} alt="{escape(node.text)}"'
            f'{_attributes(title=title, **size)} loading="lazy" decoding="async">'
        )
        if not node.get("webp"):
            return image
        webp = _attributes(type="image/webp", srcset=node.get("webp"), sizes=_SIZES)
        return f"<picture><source{webp}>{image}</picture>"

    def span(self, node: Node) -> str:
        words = self.inline(node.children)
        if not node.children:
            words = escape(node.text)
        if node.get("class") == "expansion":
            return f'<span class="quiet">{words}</span>'
        if node.get("class") != "fm":
            language = node.get("lang")
            return f"<span{_attributes(lang=language)}>{words}</span>" if language else words
        number, index = node.get("note"), node.get("index", "1")
        if not number:
            return f'<span class="fm">{words}</span>'
        link = _attributes(
            href=f"#note_{number}",
            id=f"ref_{number}_{index}",
            aria_label=node.get("label") or f"Source {number}",
        )
        self.mark(f'<sup class="src" data-pagefind-ignore><a{link}>{escape(number)}</a></sup>')
        value = f'<span class="fm"{_attributes(id=f"fm_{number}_{index}")}>{words}</span>'
        return value + self.marks_here()

    def reference(self, node: Node) -> str:
        number, index = node.get("number"), node.get("index", "1")
        link = _attributes(
            href=f"#fn_{number}",
            id=f"fnref_{number}_{index}",
            role="doc-noteref",
            aria_label=f"Footnote {number}",
        )
        self.mark(f'<sup class="src fn" data-pagefind-ignore><a{link}>{escape(number)}</a></sup>')
        return self.marks_here()

    def mark(self, markup: str) -> None:
        self.after_link.append(markup)

    def marks_here(self) -> str:
        """The marks that may be written now: none inside a link."""
        if self.in_link:
            return ""
        marks, self.after_link = "".join(self.after_link), []
        return marks


def _cells(table: Node) -> Iterable[Node]:
    return (cell for part in table.children for row in part.children for cell in row.children)


def _back_label(number: str, index: int) -> str:
    again = f", mention {index}" if index > 1 else ""
    return f"Back to the text of footnote {number}{again}"
