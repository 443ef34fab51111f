"""All that is looked for in a text when its tree is built: what is no mistake to Markdown, but to people."""

from __future__ import annotations

from collections.abc import Mapping

from cbsite.diagnostics import Report, Source
from cbsite.read.build_tree import TreeBuilder
from cbsite.read.bullets import may_have_bullets, report_bullets
from cbsite.read.footnotes import report_no_text, report_unused
from cbsite.read.leftovers import may_hold_leftovers, report_redirects, report_words
from cbsite.read.link_marks import labels_in, report_hidden_lines, report_link_marks
from cbsite.read.notices import report_notices
from cbsite.read.odd_characters import report_no_break_spaces, report_unseen
from cbsite.read.odd_marks import report_odd_marks, report_open_comment, report_underlined
from cbsite.read.tabs import report_tabs
from cbsite.read.word_tags import report_tags


def look_through(
    source: Source,
    first: int,
    builder: TreeBuilder,
    environment: Mapping[str, object],
    report: Report,
) -> None:
    """Report marks that stand for nothing, and what other programs have left in the text."""
    references = environment.get("references")
    known: Mapping[str, object] = references if isinstance(references, Mapping) else {}
    labels = labels_in(source, known) if known else ()
    report_hidden_lines(source, known, builder.found.links, report)
    meant: set[str] = set()
    # Most texts hold no sign of most mistakes, so that it need not be looked for in each stretch.
    words = "\n".join(stretch.content for stretch in builder.stretches)
    may_have_tags = "<" in words or "{" in words
    may_have_leftovers = may_hold_leftovers(words)
    may_have_notices = "!" in words
    may_have_tabs = "\t" in words
    for stretch in builder.stretches:
        if may_have_tags:
            report_tags(stretch, report)
            report_open_comment(stretch, report)
        if may_have_leftovers:
            report_words(stretch, report)
        if stretch.type == "paragraph":
            if may_have_notices:
                report_notices(stretch, report)
            report_odd_marks(stretch, builder.numbered, report)
        if may_have_tabs:
            report_tabs(stretch, report)
        # Where part of the text is swallowed, what marks refer to may only be hidden.
        if not builder.swallowed and "[" in stretch.content and stretch.may_have_in_plain("["):
            report_link_marks(stretch, labels, report)
            meant |= report_no_text(stretch, builder.notes, report)
    bullets = (
        report_bullets(source, builder.stretches, report)
        if may_have_bullets(words)
        else frozenset[int]()
    )
    if not source.text.isascii():
        report_no_break_spaces(builder.stretches, bullets, report)
        report_unseen(source, first, builder.block_lines, report)
    report_underlined(source, builder.underlined, report)
    report_redirects(builder.found.links, report)
    if not builder.swallowed:
        notes = {label: line for label, (line, _) in builder.notes.items()}
        used = {label for label, (_, times) in builder.found.footnotes.items() if times} | meant
        report_unused(source, notes, used, report)
