"""`path-planner sample`: write made-up sessions, or a vision made of them."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.telling import tell
from path_planner.words import mark, say


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how many and how large."""
    parser.add_argument("folder", metavar=say("DIR"), help=say("folder to write to"))
    parser.add_argument(
        "--sessions", type=number, default=3, help=say("how many sessions (normally 3)")
    )
    parser.add_argument(
        "--voices", type=number, help=say("voices in each (normally what the story holds)")
    )
    parser.add_argument(
        "--strokes", type=number, help=say("strokes in each (normally what the story holds)")
    )
    parser.add_argument(
        "--vision",
        type=number,
        metavar=say("PATHS"),
        help=say("write one vision made of so many PATHs, in place of sessions"),
    )
    parser.add_argument(
        "--seed", type=int, default=1, help=say("the same seed makes the same bytes (normally 1)")
    )


def number(text: str) -> int:
    """Read a number of things."""
    count = int(text)
    if count < 0:
        raise argparse.ArgumentTypeError(say("a number must not be below zero"))
    return count


def carry_out(arguments: argparse.Namespace) -> int:
    """Write each session, or the vision, as a file and name it."""
    folder = Path(arguments.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _files(arguments):
        path = folder / name
        path.write_bytes(content)
        tell(str(path))
    return 0


def _files(arguments: argparse.Namespace) -> Iterator[tuple[str, bytes]]:
    from path_planner.sample.making import sample_sessions
    from path_planner.sample.visions import sample_vision
    from path_planner.storage.document import write
    from path_planner.storage.sessions import SESSIONS
    from path_planner.storage.shelf import file_name
    from path_planner.storage.visions import VISIONS

    if arguments.vision is not None:
        vision = sample_vision(arguments.vision, seed=arguments.seed)
        yield file_name(vision, VISIONS), write(vision)
        return
    for session in sample_sessions(
        arguments.sessions,
        voices=arguments.voices,
        strokes=arguments.strokes,
        seed=arguments.seed,
    ):
        yield file_name(session, SESSIONS), write(session)


COMMAND = Command(
    "sample",
    mark("Write made-up sessions, or a vision, for trying and measuring."),
    options,
    carry_out,
)
