"""A made-up network of councils of any size, and the same bytes every time."""

from benchmarks.corpus.invent import invent
from benchmarks.corpus.network import Network

__all__ = ["Network", "invent"]
