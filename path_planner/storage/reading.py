"""Reading what lies on a shelf: the newest state, and what is not as it should be."""

from typing import NamedTuple
from zlib import crc32

from path_planner.domain.change import apply, difference
from path_planner.domain.session import Session
from path_planner.errors import FileDamaged, FileTooNew, PlannerError, SessionNotFound
from path_planner.storage import disk, journal, notices, past, reasons
from path_planner.storage.document import assemble, upgraded
from path_planner.storage.door import parse
from path_planner.storage.facts import Notice
from path_planner.storage.merge import merge
from path_planner.storage.replay import Raw, Replayed, replay, replay_one_by_one
from path_planner.storage.shelf import Shelf


class State(NamedTuple):
    """The newest state of a session, and how the document stands to it."""

    session: Session
    settled: int | None
    """The revision of the document; None where it must be written anew."""
    broken: bool = False
    """The document is damaged and must be set aside."""
    whole: bool = True
    notices: tuple[Notice, ...] = ()


class Found(NamedTuple):
    """What lies on a shelf."""

    file: bytes
    lines: bytes | None
    """The journal as it lies there; None where there is none."""
    now: journal.Parsed
    state: State

    @property
    def journal_broken(self) -> bool:
        """Say whether the journal is damaged, and not only torn at its end."""
        return self.lines is not None and (self.now.header is None or bool(self.now.bad))


def look(shelf: Shelf) -> Found:
    """Read the document and its journal; write nothing."""
    file, lines = disk.read(shelf.file), disk.read(shelf.journal)
    if file is None:
        raise SessionNotFound(session_id=shelf.id)
    now = journal.parse(lines or b"")
    return Found(file, lines, now, newest(shelf, file, now))


def newest(shelf: Shelf, file: bytes, now: journal.Parsed) -> State:
    """Return the newest state that document, journal and history give."""
    try:
        raw = parse(file)
        if raw.get("id") != shelf.id:
            raise FileDamaged(why=reasons.NO_HEADING)
        return (_continued if is_ours(file, now) else _changed_outside)(shelf, raw, now)
    except FileTooNew:
        raise
    except PlannerError as trouble:
        return _recovered(shelf, now, trouble)


def is_ours(file: bytes, now: journal.Parsed) -> bool:
    """Say whether a document is one that its journal has announced."""
    announced = {settled.file for settled in now.settled}
    announced |= {now.header.file} if now.header else set()
    return not announced or crc32(file) in announced


def _continued(shelf: Shelf, raw: Raw, now: journal.Parsed) -> State:
    """Go on from our own document."""
    replayed = _replayed(raw, now)
    if not replayed.whole:
        other = past.rebuild(shelf, now)
        if other is not None and other.whole:
            replayed = other
    settled = int(raw.get("revision", 0))
    return State(replayed.session, settled, whole=replayed.whole)


def _replayed(raw: Raw, now: journal.Parsed) -> Replayed:
    try:
        return replay(raw, now.steps)
    except PlannerError:
        return replay_one_by_one(raw, now.steps)


def _changed_outside(shelf: Shelf, raw: Raw, now: journal.Parsed) -> State:
    """Take in a document that somebody put there or mended by hand."""
    theirs = assemble(upgraded(raw))
    here = past.rebuild(shelf, now)
    if here is None:
        return State(_replayed(raw, now).session, None)
    ours = here.session
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


def _at(shelf: Shelf, now: journal.Parsed, revision: int) -> Session | None:
    found = past.rebuild(shelf, now, upto=revision)
    return found.session if found is not None and found.session.revision == revision else None


def _same(one: Session, other: Session) -> bool:
    return (
        not difference(one, other)
        and one.begun == other.begun
        and one.model_extra == other.model_extra
    )


def _recovered(shelf: Shelf, now: journal.Parsed, trouble: PlannerError) -> State:
    """Put a session together again without its document."""
    found = past.rebuild(shelf, now)
    if found is None:
        raise trouble
    return State(found.session, None, broken=True, whole=found.whole)
