"""`path-planner run`: start the app."""

import argparse
import os
from datetime import timedelta

from path_planner.cli.command import STORE_VARIABLE, Command
from path_planner.cli.store_option import add_store_option, store_location
from path_planner.cli.telling import tell
from path_planner.i18n import N_, _

DEFAULT_PORT = 8501
LARGEST_PORT = 65535


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the server."""
    parser.add_argument(
        "--port",
        type=port,
        default=DEFAULT_PORT,
        help=_("port to use, 0 for any; if taken, the next free one (normally 8501)"),
    )
    add_store_option(parser)
    parser.add_argument("--no-browser", action="store_true", help=_("do not open a browser window"))
    parser.add_argument(
        "--sample", action="store_true", help=_("if there is no session yet, add a made-up one")
    )


def port(text: str) -> int:
    """Read a port number."""
    number = int(text)
    if not 0 <= number <= LARGEST_PORT:
        raise argparse.ArgumentTypeError(_("a port lies between 0 and 65535"))
    return number


def carry_out(arguments: argparse.Namespace) -> int:
    """Serve the pages until told to stop."""
    from path_planner.server.serve import serve

    location = store_location(arguments.store)
    os.environ[STORE_VARIABLE] = location
    if arguments.sample:
        add_sample(location)
    serve(arguments.port, browser=not arguments.no_browser, tell=tell)
    return 0


def add_sample(location: str) -> None:
    """Put a made-up session, held this morning, where there is none yet."""
    from path_planner.sample.sessions import sample_session
    from path_planner.services.context import fresh_id, now
    from path_planner.storage.store_registry import open_store

    store = open_store(location)
    if not store.summaries():
        store.create(sample_session(0, begins=now() - timedelta(hours=2), seed=fresh_id()))


COMMAND = Command("run", N_("Start the app and open it in a browser."), options, carry_out)
