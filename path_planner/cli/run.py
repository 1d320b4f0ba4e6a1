"""`path-planner run`: start the app."""

import os
from datetime import timedelta
from pathlib import Path

import click

from path_planner.cli.command import STORE_VARIABLE, command, option, store_location, store_option
from path_planner.cli.console import print_line
from path_planner.cli.option_types import PrivateAddress, WholeNumber
from path_planner.i18n import N_

NAME = "run"
DEFAULT_PORT = 8501
LARGEST_PORT = 65535


@command(NAME, help=N_("Start the app and open it in a browser."))
@option(
    "--port",
    type=WholeNumber(0, LARGEST_PORT),
    default=DEFAULT_PORT,
    help=N_("port to use, 0 for any; if taken, the next free one (normally 8501)"),
)
@store_option
@option("--no-browser", is_flag=True, help=N_("do not open a browser window"))
@option(
    "--phones",
    metavar="ADDRESS",
    type=PrivateAddress(),
    help=N_(
        "let phones in the room send words, and second screens show or draw, when you say so, at "
        "this private address of the computer, such as 192.168.1.20 (normally nobody else can "
        "reach it)"
    ),
)
@option("--sample", is_flag=True, help=N_("if there are no PATHs yet, add an example"))
def run(
    *, port: int, store: str | None, no_browser: bool, phones: str | None, sample: bool
) -> None:
    """Serve the pages until a stop signal."""
    from path_planner.server.serve import serve

    location = store_location(store)
    os.environ[STORE_VARIABLE] = location
    if sample:
        add_sample(location)
    serve(port, private_folder(), browser=not no_browser, tell=print_line, phones=phones)


def private_folder() -> Path:
    """Return the folder for what belongs to this user of the computer, and to no PATH."""
    return Path(click.get_app_dir("path-planner", roaming=False))


def add_sample(location: str) -> None:
    """Add the sample session, dated today, to a store without sessions."""
    from path_planner.sample.sessions import sample_session
    from path_planner.services.context import fresh_id, now
    from path_planner.storage.store_registry import open_store

    store = open_store(location)
    if not store.summaries():
        store.create(sample_session(0, begins=now() - timedelta(hours=2), seed=fresh_id()))
