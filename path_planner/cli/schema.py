"""`path-planner schema`: what a session's file is made of."""

import argparse
import json

from path_planner.cli.command import Command
from path_planner.cli.telling import tell
from path_planner.words import mark


def no_options(_parser: argparse.ArgumentParser) -> None:
    """Add nothing."""


def carry_out(_arguments: argparse.Namespace) -> int:
    """Print the schema."""
    from path_planner.storage.schema import schema

    tell(json.dumps(schema(), indent=2))
    return 0


COMMAND = Command(
    "schema", mark("Print the JSON Schema of a session's file."), no_options, carry_out
)
