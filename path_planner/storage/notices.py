"""Notices and reasons, for people, about files that are damaged or cannot be written."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass, field

from path_planner.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Message:
    """A message that is translated when it is shown, not when it is made."""

    sentence: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the message in the current language."""
        return _(self.sentence, **self.facts)


class Notice(Message):
    """A message about something that happened to a file."""

    __slots__ = ()


_REBUILT = N_(
    "This file was damaged. Nothing is lost: it was rebuilt "
    "from its history. The damaged file is kept as “{file}”."
)
_LAST_GOOD = N_(
    "This file was damaged, so the last good version was opened. Some of the "
    "latest changes may be missing. The damaged file is kept as “{file}”."
)
_SOME_UNREADABLE = N_(
    "Some saved changes could not be read. They are "
    "kept in “{file}”. All the other changes are safe."
)
_NOT_FINISHED = N_(
    "The last change was not finished when the program "
    "stopped. What was saved of it is in “{file}”."
)
_CHANGED_OUTSIDE = N_(
    "This file was changed outside Path Planner. Those changes "
    "are now included. The version before them is in the history."
)
_OLDER_COPY = N_("This file was replaced by an older copy. The newest version was opened instead.")


_JOINED = N_("Another copy of this plan was found in the folder. Changes added from it: {count}.")


def joined(count: int) -> Notice:
    """Return the notice that changes of another copy were joined with this one."""
    return Notice(_JOINED, {"count": count})


LINES_MISSING = Notice(
    N_(
        "This plan was also changed on another computer, and some of those changes may be missing "
        "here. Let the folder finish syncing on every computer. What is here is safe."
    )
)


def damaged(file: str, *, whole: bool) -> Notice:
    """Return the notice that the document was damaged, and whether all of it was recovered."""
    return Notice(_REBUILT if whole else _LAST_GOOD, {"file": file})


def some_unreadable(file: str) -> Notice:
    """Return the notice that lines of the journal are damaged."""
    return Notice(_SOME_UNREADABLE, {"file": file})


def not_finished(file: str) -> Notice:
    """Return the notice that the last line of the journal is torn: it was never acknowledged."""
    return Notice(_NOT_FINISHED, {"file": file})


CHANGED_OUTSIDE = Notice(_CHANGED_OUTSIDE)
OLDER_COPY = Notice(_OLDER_COPY)

MISSING = Notice(
    N_("The file of this plan was missing. It was rebuilt from its history, with all its changes.")
)


EMPTY = Message(N_("it is empty"))
CUT_OR_GARBLED = Message(N_("its text is cut off or scrambled"))
TWICE_NAMED = Message(N_("it says the same thing twice"))
TOO_DEEP = Message(N_("its parts are nested too deeply"))
TOO_MANY_PARTS = Message(N_("it has more parts than a plan can have"))
NO_VERSION = Message(N_("it does not say which version it is"))
NO_HEADING = Message(N_("its first line is not right"))
NOT_ANSWERING = Message(N_("the disk could not read it back"))

AWAY = Notice(
    N_(
        "The folder with the plans is not there. This page shows what was saved last. Connect "
        "the stick or drive again to go on; until then you can save a copy on this computer."
    )
)
LITTLE_SPACE = Notice(
    N_(
        "There is little space left on this disk. "
        "Free up some space soon, so that everything can be saved."
    )
)

FULL = Message(N_("the disk is full"))
READ_ONLY = Message(N_("nothing can be written in this folder"))
UNWRITABLE = Message(N_("the disk could not save it"))

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def wrong_part(part: str) -> Message:
    """Return the reason that a collection has an invalid record."""
    return Message(N_("something under “{part}” cannot be read"), {"part": part})


def same_id(part: str) -> Message:
    """Return the reason that two records of a collection have the same id."""
    return Message(N_("two things under “{part}” have the same id"), {"part": part})


def of_disk(error: OSError) -> Message:
    """Return the reason for an OSError of a write."""
    if error.errno in _FULL:
        return FULL
    return READ_ONLY if error.errno in _READ_ONLY else UNWRITABLE
