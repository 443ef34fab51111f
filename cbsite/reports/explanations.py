"""What docs/errors.md says of each code: the one source of `cbsite help CODE`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"^## ([EWI]-[A-Z0-9-]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The section of one code, in Markdown; it begins with the code's title as a sentence."""

    code: str
    text: str

    @property
    def first(self) -> str:
        """The first paragraph that says more than the title; the title where there is none."""
        paragraphs = self.text.split("\n\n")
        return paragraphs[1] if len(paragraphs) > 1 else paragraphs[0]


def read_explanations(guide: str) -> dict[str, Explanation]:
    """The sections of docs/errors.md by code, without their headings."""
    _, *rest = _HEADING.split(guide)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return {code: Explanation(code, text.strip()) for code, text in pairs}
