"""Every code: its level, and what it means in one line. docs/errors.md explains each to authors."""

from __future__ import annotations

from typing import Literal

Level = Literal["error", "warning", "info"]
LEVELS: tuple[Level, ...] = ("error", "warning", "info")

GROUPS: dict[str, dict[str, tuple[Level, str]]] = {
    "Files": {
        "E-ENCODING": ("error", "The file is not text in UTF-8"),
        "E-UNSEEN": ("error", "The file holds a character that cannot be seen"),
        "E-CONFLICT": ("error", "Two people changed the same part of the file"),
        "E-PATH": ("error", "The file's name or kind cannot be published"),
        "E-STRAY": ("error", "The file is in a place where cbsite does not look"),
        "E-SITE": ("error", "The hub's site.yml is missing"),
    },
    "Front matter and YAML": {
        "E-FRONTMATTER": ("error", "The fields between the two --- lines are missing"),
        "E-FRONTMATTER-OPEN": ("error", "The line that opens the front matter is missing or wrong"),
        "E-FRONTMATTER-CLOSE": (
            "error",
            "The line that closes the front matter is missing or wrong",
        ),
        "E-FRONTMATTER-BLANK": ("error", "Something stands before the front matter"),
        "E-YAML": ("error", "The YAML cannot be read"),
        "E-YAML-COLON": ("error", "A value holds a colon and a space, and no quotes"),
        "E-YAML-SPACE": ("error", "There is no space after a colon"),
        "E-YAML-HYPHEN": ("error", "There is no space after the hyphen of a list"),
        "E-YAML-DASH": ("error", "A list is marked with a dash or bullet from a word processor"),
        "E-YAML-TAB": ("error", "A line begins with a tab"),
        "E-YAML-INDENT": ("error", "A line does not stand under the lines that it belongs to"),
        "E-YAML-HASH": ("error", "Words after a # would be lost"),
        "E-YAML-CURLY": ("error", "A value stands in curly quotes"),
        "E-YAML-QUOTE": ("error", "A quote is not closed, or words follow it"),
        "E-YAML-ESCAPE": ("error", "A backslash stands between double quotes"),
        "E-YAML-START": ("error", "A value begins with a character that YAML keeps for itself"),
        "E-YAML-BRACKET": ("error", "A bracket is not closed"),
        "E-YAML-LINE": ("error", "A line is neither a field, a list entry nor a comment"),
        "E-DUPKEY": ("error", "The same field is written twice"),
    },
    "Fields": {
        "E-REQ": ("error", "A field that must be there is missing or empty"),
        "E-KEY": ("error", "The field is not one that this record has"),
        "E-TYPE": ("error", "The field holds the wrong kind of value"),
        "E-ENUM": ("error", "The value is not one of those allowed"),
        "E-VALUE": ("error", "The value is not allowed"),
        "E-DATE": ("error", "The date is impossible or in a form that cannot be read"),
    },
    "Records": {
        "E-DUPID": ("error", "Two records have the same id"),
        "E-REF": ("error", "The record referred to does not exist"),
        "E-LABEL": ("error", "Two entries of the glossary explain the same words"),
        "E-CLASH": ("error", "Two pages want the same address"),
    },
    "Texts": {
        "E-LINK": ("error", "The page, heading or address linked to does not exist"),
        "E-LOCAL": ("error", "The link leads to a file on somebody's own computer"),
        "E-FILE": ("error", "The file or image named does not exist"),
        "E-ALT": ("error", "The picture has no words for people who cannot see it"),
        "E-IMAGE": ("error", "The picture cannot be published"),
        "E-EXT": ("error", "The page would load something from another website"),
        "E-FENCE": ("error", "A block between fences is not closed"),
        "E-BLOCK": ("error", "There is no such block"),
        "E-FOOTNOTE": ("error", "A footnote has no text"),
        "E-NOTICE": ("error", "There is no such kind of notice"),
        "E-PARA": ("error", "A paragraph number appears twice"),
        "E-TABLE": ("error", "The table in a CSV file cannot be used"),
        "E-CELLS": ("error", "A table row has more cells than the table has columns"),
        "E-HTML": ("error", "HTML in Markdown is shown as text, not used"),
        "E-DEPTH": ("error", "The text is nested too deeply, or grows too large"),
        "E-CHART": ("error", "A chart has figures of several units"),
    },
    "The hub and its theme": {
        "E-TEMPLATE": ("error", "A template cannot be used"),
        "E-MAP": ("error", "The map cannot be found or read"),
        "E-ACCESSIBILITY": ("error", "A public body's hub has no accessibility statement"),
        "W-ACCESSIBILITY": ("warning", "The accessibility statement is missing or old"),
        "W-PRIVACY": ("warning", "The hub does not say what is kept on its readers"),
        "W-CONTRAST": ("warning", "A colour of the hub's own is hard to read"),
    },
    "What gets old": {
        "W-REVIEW": ("warning", "The day for looking at an item again is past"),
        "W-EXPIRED": ("warning", "The name of a person is no longer shown"),
        "W-CONTACT": ("warning", "The contact has left, or may no longer be named"),
        "W-DRAFTREF": ("warning", "A published page refers to a draft"),
        "I-FUTURE": ("info", "The item waits for its date"),
    },
    "What does not agree": {
        "W-FIGURE": ("warning", "The words of a figure differ from the register"),
        "W-EMAIL": ("warning", "An e-mail address and a name do not agree"),
        "W-DATE": ("warning", "A date is very far away"),
        "W-PARA": ("warning", "The numbers of paragraphs are out of order, or one is missing"),
        "W-ANNEX": ("warning", "A text names an annex that the document does not list"),
    },
    "How texts read": {
        "W-ALT": ("warning", "The words for a picture say nothing of it"),
        "W-HEADING": ("warning", "A heading is at the wrong level"),
        "W-LINKTEXT": ("warning", "The words of a link do not say where it leads"),
        "W-TABLE": ("warning", "A table lacks headings or rows"),
        "W-FOOTNOTE": ("warning", "Nothing refers to a footnote"),
        "W-EMPTY": ("warning", "A page has no text"),
        "W-ORPHAN": ("warning", "No text leads to this page"),
        "W-ACRONYM": ("warning", "An acronym is not explained"),
        "I-SENTENCE": ("info", "A sentence is very long"),
        "I-READABILITY": ("info", "A text is hard to read"),
    },
    "What other programs leave behind": {
        "W-WORD": ("warning", "A leftover of Word or Outlook stands in the text"),
        "W-NBSP": ("warning", "A no-break space stands where a plain one is meant"),
        "W-BULLET": ("warning", "A list is marked with bullets that Markdown does not know"),
        "W-TABS": ("warning", "A table was pasted as words with tabs between them"),
        "W-MARKDOWN": ("warning", "Marks of Markdown stand where they mean nothing"),
    },
    "Files and pictures": {
        "W-UNUSED": ("warning", "A file in content/ is used by nothing"),
        "W-IMAGE": ("warning", "The picture's file is very large"),
        "I-IMAGE": ("info", "The photo says where it was taken"),
        "I-FILENAME": ("info", "The picture's name says nothing of it"),
    },
}
"""The codes by what they are about: the order of `cbsite help` and of docs/errors.md."""

CODES = {code: said for codes in GROUPS.values() for code, said in codes.items()}
