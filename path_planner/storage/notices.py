"""What people are told when the files of a plan were not as they should be."""

from path_planner.storage.facts import Notice
from path_planner.words import mark

_REBUILT = mark(
    "The file of this plan was damaged. Nothing is lost: the plan was put together again from "
    "its history. The damaged file is kept as “{file}”."
)
_LAST_GOOD = mark(
    "The file of this plan was damaged. The last good state was opened. Some of the latest "
    "changes may be missing. The damaged file is kept as “{file}”."
)
_SOME_UNREADABLE = mark(
    "Some saved changes could not be read. They are kept aside as “{file}”. "
    "All other changes are in the plan."
)
_NOT_FINISHED = mark(
    "The very last change was not finished when the program stopped. "
    "What was written of it is kept aside as “{file}”."
)
_CHANGED_OUTSIDE = mark(
    "The file of this plan was changed outside Path Planner. These changes are in the plan now. "
    "What was there before is in its history."
)
_OLDER_COPY = mark(
    "An older copy of this plan was put in the place of its file. The newest state was opened."
)


def damaged(file: str, *, whole: bool) -> Notice:
    """Tell that the document was damaged, and whether all of it could be put together again."""
    return Notice(_REBUILT if whole else _LAST_GOOD, {"file": file})


def some_unreadable(file: str) -> Notice:
    """Tell that lines of the journal are damaged."""
    return Notice(_SOME_UNREADABLE, {"file": file})


def not_finished(file: str) -> Notice:
    """Tell that the last line of the journal is torn: it was never acknowledged."""
    return Notice(_NOT_FINISHED, {"file": file})


CHANGED_OUTSIDE = Notice(_CHANGED_OUTSIDE)
OLDER_COPY = Notice(_OLDER_COPY)
