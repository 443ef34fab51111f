"""Why YAML cannot be read, in plain words: a chain of small explanations, the most certain first.

Each looks at the line where the parser stopped, and at the lines where the cause may be, and either
knows what happened or passes. To explain one more mistake, write one more function and add it to `CHAIN`.
"""

from __future__ import annotations

from collections.abc import Callable

from cbsite.read.yaml_layout_errors import (
    bad_indent,
    deeper_than_above,
    long_dash,
    no_colon,
    no_space_after_colon,
    tab,
)
from cbsite.read.yaml_trouble import Cause, Trouble
from cbsite.read.yaml_value_errors import (
    colon_in_value,
    comment_in_flow,
    escape,
    open_bracket,
    smart_quotes,
    special_start,
    unclosed_quote,
    words_after_quote,
)


def anything_else(trouble: Trouble) -> Cause:
    """The last explanation, which always answers."""
    return Cause(
        trouble.window.whole_line(trouble.line), "The YAML cannot be understood here, or in the line above.",
        "Look for a missing quote, a missing space after a colon, or a line that is not lined up.",
    )  # fmt: skip


CHAIN: tuple[Callable[[Trouble], Cause | None], ...] = (
    comment_in_flow, tab, long_dash, no_space_after_colon, smart_quotes, words_after_quote, unclosed_quote, escape,
    special_start, open_bracket, colon_in_value, deeper_than_above, no_colon, bad_indent,
)  # fmt: skip


def explain(trouble: Trouble) -> Cause:
    """The first explanation in the chain that fits."""
    return next((cause for link in CHAIN if (cause := link(trouble))), None) or anything_else(
        trouble
    )
