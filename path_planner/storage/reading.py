"""Reading what lies on a shelf: the newest state, and what is not as it should be."""

from typing import Generic, NamedTuple
from zlib import crc32

from path_planner.domain.change import apply, difference
from path_planner.errors import FileDamaged, FileTooNew, PlannerError, SessionNotFound
from path_planner.storage import disk, journal, notices, past, reasons
from path_planner.storage.document import assemble, upgraded
from path_planner.storage.door import parse
from path_planner.storage.facts import Notice
from path_planner.storage.merge import merge
from path_planner.storage.migrations import Raw
from path_planner.storage.replay import Replayed, replay, replay_one_by_one
from path_planner.storage.shelf import Shelf
from path_planner.storage.store import D, L


class State(NamedTuple, Generic[D]):
    """The newest state of a document on a shelf, and how the document stands to it."""

    document: D
    settled: int | None
    """The revision of the file; None where it must be written anew."""
    broken: bool = False
    """The file is damaged and must be set aside."""
    whole: bool = True
    notices: tuple[Notice, ...] = ()


class Found(NamedTuple, Generic[D]):
    """What lies on a shelf."""

    file: bytes
    lines: bytes | None
    """The journal as it lies there; None where there is none."""
    now: journal.Parsed
    state: State[D]

    @property
    def journal_broken(self) -> bool:
        """Say whether the journal is damaged, and not only torn at its end."""
        return self.lines is not None and (self.now.header is None or bool(self.now.bad))


def look(shelf: Shelf[D, L]) -> Found[D]:
    """Read the document and its journal; write nothing."""
    file, lines = disk.read(shelf.file), disk.read(shelf.journal)
    if file is None:
        raise SessionNotFound(session_id=shelf.id)
    now = journal.parse(lines or b"", shelf.sort)
    return Found(file, lines, now, newest(shelf, file, now))


def newest(shelf: Shelf[D, L], file: bytes, now: journal.Parsed) -> State[D]:
    """Return the newest state that document, journal and history give."""
    try:
        raw = parse(file, shelf.sort)
        if raw.get("id") != shelf.id:
            raise FileDamaged(why=reasons.NO_HEADING)
        if is_ours(file, now):
            return _continued(shelf, raw, now)
        return _changed_outside(shelf, raw, now)
    except FileTooNew:
        raise
    except PlannerError as trouble:
        return _recovered(shelf, now, trouble)


def is_ours(file: bytes, now: journal.Parsed) -> bool:
    """Say whether a document is one that its journal has announced."""
    announced = {settled.file for settled in now.settled}
    announced |= {now.header.file} if now.header else set()
    return not announced or crc32(file) in announced


def _continued(shelf: Shelf[D, L], raw: Raw, now: journal.Parsed) -> State[D]:
    """Go on from our own document."""
    replayed = _replayed(shelf, raw, now)
    if not replayed.whole:
        other = past.rebuild(shelf, now)
        if other is not None and other.whole:
            replayed = other
    settled = int(raw.get("revision", 0))
    return State(replayed.document, settled, whole=replayed.whole)


def _replayed(shelf: Shelf[D, L], raw: Raw, now: journal.Parsed) -> Replayed[D]:
    try:
        return replay(raw, now.steps, shelf.sort)
    except PlannerError:
        return replay_one_by_one(raw, now.steps, shelf.sort)


def _changed_outside(shelf: Shelf[D, L], raw: Raw, now: journal.Parsed) -> State[D]:
    """Take in a document that somebody put there or mended by hand."""
    theirs = assemble(upgraded(raw, shelf.sort), shelf.sort)
    here = past.rebuild(shelf, now)
    if here is None:
        return State(_replayed(shelf, raw, now).document, None)
    ours = here.document
    then = _at(shelf, now, theirs.revision)
    if then is not None and _same(then, theirs):
        older = theirs.revision < ours.revision
        return State(ours, None, notices=(notices.OLDER_COPY,) if older else ())
    changes = difference(then or ours, theirs)
    merged = merge(then or ours, ours, changes, {})
    after = apply(ours, merged.changes)
    update = {
        **(theirs.model_extra or {}),
        "begun": theirs.begun,
        "revision": max(ours.revision, theirs.revision) + 1,
        "updated": max(ours.updated, theirs.updated),
    }
    return State(after.model_copy(update=update), None, notices=(notices.CHANGED_OUTSIDE,))


def _at(shelf: Shelf[D, L], now: journal.Parsed, revision: int) -> D | None:
    found = past.rebuild(shelf, now, upto=revision)
    return found.document if found is not None and found.document.revision == revision else None


def _same(one: D, other: D) -> bool:
    return (
        not difference(one, other)
        and one.begun == other.begun
        and one.model_extra == other.model_extra
    )


def _recovered(shelf: Shelf[D, L], now: journal.Parsed, trouble: PlannerError) -> State[D]:
    """Put a document together again without its file."""
    found = past.rebuild(shelf, now)
    if found is None:
        raise trouble
    return State(found.document, None, broken=True, whole=found.whole)
