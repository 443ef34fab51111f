"""Marks on the types of fields: what they refer to, which form they have, what authors are told."""

from __future__ import annotations

import msgspec


class Ref(msgspec.Struct, frozen=True):
    """Marks a text field that holds the id of another record of this kind.

    Without a kind, the field holds a whole reference, `kind:id`.
    """

    kind: str = ""

    def names(self, value: str) -> tuple[str, str]:
        """The kind and the id that a value of the field names."""
        if self.kind:
            return self.kind, value
        kind, _, id = value.partition(":")
        return kind, id


class Form(msgspec.Struct, frozen=True):
    """Marks a text field that takes more than any words: what it takes, in the words of authors."""

    name: str


class FileMark(msgspec.Struct, frozen=True):
    """Marks a text field that names a file of the hub; `picture`: one that can be shown as a picture."""

    picture: bool = False


class ForAuthors(msgspec.Struct, frozen=True):
    """Marks a field with what only its authors have to know, beside its description: data users see that alone.

    `words` is what else to write or do; `needed` when a field is needed that is not always: `where story is yes`.
    """

    words: str = ""
    needed: str = ""
