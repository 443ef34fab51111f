"""What the author guide says round its tables."""

from __future__ import annotations

from cbsite.records.forms import LONGEST_TITLE, SUMMARY

INTRODUCTION = """\
<!-- Made from cbsite/records by `make docs`. Do not edit: change the descriptions there. -->

# Fields

Every field that you can write, kind by kind. [Writing for a hub](authors.md) says how they work together. This guide is
made from the descriptions in the record types, which also check what you write.

A field that is not needed can be left out; where something else then holds, it stands after "no". An empty field counts
as left out."""

OF_PROSE = """\
Case studies, documents, pages, news and collections have these, and those of [every record](#every-record)."""

SHARED = """\
## Groups of several kinds

Fields that stand together, in more than one of the tables above."""

BLOCKS_ARE = """\
## Blocks

A fenced block in a text: the word stands after the fence, the fields inside."""

FORMS = {
    "text": "words on one line, or on several after `>-`; in quotes if they hold a colon with a space after it, ` #`, "
    "or a mark at the start",
    "text or none": 'the same, or `""` where there are no words on purpose',
    "title": f"a text of {LONGEST_TITLE} characters or fewer, without a full stop",
    "summary": "a text of {} to {} characters: one or two sentences".format(*SUMMARY),
    "id": "small letters, digits and single hyphens between them, such as `greater-manchester`",
    "reference": "a kind, a colon and an id, such as `pilot:whole-place-essex`",
    "word": "one of the words in the table, as it stands there",
    "yes or no": "`yes` or `no`",
    "number": "digits, with a point for parts of one; no commas and no signs but a minus",
    "day": "year, month and day, such as `2012-05-21`",
    "date": "as exact as the source: `2012`, `2012-05`, `2012-05-21`, `2012-05~` for about, `2010-11-15/2010-11-16`; "
    "or a [group of fields](#partial-date)",
    "file": "the path from this file to another in `content/`, such as `form.pdf`; after a `/` at the start, the path "
    "in `content/`",
    "picture": "a file that is a picture: jpg, jpeg, png, gif, webp or avif",
    "web address": "the whole address, from `https://` on",
    "e-mail address": "such as `hub@example.org`",
    "language tag": "such as `en-GB`, or `cy` for Welsh",
    "time zone": "such as `Europe/London`",
    "GSS code": "a letter and eight digits, such as `E10000012`",
    "path of straight lines": "SVG path data with the commands M, L, H, V and Z",
    "group": "fields of its own, on lines under it and two spaces further in",
}
"""What each form of value asks of an author."""
