"""`path-planner sample`: write made-up sessions, or a vision made of them."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.telling import tell
from path_planner.i18n import N_, _


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say how many and how large."""
    parser.add_argument("folder", metavar=_("DIR"), help=_("folder to write to"))
    parser.add_argument(
        "--sessions", type=number, default=3, help=_("how many sessions (normally 3)")
    )
    parser.add_argument(
        "--voices", type=number, help=_("voices in each (normally what the story holds)")
    )
    parser.add_argument(
        "--strokes", type=number, help=_("strokes in each (normally what the story holds)")
    )
    parser.add_argument(
        "--vision",
        type=number,
        metavar=_("PATHS"),
        help=_("write one vision made of so many PATHs, in place of sessions"),
    )
    parser.add_argument(
        "--seed", type=int, default=1, help=_("the same seed makes the same bytes (normally 1)")
    )


def number(text: str) -> int:
    """Read a number of things."""
    count = int(text)
    if count < 0:
        raise argparse.ArgumentTypeError(_("a number must not be below zero"))
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
    from path_planner.sample.sessions import sample_sessions
    from path_planner.sample.visions import sample_vision
    from path_planner.storage.file_store.file_paths import file_name
    from path_planner.storage.serializer import write
    from path_planner.storage.session_type import SESSIONS
    from path_planner.storage.vision_type import VISIONS

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
    N_("Write made-up sessions, or a vision, for trying and measuring."),
    options,
    carry_out,
)
