"""`path-planner check`: check that every document can be read."""

import errno
import os
from pathlib import Path

import click

from path_planner.cli.command import FAILED, command, store_location, store_option
from path_planner.cli.console import print_line
from path_planner.i18n import N_, _, ngettext


@command(
    "check",
    help=N_("Check every PATH, vision and day for problems; nothing is changed."),
)
@store_option
def check(store: str | None) -> None:
    """Print what is wrong with each file; the exit status is 0 only if all are well."""
    from path_planner.storage.store_registry import open_stores

    location = store_location(store)
    if store and ":" not in location and not Path(location).is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), location)
    stores = open_stores(location)
    findings = [finding for store in stores for finding in store.check()]
    troubles = [finding for finding in findings if not finding.well]
    for finding in troubles:
        print_line(f"{finding.file}: {finding}")
    if troubles:
        print_line(
            ngettext(
                "{count} file needs checking.", "{count} files need checking.", count=len(troubles)
            )
        )
        raise click.exceptions.Exit(FAILED)
    print_line(_("Everything is fine."))
