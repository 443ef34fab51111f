"""The program: its commands, and how it ends."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

import click

from cbsite import __version__
from cbsite.cli.build import build
from cbsite.cli.check import check
from cbsite.cli.explain import explain
from cbsite.cli.fix import fix
from cbsite.cli.help import help_command
from cbsite.cli.init import init
from cbsite.cli.schema import schema
from cbsite.cli.serve import serve
from cbsite.cli.trouble import guarded
from cbsite.ports.process import load_no_plugins


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="cbsite")
def cli() -> None:
    """Turn a folder of Markdown and YAML into a searchable website.

    Begin with  cbsite init my-hub , then  cbsite serve --source my-hub .
    What the code of a message means:  cbsite help E-DATE .
    """


for command in (init, serve, check, fix, build, explain, schema, help_command):
    cli.add_command(command)


def main() -> NoReturn:
    """The program `cbsite`: runs a command and exits; no error ever shows a traceback."""
    # A run ends soon and makes few circles of objects: looking for them took a quarter of the time of a build.
    gc.disable()
    load_no_plugins()
    # Windows consoles and pipes may not be in UTF-8; a character they lack must not end the run.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    code = guarded(cli)
    # Python looks for circles once more at its end: a tenth of the time of a small build, for memory that is given
    # back all the same.
    gc.freeze()
    sys.exit(code)
