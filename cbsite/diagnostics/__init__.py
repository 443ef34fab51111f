"""What is wrong with a hub, in its author's words: one cause and one fix, in place.

A `Diagnostic` points into a source file (`Span`) and says what happened and what to type. A `Report`
collects them; nothing in cbsite stops at the first.
"""

from cbsite.diagnostics.codes import CODES, GROUPS, LEVELS, Level
from cbsite.diagnostics.edits import apply_edits, corrected_lines
from cbsite.diagnostics.places import Edit, Position, Source, Span
from cbsite.diagnostics.report import Diagnostic, Report, SetLevel, diagnose
from cbsite.diagnostics.words import natural_order, nearest, plural, printable, printable_lines

__all__ = [
    "CODES",
    "GROUPS",
    "LEVELS",
    "Diagnostic",
    "Edit",
    "Level",
    "Position",
    "Report",
    "SetLevel",
    "Source",
    "Span",
    "apply_edits",
    "corrected_lines",
    "diagnose",
    "natural_order",
    "nearest",
    "plural",
    "printable",
    "printable_lines",
]
