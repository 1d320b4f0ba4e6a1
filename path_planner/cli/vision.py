"""`path-planner vision`: begin a vision, add what people shared, ask for suggestions."""

import argparse

from path_planner.cli import vision_add, vision_new, vision_suggest
from path_planner.cli.command import Command
from path_planner.i18n import N_, _

PARTS = (vision_new.COMMAND, vision_add.COMMAND, vision_suggest.COMMAND)


def options(parser: argparse.ArgumentParser) -> None:
    """Add the parts of the command, each with its own options."""
    parts = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    for part in PARTS:
        part.add_to(parts)


COMMAND = Command("vision", N_("Build a vision from many plans and conversations."), options)
