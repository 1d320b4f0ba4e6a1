"""The option `--store`, which most commands share."""

import argparse
import os

from path_planner.cli.command import STORE_VARIABLE
from path_planner.i18n import _

DEFAULT_FOLDER = "sessions"


def add_store_option(parser: argparse.ArgumentParser) -> None:
    """Add `--store` to a command."""
    parser.add_argument(
        "--store",
        metavar=_("DIR"),
        help=_(
            "folder of the sessions (normally {variable}, else “{folder}” in this folder)",
            variable=STORE_VARIABLE,
            folder=DEFAULT_FOLDER,
        ),
    )


def store_location(given: str | None) -> str:
    """Say where the sessions are: the place given, the one set, or `sessions` here."""
    return given or os.environ.get(STORE_VARIABLE) or DEFAULT_FOLDER
