"""`path-planner backup` and `path-planner restore`: everything in one zip, and back again."""

import errno
import os
from pathlib import Path

from path_planner.cli.command import argument, command, store_location, store_option
from path_planner.cli.console import print_line, print_note, write_output
from path_planner.cli.option_types import PathName
from path_planner.i18n import N_, _, ngettext


@command("backup", help=N_("Save every PATH and every vision in one zip of readable files."))
@argument("file", type=PathName(), metavar=N_("FILE"), help=N_("the zip to write"))
@store_option
def backup(file: str, store: str | None) -> None:
    """Write the backup and print its name; an existing file is never replaced."""
    from path_planner.services.backup import save_backup
    from path_planner.storage.store_registry import open_stores

    out = Path(file)
    _check_new(out)
    saved = save_backup(open_stores(store_location(store)))
    write_output(out, saved.content)
    if saved.unreadable:
        print_note(
            ngettext(
                "{count} file could not be read and is not in the backup.",
                "{count} files could not be read and are not in the backup.",
                saved.unreadable,
            )
        )


def _check_new(file: Path) -> None:
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file.parent))
    if file.exists() or file.is_symlink():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(file))


@command("restore", help=N_("Add what is in a backup; nothing that is here is replaced."))
@argument("file", type=PathName(), metavar=N_("FILE"), help=N_("a zip written by “backup”"))
@store_option
def restore(file: str, store: str | None) -> None:
    """Print the id of each document that was added; one that is here differently is a copy."""
    from path_planner.services.backup import MOST_PACKED, add_documents, compare, read_backup
    from path_planner.storage.store_registry import open_stores

    with Path(file).open("rb") as opened:
        contents = read_backup(opened.read(MOST_PACKED + 1))
    stores = open_stores(store_location(store))
    found = compare(stores, contents)
    for document in add_documents(stores, found.new):
        print_line(document.id)
    for original in found.different:
        (copy,) = add_documents(stores, (original,))
        print_line(copy.id)
        print_note(
            _(
                "“{id}” is here with other content. It was added as a copy: “{copy}”.",
                id=original.id,
                copy=copy.id,
            )
        )
    if found.same:
        print_note(
            ngettext(
                "{count} was here already, just as it is in the backup.",
                "{count} were here already, just as they are in the backup.",
                len(found.same),
            )
        )
    for name in contents.unreadable:
        print_note(_("{file}: this file in the backup is damaged, so it was left out.", file=name))
