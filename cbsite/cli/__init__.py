"""The commands. The only room that prints."""

from cbsite.cli.program import cli, main

__all__ = ["cli", "main"]
