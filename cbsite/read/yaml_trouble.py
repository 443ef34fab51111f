"""Where YAML cannot be read, and why, as the explanations know it."""

from __future__ import annotations

import msgspec

from cbsite.read.yaml_lines import Window


class Trouble(msgspec.Struct, frozen=True):
    """Where the parser stopped (`line`, `column`), where what it was reading began, and what it said.

    All counted from 0; `began` is -1 where it did not say.
    """

    window: Window
    line: int
    column: int
    began: int
    said: str

    def suspects(self) -> tuple[int, ...]:
        """The lines where the cause may be, the likeliest first: where it began, here, the one before."""
        before = self.line - 1
        while before > 0 and not self.window.line(before).strip():
            before -= 1
        # A block that began far above says nothing about the cause; a key or quote does.
        near = [self.began] if "simple key" in self.said or "quoted" in self.said else []
        return tuple(
            dict.fromkeys(n for n in (*near, self.line, before) if 0 <= n < len(self.window.lines))
        )
