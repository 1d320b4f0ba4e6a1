"""`path-planner import`: keep plans from files."""

import argparse
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.reading import read_plan
from path_planner.cli.store_option import add_store_option, store_location
from path_planner.cli.telling import complain, tell
from path_planner.errors import PlannerError
from path_planner.words import mark, say


def options(parser: argparse.ArgumentParser) -> None:
    """Add the files and the store."""
    parser.add_argument("files", nargs="+", metavar=say("FILE"), help=say("plans to bring in"))
    add_store_option(parser)


def carry_out(arguments: argparse.Namespace) -> int:
    """Keep each file that is a whole plan and print its id; refuse the others one by one."""
    from path_planner.storage.open_store import open_store
    from path_planner.workshop.keeping import bring_in

    store = open_store(store_location(arguments.store))
    refused = 0
    for file in arguments.files:
        try:
            tell(bring_in(store, read_plan(Path(file))).id)
        except (PlannerError, OSError) as error:
            complain(error, about=file)
            refused += 1
    return 1 if refused else 0


COMMAND = Command("import", mark("Bring in plans from files."), options, carry_out)
