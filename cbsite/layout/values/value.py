"""What all values of pages and files have in common."""

import msgspec


class Value(msgspec.Struct, frozen=True, tag=True, array_like=True, gc=False):
    """A frozen value that a template may see.

    Its bytes (`msgspec.msgpack`) name its type, so equal bytes are equal values.
    """
