"""What the list of sessions and the list of what is due tell about one session."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from path_planner.domain.commitment import Status
from path_planner.domain.session import Session
from path_planner.storage.store import DAYS_TO_RESTORE, Due, Entry, Removed


def entry_of(session: Session) -> Entry:
    """Return the line of a session in the list."""
    about = session.about
    return Entry(
        id=session.id,
        title=about.title,
        pathfinder=about.pathfinder.name,
        process=about.process,
        place=about.place,
        held_on=about.held_on,
        begun=session.begun,
        updated=session.updated,
        revision=session.revision,
        people=len(session.people),
        voices=len(session.voices),
        commitments=len(session.commitments),
        open_commitments=sum(
            commitment.status is Status.OPEN for commitment in session.commitments.values()
        ),
    )


def dues_of(session: Session) -> Iterator[Due]:
    """Yield the open commitments of a session that have a date."""
    names = {person.id: person.name for person in session.people.values()}
    for commitment in session.commitments.values():
        if commitment.status is Status.OPEN and commitment.by_when is not None:
            yield Due(
                session_id=session.id,
                title=session.about.title,
                pathfinder=session.about.pathfinder.name,
                commitment_id=commitment.id,
                stage=commitment.stage,
                what=commitment.what,
                who=names.get(commitment.who or "", ""),
                coach=names.get(commitment.coach or "", ""),
                by_when=commitment.by_when,
                said_yes=commitment.said_yes,
            )


def removed_of(entry: Entry, at: datetime) -> Removed:
    """Return the line of a session among the removed ones."""
    return Removed(
        id=entry.id,
        title=entry.title,
        pathfinder=entry.pathfinder,
        updated=entry.updated,
        removed_at=at,
        erased_on=(at + timedelta(days=DAYS_TO_RESTORE)).date(),
    )


def is_over(removed_at: datetime, now: datetime) -> bool:
    """Say whether a removed session has been kept long enough."""
    return now - removed_at > timedelta(days=DAYS_TO_RESTORE)


def newest_first(entries: list[Entry]) -> list[Entry]:
    """Sort the list of sessions."""
    return sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)


def soonest_first(dues: list[Due]) -> list[Due]:
    """Sort what is due."""
    return sorted(dues, key=lambda due: (due.by_when, due.session_id, due.commitment_id))
