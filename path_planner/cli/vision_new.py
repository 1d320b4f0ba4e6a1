"""`path-planner vision new`: begin a vision in a file."""

import argparse
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.command import Command
from path_planner.cli.opened_vision import check_ending
from path_planner.cli.telling import note, tell
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE, clean_line
from path_planner.words import ENGLISH, mark, say

if TYPE_CHECKING:
    from path_planner.domain.vision.vision import Vision


def options(parser: argparse.ArgumentParser) -> None:
    """Add the file and what the vision is."""
    parser.add_argument("file", metavar=say("FILE"), help=say("file to write: .vision.json"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--title", type=a_line, help=say("what the vision is called"))
    what.add_argument(
        "--from", dest="zip", metavar=say("ZIP"), help=say("a vision that was given away as a zip")
    )
    parser.add_argument("--community", type=a_line, default="", help=say("whose community it is"))
    parser.add_argument(
        "--language",
        type=a_line,
        default=ENGLISH,
        help=say("the language its documents are written in, such as “cy” (normally “en”)"),
    )


def a_line(text: str) -> str:
    """Read one line of words."""
    line = str(clean_line(text))
    if len(line) > MOST_LETTERS_IN_A_LINE:
        raise argparse.ArgumentTypeError(
            say("at most {count} letters, please", count=MOST_LETTERS_IN_A_LINE)
        )
    return line


def carry_out(arguments: argparse.Namespace) -> int:
    """Write a vision, never over something that is there."""
    from path_planner.storage.disk import write_whole
    from path_planner.storage.document import write

    file = Path(arguments.file)
    check_ending(file)
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    if file.exists() or file.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    vision = _given_away(Path(arguments.zip)) if arguments.zip else _begun(arguments)
    write_whole(file, write(vision))
    tell(str(file))
    return 0


def _begun(arguments: argparse.Namespace) -> "Vision":
    from path_planner.visioning.keeping import begun

    return begun(
        arguments.title, community=arguments.community, language=arguments.language or ENGLISH
    )


def _given_away(file: Path) -> "Vision":
    from path_planner.visioning.bringing_back import read_given_away
    from path_planner.visioning.zip_door import MOST_PACKED

    with file.open("rb") as opened:
        brought = read_given_away(opened.read(MOST_PACKED + 1))
    for told in brought.notices:
        note(str(told))
    return brought.vision


COMMAND = Command("new", mark("Begin a vision in a file."), options, carry_out)
