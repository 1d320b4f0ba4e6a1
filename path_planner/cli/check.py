"""`path-planner check`: look whether every session and every vision can be read."""

import argparse
import errno
import os
from pathlib import Path

from path_planner.cli.command import Command
from path_planner.cli.store_option import add_store_option, store_location
from path_planner.cli.telling import tell
from path_planner.i18n import N_, _, ngettext


def carry_out(arguments: argparse.Namespace) -> int:
    """Say what is wrong with which file; the status is 0 only if nothing is."""
    from path_planner.storage.store_registry import open_stores

    location = store_location(arguments.store)
    if arguments.store and ":" not in location and not Path(location).is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), location)
    stores = open_stores(location)
    findings = [*stores.sessions.check(), *stores.visions.check()]
    troubles = [finding for finding in findings if not finding.well]
    for finding in troubles:
        tell(f"{finding.file}: {finding}")
    if troubles:
        tell(
            ngettext(
                "{count} file needs a look.", "{count} files need a look.", count=len(troubles)
            )
        )
        return 1
    tell(_("All is well."))
    return 0


COMMAND = Command(
    "check",
    N_("Look at every session and vision and say what is wrong; nothing is changed."),
    add_store_option,
    carry_out,
)
