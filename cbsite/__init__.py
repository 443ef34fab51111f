"""cbsite: the static site generator for knowledge-sharing hubs."""

__version__ = "0.1.0"
