"""People who write into a store: short ways to append."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from path_planner.domain.diff import Change, diff
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.open_document import OpenDocument
from path_planner.storage.protocol import AppendResult, SessionStore
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import NOON, a_voice


def later(minutes: float) -> datetime:
    """Return a moment after noon."""
    return NOON + timedelta(minutes=minutes)


def append(
    store: SessionStore,
    session: Session,
    changes: Sequence[Change],
    *,
    by: str = "asha",
    op_id: str = "",
    at: datetime = NOON,
) -> AppendResult:
    """Append changes that were made to this state of a session."""
    return store.append(
        session.id,
        changes,
        expected_revision=session.revision,
        op_id=op_id or uuid4().hex,
        by=by,
        at=at,
    )


def say(
    store: SessionStore, session: Session, voice_id: str, text: str = "", by: str = "asha"
) -> Session:
    """Say something, and return the session with it."""
    voice = a_voice(voice_id, text=text or f"I said {voice_id}.")
    return append(store, session, [voice_change(voice)], by=by).document


def voice_change(voice: Voice) -> Change:
    """Return the change that writes a voice down."""
    return Change("voices", voice.id, voice)


def change_to(
    store: SessionStore, before: Session, after: Session, by: str = "asha"
) -> AppendResult:
    """Append what differs."""
    return append(store, before, diff(before, after), by=by)


def turn_over(folder: Path, session: Session) -> None:
    """Close the journal of a session, as another program does, and begin the next."""
    paths = Folder(folder, SESSIONS).paths(session.id)
    OpenDocument(paths, writable=True).rotate_journal()
