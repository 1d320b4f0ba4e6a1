"""The history of a document as a list of its steps."""

import re
from datetime import UTC, datetime
from typing import Any

from path_planner.domain.document import Document
from path_planner.storage import journal, past
from path_planner.storage.shelf import AnyShelf
from path_planner.storage.store import Revision

_UPDATED = re.compile(rb'"updated":\s*"([^"]{10,40})"')


def revisions(shelf: AnyShelf, newest: Document, now: journal.Parsed) -> list[Revision]:
    """Return every revision that can be reached, oldest first."""
    found = {base: _of_base(shelf, base) for base in past.bases(shelf)}
    for step in past.steps_since(shelf, -1, now):
        found[step["rev"]] = _of_step(step)
    found.setdefault(newest.revision, Revision(newest.revision, newest.updated, "", ()))
    return [found[revision] for revision in sorted(found)]


def _of_step(step: dict[str, Any]) -> Revision:
    touched = tuple((str(change[0]), str(change[1])) for change in step["changes"])
    at = datetime.fromisoformat(step["at"])
    return Revision(step["rev"], at, step["by"], touched, step["op_id"])


def _of_base(shelf: AnyShelf, base: int) -> Revision:
    said = _UPDATED.search(past.read_base(shelf, base) or b"")
    at = datetime.fromisoformat(said[1].decode()) if said else datetime.fromtimestamp(0, UTC)
    return Revision(base, at, "", ())
