"""Templates that were compiled before: Jinja's own form, checked by Jinja against the source and its version."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2
from jinja2.bccache import Bucket


class Bytecode(jinja2.BytecodeCache):
    """Gives compiled templates from memory, and keeps those that had to be compiled in `new`."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._known = known
        self.new: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        data = self._known.get(bucket.key)
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.new[bucket.key] = bucket.bytecode_to_string()
