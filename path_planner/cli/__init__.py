"""The `path-planner` command: starts the app, and does without it what needs no pages."""

import argparse
import sys
from collections.abc import Sequence

from path_planner import __version__
from path_planner.cli import bring_in, check, export, run, sample, schema, vision
from path_planner.cli.command import Command
from path_planner.cli.telling import PROGRAM, complain
from path_planner.errors import PlannerError
from path_planner.i18n import _

COMMANDS: tuple[Command, ...] = (
    run.COMMAND,
    export.COMMAND,
    bring_in.COMMAND,
    check.COMMAND,
    sample.COMMAND,
    schema.COMMAND,
    vision.COMMAND,
)
FAILED = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    arguments = parser().parse_args(with_command(given))
    try:
        return int(arguments.carry_out(arguments))
    except (PlannerError, OSError) as error:
        complain(error)
        return FAILED


def parser() -> argparse.ArgumentParser:
    """Build the parser with every command in it."""
    top = argparse.ArgumentParser(
        prog=PROGRAM,
        description=_("Run PATH workshops on a shared screen and take away a poster."),
        epilog=_("With no command, the app is started (the same as “run”)."),
    )
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = top.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    for command in COMMANDS:
        command.add_to(commands)
    return top


def with_command(given: list[str]) -> list[str]:
    """Take options without a command as meant for `run`."""
    known = {command.name for command in COMMANDS}
    asks_the_top = {"-h", "--help", "--version"}
    if given and (given[0] in known | asks_the_top or not given[0].startswith("-")):
        return given
    return ["run", *given]
