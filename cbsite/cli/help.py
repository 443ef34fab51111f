"""`cbsite help`: what a code means and what to do, all codes, or the options of a command."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterable, Iterator

import click

from cbsite.cli.printing import PIPE_WIDTH, explanations, terminal_width
from cbsite.diagnostics import CODES, GROUPS, LEVELS, Level, nearest

_LEVELS: dict[Level, str] = {
    "error": "an error: nothing is published until it is mended",
    "warning": "a warning: the site is published, unless you use --strict",
    "info": "for your information: nothing has to be done",
}
_MOST_WIDTH = 100


@click.command(name="help")
@click.argument("topic", required=False, metavar="[CODE]")
@click.pass_context
def help_command(context: click.Context, topic: str | None) -> None:
    """Explain the CODE of a message, such as E-DATE, or list all codes."""
    group = context.parent and context.parent.command
    assert isinstance(group, click.Group)
    if topic is None or topic.lower() == "codes":
        click.echo("\n".join(_all_codes()))
    elif topic.upper() in CODES:
        click.echo(_explained(topic.upper()))
    elif command := group.get_command(context, topic.lower()):
        with click.Context(command, info_name=topic.lower(), parent=context.parent) as its_own:
            click.echo(command.get_help(its_own))
    else:
        guess = _meant(topic, group.commands)
        more = f"Did you mean {guess}?" if guess else "All codes are listed by:  cbsite help codes"
        raise click.UsageError(f"There is no code or command '{topic}'. {more}", context)


def _meant(topic: str, commands: Iterable[str]) -> str | None:
    """The code or command that somebody may have meant; of codes with one name, the gravest."""
    names: dict[str, str] = {}
    for code in sorted(CODES, key=lambda code: LEVELS.index(CODES[code][0])):
        names.setdefault(code[2:], code)
    name = re.sub(r"^[EWI]-", "", topic.upper())
    if name in names:
        return names[name]
    near = nearest(topic, [*CODES, *names, *commands])
    return names.get(near, near) if near else None


def _all_codes() -> Iterator[str]:
    for group, codes in GROUPS.items():
        yield group
        yield from (f"  {code:<22}{title}" for code, (_, title) in codes.items())
        yield ""
    yield "To read more of one:  cbsite help CODE"


def _explained(code: str) -> str:
    """The code's section, wrapped; blocks between fences stay as they are, indented."""
    width = min(terminal_width(sys.stdout) or PIPE_WIDTH, _MOST_WIDTH)
    lines = textwrap.wrap(f"{code} is {_LEVELS[CODES[code][0]]}.", width)
    paragraph: list[str] = []
    fence = ""

    def end_paragraph() -> None:
        if paragraph:
            lines.append("")
            lines.extend(_wrapped(paragraph, width))
            paragraph.clear()

    for line in explanations()[code].text.split("\n"):
        opens = line.startswith("```")
        if fence:
            if line.startswith(fence) and not line.strip("`"):
                fence = ""
            else:
                lines.append(f"    {line}".rstrip())
        elif opens:
            end_paragraph()
            lines.append("")
            fence = line[: len(line) - len(line.lstrip("`"))]
        elif not line.strip():
            end_paragraph()
        else:
            paragraph.append(line)
    end_paragraph()
    return "\n".join(lines)


def _wrapped(paragraph: list[str], width: int) -> Iterator[str]:
    """A paragraph in lines of `width`; the entries of a list and rows of a table stand on their own."""
    entries: list[str] = []
    for line in paragraph:
        if entries and not line.startswith(("- ", "| ")):
            entries[-1] += f" {line.strip()}"
        else:
            entries.append(line)
    for entry in entries:
        then = "  " if entry.startswith("- ") else ""
        yield from textwrap.wrap(
            entry, width, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
        )
