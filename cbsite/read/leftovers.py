"""Words that Word and Outlook leave behind: fields, marks of changes, heads and feet of messages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cbsite.diagnostics import Edit, Report
from cbsite.read.local_paths import leads_on_to
from cbsite.read.stretches import Stretch
from cbsite.read.tree import Link

_DELETE = "Delete it."
_HEAD_OF_MAIL = "the head of an e-mail"
_LEFTOVERS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), what, hint)
    for pattern, what, hint in (
        (r"Error! (?:Reference source not found|Bookmark not defined|No text of specified style in document"
         r"|Hyperlink reference not valid|Not a valid link)\.?",
         "a reference of Word that was broken", "Write what it referred to, or delete it."),
        (r"\bHYPERLINK\s+(?:\\l\s+)?[\"\u201c][^\"\u201d\n]*[\"\u201d]",
         "a link as Word keeps it", "Write the link as  [its words](its address)  instead."),
        (r"\b(?:PAGEREF|REF|NOTEREF)\s+_(?:Toc|Ref|Hlk)\d+(?:\s+\\\w)*|\bTOC\s+\\o(?:\s+\"[^\"\n]*\"|\s+\\\w)*"
         r"|\bSEQ\s+\w+\s+\\\*\s+ARABIC\b|\\\*\s+MERGEFORMAT\b", "a code of a field of Word", _DELETE),
        (r"\[cid:[^\]\s]+\]|\[image: [^\]\n]{1,80}\]|<image\d{1,4}\.(?:png|jpe?g|gif)>",
         "the place of a picture in an e-mail",
         "Save the picture into content/images/ and show it with  ![what it shows](../images/its-name.png)"),
        (r"<<[^<>\n]{1,120}\.\w{2,5}>>", "the place of a file in an e-mail",
         "Put the file into content/files/ and link to it, or delete it."),
        (r"-{3,20} ?(?:Original Message|Forwarded message) ?-{3,20}", _HEAD_OF_MAIL, _DELETE),
        # With a time or an address, as people say of words that they quote on which day somebody wrote them.
        (r"(?m)^[ \t]*On (?=[^\n]{0,150}(?:\d[:.]\d\d|@))[^\n]{5,200}\bwrote:[ \t]*$", _HEAD_OF_MAIL, _DELETE),
        (r"(?m)^[ \t]*Sent from my (?:Black[Bb]erry|i[Pp]hone|i[Pp]ad|Samsung|HTC|Windows Phone|mobile|phone)[^\n]*",
         "the foot of an e-mail", _DELETE),
        (r"\bThis (?:e-?mail|message) has been scanned\b|\bThis (?:e-?mail|message)(?: \(?and any (?:attachments|files)"
         r"[^.\n]{0,40})? (?:is|are) (?:strictly )?(?:private and )?confidential\b",
         "the small print of an e-mail", "Delete all of it."),
        (r"\[?Comment(?:ed)? \[[A-Z]{1,4}\d+\]:", "a comment from a review in Word", "Deal with it, then delete it."),
        (r"\bFormatted: (?:Font|Indent|Normal|List|Heading|Bullets|Not |Cent|Left|Right|Justified|Space|Tab|Line|Level"
         r"|Numbered|Border|Underline|English|Highlight|Superscript)[^.\n]*",
         "a change of how words look in Word", _DELETE),
        (r"\bClick (?:or tap )?here to enter (?:text|a date)\.?", "a place of a form that nobody has filled in",
         "Write what belongs there, or delete it."),
        (r"(?m)(?:^[^\n]{1,150}?(?<![.…])(?:\.{4,}+|…{2,}+)[ \t]*\d{1,4}[ \t]*(?:\n|\Z))+",
         "a list of contents of Word", "Delete it, as its pages are not those of the site."),
        (r"\{\+\+(?:(?!\+\+\}).){0,2000}\+\+\}|\{--(?:(?!--\}).){0,2000}--\}|\{~~(?:(?!~~\}).){0,2000}~~\}"
         r"|\{>>(?:(?!<<\}).){0,2000}<<\}", "a change that nobody has accepted or refused",
         "Keep the words that are right, without the signs round them."),
        (r"(?m)^ {0,3}\\(?:page|newpage|pagebreak)[ \t]*$", "a break between pages", _DELETE),
        (r"(?m)^[ \t]*(?:- )?Page \d+ of \d+(?: -)?[ \t]*$", "the foot of a page", _DELETE),
    )
)  # fmt: skip
_HINTS = (
    "error! ", "hyperlink", "pageref", "noteref", "ref _", "toc \\o", "seq ", "mergeformat", "[cid:", "message",
    "email", "e-mail", "comment [", "{++", "{--", "{~~", "{>>", "\\page", "\\newpage", "page ",
    "<image", "[image: ", "<<", " wrote:", "sent from my", "commented [", "formatted: ", "here to enter", "....", "……",
)  # fmt: skip
"""What any leftover holds, in small letters, so that most texts are not looked through at all."""

_SIGNS = (
    *"{<\\_!", ":/", "....", "……", "[cid:", "[image: ", "comment", "hyperlink", "original message",
    "forwarded message", "has been scanned", "confidential", " wrote:", "sent from my", "formatted: ",
    "here to enter", "page ", "from:",
)  # fmt: skip
"""What any text holds that has a leftover; these are many, as few are quick to look for."""

_HEAD = re.compile(
    r"[>*\s]*(From|Sent|To|Cc|Subject|Date|Importance|Attachments):(?:[*\s]|$)", re.IGNORECASE
)
_ORIGINAL = re.compile(
    r"[>\s]*-{3,20} ?(?:Original Message|Forwarded message) ?-{3,20}\s*", re.IGNORECASE
)
_PATH = re.compile(
    r"(?<![\w/\\.:])(?<!\]\()(?<!\]\(<)(?:[A-Za-z]:\\+[\w$]|[A-Z]:/\w|\\{2,4}[\w.-]+\\+[\w$]|file://)"
    r"[^\s<>()\[\]\"“”|\0]*(?<![.,;:!?])"
)


def may_hold_leftovers(words: str) -> bool:
    """Whether any leftover can be in some words at all."""
    folded = words.casefold()
    return any(sign in folded for sign in _SIGNS)


def report_words(stretch: Stretch, report: Report) -> None:
    """Report leftovers that are words, each at its place; what to do with them a person must say."""
    lowered = stretch.prose.lower()
    heads = _heads(stretch) if "from:" in lowered else []
    for at, to in heads:
        report.add(
            "W-WORD", stretch.span(at, to), "This is the head of an e-mail.", "Delete its lines."
        )
    if any(hint in lowered for hint in _HINTS):
        for pattern, what, hint in _LEFTOVERS:
            for found in stretch.find(pattern):
                if any(at <= found.start() < to for at, to in heads):
                    continue
                shown = " ".join(found[0].split())
                shown = shown if len(shown) <= 40 else shown[:39] + "…"
                span = stretch.span(found.start(), found.start() + len(found[0].rstrip()))
                report.add("W-WORD", span, f"'{shown}' is {what}.", hint)
    if "\\" in lowered or ":/" in lowered:
        _report_paths(stretch, report)


def _heads(stretch: Stretch) -> list[tuple[int, int]]:
    """Where three of From:, Sent:, To: and Subject: stand, line under line, with the line that announces them."""
    made = []
    begin: int | None = None
    end, names = 0, set[str]()
    for at, line in (*stretch.lines, (0, "")):
        if found := _HEAD.match(line):
            names.add(found[1].lower())
            begin, end = at if begin is None else begin, at + len(line)
            continue
        if begin is not None and len(names) >= 3 and "from" in names:
            made.append((begin, end))
        begin, names = (at if _ORIGINAL.fullmatch(line) else None), set()
    return made


def _report_paths(stretch: Stretch, report: Report) -> None:
    for found in _PATH.finditer(stretch.outside_links):
        report.add(
            "E-LOCAL", stretch.span(*found.span()), f"'{found[0]}' is a file that readers cannot open.",
            "Put the file into content/files/ and link to it, or take the path out.",
        )  # fmt: skip


def report_redirects(links: Sequence[Link], report: Report) -> None:
    """Report addresses that Outlook or Google has wrapped up, which tell others who clicks where."""
    for link in links:
        target = leads_on_to(link.target)
        if target is None or link.target_span is None:
            continue
        by = "Google" if "google." in link.target.partition("?")[0] else "Outlook"
        # An address that stands in the text by itself is seen by readers, so people change it.
        report.add(
            "W-WORD", link.target_span, f"The address leads through {by} before it leads on.",
            "Use the address that it leads to.", (Edit(link.target_span, target),),
            safe=link.target_span != link.span,
        )  # fmt: skip
