"""`path-planner run`: start the app."""

import argparse
import os
import sys

from path_planner.cli.command import STORE_VARIABLE, Command
from path_planner.cli.store_option import add_store_option, store_folder
from path_planner.words import mark, say

DEFAULT_PORT = 8501
LARGEST_PORT = 65535


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the server."""
    parser.add_argument(
        "--port",
        type=port,
        default=DEFAULT_PORT,
        help=say("port to use, 0 for any; if taken, the next free one (normally 8501)"),
    )
    add_store_option(parser)
    parser.add_argument(
        "--no-browser", action="store_true", help=say("do not open a browser window")
    )
    parser.add_argument(
        "--sample", action="store_true", help=say("if there is no session yet, add a made-up one")
    )


def port(text: str) -> int:
    """Read a port number."""
    number = int(text)
    if not 0 <= number <= LARGEST_PORT:
        raise argparse.ArgumentTypeError(say("a port lies between 0 and 65535"))
    return number


def carry_out(arguments: argparse.Namespace) -> int:
    """Serve the pages until told to stop."""
    # Streamlit takes half a second to import, which the other commands need not wait for.
    from path_planner.server.serve import serve  # noqa: PLC0415

    folder = store_folder(arguments.store)
    os.environ[STORE_VARIABLE] = str(folder)
    serve(arguments.port, browser=not arguments.no_browser, tell=tell)
    return 0


def tell(line: str) -> None:
    """Print a line at once, also into a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


COMMAND = Command("run", mark("Start the app and open it in a browser."), options, carry_out)
