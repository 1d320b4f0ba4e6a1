"""`path-planner import`: import plans from files, or drawings onto the wall of a plan."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from path_planner.cli.command import FAILED, argument, command, option, store_location, store_option
from path_planner.cli.console import print_error, print_line, print_note
from path_planner.cli.inputs import read_newest
from path_planner.cli.option_types import PathName
from path_planner.errors import PlannerError
from path_planner.i18n import N_, _

if TYPE_CHECKING:
    from path_planner.storage.protocol import SessionStore, Stores


@command("import", help=N_("Add plans or days from files, or add drawings to a wall."))
@argument(
    "files",
    type=PathName(),
    nargs=-1,
    required=True,
    metavar=N_("FILE"),
    help=N_("plan files to add; with --into, what Excalidraw writes: drawings, pictures, notes"),
)
@option("--into", metavar=N_("ID"), help=N_("the plan whose wall the drawings go on"))
@store_option
def import_(files: tuple[str, ...], into: str | None, store: str | None) -> None:
    """Import each valid file and print the plan's id; print an error for each other one."""
    from path_planner.storage.store_registry import open_stores

    stores = open_stores(store_location(store))
    refused = False
    for file in files:
        try:
            print_line(_kept(stores, read_newest(Path(file)), into, file))
        except (PlannerError, OSError) as error:
            print_error(error, about=file)
            refused = True
    if refused:
        raise click.exceptions.Exit(FAILED)


def _kept(stores: "Stores", content: bytes, into: str | None, file: str) -> str:
    from path_planner.services.event.documents import import_event
    from path_planner.services.session.documents import import_document
    from path_planner.services.vision.imports.files import is_event

    if into:
        return _onto_the_wall(stores.sessions, content, into, file)
    if is_event(content):
        return import_event(stores.events, content).id
    return import_document(stores.sessions, content).id


def _onto_the_wall(store: "SessionStore", content: bytes, into: str, file: str) -> str:
    from path_planner.services.context import SessionContext
    from path_planner.services.session.wall.drawings import import_drawing

    brought = import_drawing(SessionContext(store, store.open(into).document, by="import"), content)
    for sentence in brought.left_out:
        print_note(_("{file}: left out: {what}", file=Path(file).name, what=sentence))
    return brought.session.id
