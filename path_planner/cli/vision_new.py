"""`path-planner vision new`: begin a vision in a file."""

import argparse
import errno
import os
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.opened_vision import check_ending
from path_planner.cli.telling import tell
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE, clean_line
from path_planner.words import ENGLISH, mark, say


def options(parser: argparse.ArgumentParser) -> None:
    """Add the file and what the vision is."""
    parser.add_argument("file", metavar=say("FILE"), help=say("file to write: .vision.json"))
    parser.add_argument(
        "--title", type=a_line, required=True, help=say("what the vision is called")
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
    """Write a vision that has nothing in it yet, never over something that is there."""
    from path_planner.storage.disk import write_whole
    from path_planner.storage.document import write
    from path_planner.visioning.keeping import begun

    file = Path(arguments.file)
    check_ending(file)
    if file.exists() or file.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    vision = begun(
        arguments.title, community=arguments.community, language=arguments.language or ENGLISH
    )
    write_whole(file, write(vision))
    tell(str(file))
    return 0


COMMAND = Command("new", mark("Begin a vision in a file."), options, carry_out)
