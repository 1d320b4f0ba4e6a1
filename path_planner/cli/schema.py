"""`path-planner schema`: what the files are made of."""

import argparse
import json

from path_planner.cli.command import Command
from path_planner.cli.telling import tell
from path_planner.i18n import N_, _


def options(parser: argparse.ArgumentParser) -> None:
    """Add which sort of file it is about."""
    parser.add_argument(
        "--vision", action="store_true", help=_("of a vision's file, not a session's")
    )


def carry_out(arguments: argparse.Namespace) -> int:
    """Print the schema."""
    from path_planner.storage.schema import schema
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.vision_type import VISIONS

    tell(json.dumps(schema(VISIONS if arguments.vision else SESSIONS), indent=2))
    return 0


COMMAND = Command(
    "schema", N_("Print the JSON Schema of a session's or a vision's file."), options, carry_out
)
