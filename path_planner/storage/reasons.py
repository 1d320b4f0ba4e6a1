"""Why a file could not be read, or a change not be written."""

import errno

from path_planner.storage.facts import Fact
from path_planner.words import mark

EMPTY = Fact(mark("it is empty"))
CUT_OR_GARBLED = Fact(mark("its text is cut off or garbled"))
TWICE_NAMED = Fact(mark("it says the same thing twice"))
TOO_DEEP = Fact(mark("its parts are nested too deeply"))
TOO_MANY_PARTS = Fact(mark("it has more parts than a plan can have"))
NO_VERSION = Fact(mark("it does not say which version it is"))
NO_HEADING = Fact(mark("its heading is not right"))
NOT_ANSWERING = Fact(mark("the disk did not give it back"))

FULL = Fact(mark("the disk is full"))
READ_ONLY = Fact(mark("nothing can be written in this folder"))
UNWRITABLE = Fact(mark("the disk did not take it"))
TOO_HEAVY = Fact(mark("the plan is as large as a plan can be"))
UNFIT = Fact(mark("a part of it is too long or cannot be kept"))

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def wrong_part(part: str) -> Fact:
    """Name the collection that has something in it that cannot be read."""
    return Fact(mark("something under “{part}” cannot be read"), {"part": part})


def same_id(part: str) -> Fact:
    """Name the collection in which two records have the same id."""
    return Fact(mark("two things under “{part}” have the same id"), {"part": part})


def of_disk(trouble: OSError) -> Fact:
    """Say in plain words what the disk answered to a write."""
    if trouble.errno in _FULL:
        return FULL
    return READ_ONLY if trouble.errno in _READ_ONLY else UNWRITABLE
