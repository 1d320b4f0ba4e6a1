"""What the lists of a store have in common: their order, and the line of what was removed."""

from datetime import datetime, timedelta

from path_planner.storage.store import DAYS_TO_RESTORE, Due, L, Removed


def removed_of(entry: L, at: datetime) -> Removed[L]:
    """Return the line of a document among the removed ones."""
    return Removed(
        entry=entry,
        removed_at=at,
        erased_on=(at + timedelta(days=DAYS_TO_RESTORE)).date(),
    )


def is_over(removed_at: datetime, now: datetime) -> bool:
    """Say whether a removed document has been kept long enough."""
    return now - removed_at > timedelta(days=DAYS_TO_RESTORE)


def newest_first(entries: list[L]) -> list[L]:
    """Sort the list of documents."""
    return sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)


def soonest_first(dues: list[Due]) -> list[Due]:
    """Sort what is due."""
    return sorted(dues, key=lambda due: (due.by_when, due.session_id, due.commitment_id))
