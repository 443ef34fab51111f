"""What rules on words say, and what they know: values apart from the rules, as they are remembered."""

import msgspec

from cbsite.diagnostics import Diagnostic

Doubt = tuple[str, Diagnostic]
"""An acronym, and what is to be said of it unless some text has it in small letters."""


class Remarks(msgspec.Struct, frozen=True, array_like=True):
    """What there is to say of the words of some texts, and what only if no other text of the hub excuses it."""

    found: tuple[Diagnostic, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.found or self.doubts)


class Knowledge(msgspec.Struct, frozen=True, array_like=True):
    """What the rules know of the hub: its language, and words that need no remark."""

    language: str
    acronyms: frozenset[str]
    offices: frozenset[str]
