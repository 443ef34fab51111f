"""Groups of fields, and how their mistakes are worded."""

import types
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

Loc = tuple[str | int, ...]
"""Where a value is in a record: `("source", "id")`, `("members", 2)`."""

Rule = Callable[[Any], Iterator[PydanticCustomError]]

_RULES: set[Rule] = set()


class Part(BaseModel):
    """A group of fields inside a record. Strict: unknown keys are errors, values are never guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    @model_validator(mode="after")
    def _keeps_all_rules(self) -> Self:
        """All that breaks a rule is told in one go; pydantic would stop at the first validator that fails."""
        found = [problem for each in _rules_of(type(self)) for problem in each(self)]
        if found:
            details = [InitErrorDetails(type=one, input=self) for one in found]
            raise ValidationError.from_exception_data(type(self).__name__, details)
        return self


def rule(check: Rule) -> Rule:
    """Marks a method of a Part that gives what is wrong between fields which are right by themselves."""
    _RULES.add(check)
    return check


@cache
def _rules_of(model: type[Part]) -> tuple[Rule, ...]:
    """The rules of a type, those of what it is made from first."""
    own = (item for base in reversed(model.__mro__) for item in vars(base).values())
    return tuple(item for item in own if isinstance(item, types.FunctionType) and item in _RULES)


def problem(
    message: str, hint: str, code: str = "value", instead: str = "", safe: bool = True
) -> PydanticCustomError:
    """A validation error in the author's words; `hint` says what to do.

    `instead` is what to write in place of the value, where that is known; `safe` if nothing else can be meant.
    """
    context = {"message": message, "hint": hint, "instead": instead, "safe": safe}
    return PydanticCustomError(code, "{message}", context)


def problem_at(loc: Loc, message: str, hint: str, code: str = "value") -> PydanticCustomError:
    """A problem that shows only in the whole group: `loc` is where in it the author should look."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint, "at": loc})
