"""`path-planner vision new`: begin a vision in a file."""

import argparse
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

from path_planner.cli.command import Command
from path_planner.cli.opened_vision import check_ending
from path_planner.cli.telling import note, tell
from path_planner.domain.text_types import MOST_LETTERS_IN_A_LINE, clean_line
from path_planner.i18n import ENGLISH, N_, _

if TYPE_CHECKING:
    from path_planner.domain.vision.vision import Vision


def options(parser: argparse.ArgumentParser) -> None:
    """Add the file and what the vision is."""
    parser.add_argument("file", metavar=_("FILE"), help=_("file to write: .vision.json"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--title", type=a_line, help=_("what the vision is called"))
    what.add_argument(
        "--from", dest="zip", metavar=_("ZIP"), help=_("a vision that was given away as a zip")
    )
    parser.add_argument("--community", type=a_line, default="", help=_("whose community it is"))
    parser.add_argument(
        "--language",
        type=a_line,
        default=ENGLISH,
        help=_("the language its documents are written in, such as “cy” (normally “en”)"),
    )


def a_line(text: str) -> str:
    """Read one line of words."""
    line = str(clean_line(text))
    if len(line) > MOST_LETTERS_IN_A_LINE:
        raise argparse.ArgumentTypeError(
            _("at most {count} letters, please", count=MOST_LETTERS_IN_A_LINE)
        )
    return line


def carry_out(arguments: argparse.Namespace) -> int:
    """Write a vision, never over something that is there."""
    from path_planner.storage.atomic_io import atomic_write
    from path_planner.storage.serializer import write

    file = Path(arguments.file)
    check_ending(file)
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    if file.exists() or file.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))
    vision = _given_away(Path(arguments.zip)) if arguments.zip else _begun(arguments)
    atomic_write(file, write(vision))
    tell(str(file))
    return 0


def _begun(arguments: argparse.Namespace) -> "Vision":
    from path_planner.services.vision.documents import begun

    return begun(
        arguments.title, community=arguments.community, language=arguments.language or ENGLISH
    )


def _given_away(file: Path) -> "Vision":
    from path_planner.services.vision.open_dataset_import import MOST_PACKED, read_open_data_package

    with file.open("rb") as opened:
        brought = read_open_data_package(opened.read(MOST_PACKED + 1))
    for told in brought.notices:
        note(str(told))
    return brought.vision


COMMAND = Command("new", N_("Begin a vision in a file."), options, carry_out)
