"""Why YAML cannot be read, in plain words: a chain of small explanations, the most certain first.

Each looks at the line where the parser stopped, and at the lines where the cause may be, and either
knows what happened or passes. To explain one more mistake, write one more function and add it to `CHAIN`.
"""

from __future__ import annotations

from collections.abc import Callable

from cbsite.diagnostics import Diagnostic, diagnose
from cbsite.read.yaml_flow_errors import (
    closed_but_wrong,
    comment_in_flow,
    crossed_brackets,
    open_bracket,
)
from cbsite.read.yaml_folded_quotes import quote_inside
from cbsite.read.yaml_glued import no_space_after_colon, no_space_after_hyphen
from cbsite.read.yaml_layout_errors import bad_indent, deeper_than_above, long_dash, no_colon
from cbsite.read.yaml_quotes import escape, smart_quotes, unclosed_quote, words_after_quote
from cbsite.read.yaml_tabs import tab
from cbsite.read.yaml_trouble import Trouble
from cbsite.read.yaml_value_errors import colon_in_value, special_start


def anything_else(trouble: Trouble) -> Diagnostic:
    """The last explanation, which always answers."""
    return diagnose("E-YAML",
        trouble.window.whole_line(trouble.line), "The YAML cannot be understood here, or in the line above.",
        "Look for a missing quote, a missing space after a colon, or a line that is not lined up.",
    )  # fmt: skip


CHAIN: tuple[Callable[[Trouble], Diagnostic | None], ...] = (
    comment_in_flow, tab, long_dash, no_space_after_colon, no_space_after_hyphen, smart_quotes, quote_inside,
    words_after_quote, unclosed_quote, escape, crossed_brackets, special_start, closed_but_wrong, open_bracket,
    colon_in_value, deeper_than_above, no_colon, bad_indent,
)  # fmt: skip


def explain(trouble: Trouble) -> Diagnostic:
    """The first explanation in the chain that fits."""
    return next((cause for link in CHAIN if (cause := link(trouble))), None) or anything_else(
        trouble
    )
