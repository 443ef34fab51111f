"""Values for viewpoints: what several sources say on one question."""

from typing import ClassVar

from cbsite.layout.values.value import Value
from cbsite.layout.values.words import Words


class View(Value, frozen=True):
    """One source's answer. `stance` is record, claim or opinion in words, with its shape (None: not known)."""

    who: str
    stance: Words | None
    says: str
    when: Words | None
    source: Words


class Viewpoints(Value, frozen=True):
    """Views on one question, side by side; never merged into one text."""

    template: ClassVar[str] = "viewpoints"
    question: str
    views: tuple[View, ...]
