"""`path-planner import`: keep plans from files, or put drawings onto the wall of a plan."""

import argparse
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.reading import read_plan
from path_planner.cli.store_option import add_store_option, store_location
from path_planner.cli.telling import complain, note, tell
from path_planner.errors import PlannerError
from path_planner.i18n import N_, _
from path_planner.storage.protocol import SessionStore


def options(parser: argparse.ArgumentParser) -> None:
    """Add the files, the plan whose wall drawings go to, and the store."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=_("FILE"),
        help=_("plans to bring in, or drawings (.excalidraw) with --into"),
    )
    parser.add_argument(
        "--into", metavar=_("ID"), help=_("the plan whose wall the drawings are put on")
    )
    add_store_option(parser)


def carry_out(arguments: argparse.Namespace) -> int:
    """Keep each file that is whole and print the plan's id; refuse the others one by one."""
    from path_planner.storage.store_registry import open_store

    store = open_store(store_location(arguments.store))
    refused = 0
    for file in arguments.files:
        try:
            tell(_kept(store, read_plan(Path(file)), arguments.into, file))
        except (PlannerError, OSError) as error:
            complain(error, about=file)
            refused += 1
    return 1 if refused else 0


def _kept(store: SessionStore, content: bytes, into: str | None, file: str) -> str:
    from path_planner.services.session.documents import import_document

    return (
        _onto_the_wall(store, content, into, file) if into else import_document(store, content).id
    )


def _onto_the_wall(store: SessionStore, content: bytes, into: str, file: str) -> str:
    from path_planner.services.context import SessionContext
    from path_planner.services.session.excalidraw_import import import_drawing

    brought = import_drawing(SessionContext(store, store.open(into).document, by="import"), content)
    for sentence in brought.left_out:
        note(_("{file}: left out: {what}", file=Path(file).name, what=sentence))
    return brought.session.id


COMMAND = Command(
    "import", N_("Bring in plans from files, or drawings onto a wall."), options, carry_out
)
