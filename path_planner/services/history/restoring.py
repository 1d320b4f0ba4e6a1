"""Restoring an earlier state as a new revision, or one voice, card or drawing of it.

Two things never come back. A permission: consent and share levels are as narrow as they are now,
or as they were when a record was deleted. And people and words that were taken out: who is no
longer among the people, and whatever is erased from the history too. What others gave to a vision
(voices, ballots, answers) is not the group's to restore or to take away, so it stays as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from path_planner.domain.base import D, Document, Record, Value, put
from path_planner.domain.diff import record_of
from path_planner.domain.marks import Photo
from path_planner.domain.revoking import has_permissions, narrowed, newest_record
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement
from path_planner.domain.vision.vision import Vision
from path_planner.errors import NotAgreedToKeep, UnknownRecord
from path_planner.services.context import EditContext, SaveResult, fresh_id
from path_planner.services.history.points import RESTORE
from path_planner.services.session.wall.records import dependents
from path_planner.services.vision.undo import without_withdrawn

LastKnown = Callable[[str, str], Value | None]
"""Returns a record that is deleted now as it was just before; None if that is unknown."""

_SESSION_STAYS = ("consent", "clock")
_PEOPLE_FIELDS = ("said_by", "supported_by", "who", "coach", "by")
_VISION_STAYS = (
    "sources", "voices", "drawings", "votes", "ballots", "answers", "printed", "withdrawals",
)  # fmt: skip
_EVENT_STAYS = (
    "agreed", "clock", "guests", "interest", "seats", "voices", "marks", "pictures",
)  # fmt: skip
"""What people gave to a day, or agreed to, is not the facilitator's to take away again."""
_STAYS = {"session": _SESSION_STAYS, "vision": _VISION_STAYS, "event": _EVENT_STAYS}
_STAYS_OUT = ("people", "steering")
"""Collections of people: who was taken out since stays out."""
ALONE = {
    "session": ("voices", "parked", "commitments", "marks", "agreement"),
    "vision": ("themes", "causes", "disagreements", "priorities", "actions", "outcomes"),
    "event": ("topics", "rooms", "slots", "tables", "rounds", "groups", "answers"),
}
"""The collections of which a single record can be brought back, by kind of document."""


class Restored(NamedTuple):
    """An earlier state as it would be restored, and how much of it stays out."""

    document: Any
    stays_out: int


def restored(then: D, now: D, last_known: LastKnown) -> Restored:
    """Return the state that restoring `then` makes of `now`; the ids and times are those of now."""
    update: dict[str, Any] = {}
    stays = _STAYS[now.kind.name]
    out = 0
    for name in now.kind.singles:
        update[name] = getattr(now if name in stays else then, name)
    for name in now.kind.collections:
        if name in stays:
            update[name] = getattr(now, name)
            out += len(getattr(then, name).keys() - getattr(now, name).keys())
            continue
        update[name] = dict(_records(name, then, now, last_known))
        out += len(getattr(then, name)) - len(update[name])
    after = now.model_copy(update=update)
    return Restored(_tidy(after, then, now), out)


def _tidy(after: Any, then: Any, now: Any) -> Any:
    if isinstance(now, Session):
        return _tidy_session(after)
    return _tidy_vision(after, then, now) if isinstance(now, Vision) else after


def _records(
    name: str, then: Document, now: Document, last_known: LastKnown
) -> Iterator[tuple[str, Record]]:
    for key, record in getattr(then, name).items():
        present = newest_record(now, name, key)
        if present is not None:
            yield key, narrowed(record, present)
        elif name not in _STAYS_OUT and not _is_refused_photo(record, name, now):
            newest = last_known(name, key) if has_permissions(record) else record
            if newest is not None:
                yield key, narrowed(record, newest)


def _is_refused_photo(record: Value, name: str, now: Document) -> bool:
    """Whether it is a photo that was deleted, in a session whose people now say no to photos."""
    is_photo = name == "pictures" or isinstance(record, Photo)
    return is_photo and isinstance(now, Session) and now.consent.photos is False


def _tidy_session(session: Session) -> Session:
    """Return the session without links to people who are not in it."""
    linked = {
        name: {
            key: _without_missing_people(record, session)
            for key, record in getattr(session, name).items()
        }
        for name in ("voices", "parked", "commitments", "marks")
    }
    session = session.model_copy(update=linked)
    pathfinder = session.about.pathfinder
    if pathfinder.person is not None and pathfinder.person not in session.people:
        pathfinder = pathfinder.model_copy(update={"person": None})
        about = session.about.model_copy(update={"pathfinder": pathfinder})
        session = session.model_copy(update={"about": about})
    return session


def _without_missing_people(record: Any, session: Session) -> Any:
    missing = {
        name: None
        for name in _PEOPLE_FIELDS
        if getattr(record, name, None) is not None and getattr(record, name) not in session.people
    }
    return record.model_copy(update=missing) if missing else record


def _themed_as_then(voice: SharedVoice, then: SharedVoice | None) -> SharedVoice:
    """Return a voice with what theming had decided about it at an earlier time."""
    if then is None or (then.alone, then.not_in) == (voice.alone, voice.not_in):
        return voice
    return voice.model_copy(update={"alone": then.alone, "not_in": then.not_in})


def _tidy_vision(vision: Vision, then: Any, now: Any) -> Vision:
    """Return the vision without links to voices and records that are not in it."""
    voted = {option for each in vision.votes.values() for option in each.options}
    priorities = {
        **{key: record for key, record in now.priorities.items() if key in voted},
        **vision.priorities,
    }
    return vision.model_copy(
        update={
            "priorities": priorities,
            "voices": {
                key: _themed_as_then(voice, then.voices.get(key))
                for key, voice in vision.voices.items()
            },
            "placings": {
                key: record
                for key, record in vision.placings.items()
                if record.voice in vision.voices and record.theme in vision.themes
            },
            "disagreements": {
                key: without_withdrawn(vision, record)
                for key, record in vision.disagreements.items()
            },
            "answers": {
                key: record
                for key, record in vision.answers.items()
                if record.reply in vision.replies
            },
        }
    )


def state_to_show(context: EditContext[D], revision: int) -> D:
    """Return an earlier state with permissions as narrow as now, and without what was erased."""
    now = context.document
    then = context.store.at_revision(now.id, revision)
    last_known = _last_known(context, then)
    update: dict[str, Any] = {
        name: narrowed(getattr(then, name), getattr(now, name)) for name in now.kind.singles
    }
    for name in now.kind.collections:
        present, erased = getattr(now, name), name in now.kind.redacted_on_delete
        update[name] = {
            key: _narrowed_as_now(record, newest_record(now, name, key) or last_known(name, key))
            for key, record in getattr(then, name).items()
            if key in present or not erased
        }
    return then.model_copy(update=update)


def _narrowed_as_now(record: Any, newest: Value | None) -> Any:
    return record if newest is None else narrowed(record, newest)


def preview(context: EditContext[D], revision: int) -> Restored:
    """Return what restoring a revision would make of the document; raise RevisionNotFound."""
    then = context.store.at_revision(context.document.id, revision)
    return restored(then, context.document, _last_known(context, then))


def restore_revision(context: EditContext[D], revision: int) -> SaveResult[D]:
    """Make an earlier state the newest one; the state of now stays in the history."""
    _check_kept(context.document)
    return _named_restore(context, revision).keep(preview(context, revision).document)


def bring_back(
    context: EditContext[D], revision: int, collection: str, record_id: str
) -> SaveResult[D]:
    """Bring back one record as it was, with its card, strokes or picture, and nothing else.

    Raises UnknownRecord if it was not there, or is of a kind that does not come back alone.
    """
    now = context.document
    _check_kept(now)
    then = context.store.at_revision(now.id, revision)
    if collection not in ALONE[now.kind.name] or record_of(then, collection, record_id) is None:
        raise UnknownRecord
    whole = restored(then, now, _last_known(context, then)).document
    after = now
    for name, key in _with_dependents(then, collection, record_id):
        record = record_of(whole, name, key)
        if record is None:
            raise UnknownRecord
        after = put(after, name, _fitting(record, now))
    return _named_restore(context, revision).keep(after)


def _with_dependents(then: Document, collection: str, record_id: str) -> Iterator[tuple[str, str]]:
    if isinstance(then, Session):
        yield from dependents(then, collection, record_id)
    else:
        yield collection, record_id


def _fitting(record: Any, now: Document) -> Any:
    """Return a record without links to people or voices that are not here now."""
    if isinstance(now, Session):
        return _without_missing_people(record, now)
    if isinstance(record, Disagreement) and isinstance(now, Vision):
        return without_withdrawn(now, record)
    return record


def _named_restore(context: EditContext[D], revision: int) -> EditContext[D]:
    return replace(context, op_id=f"{RESTORE}{revision}-{context.op_id or fresh_id(20)}")


def _check_kept(now: Document) -> None:
    if isinstance(now, Session) and now.consent.keep is False:
        raise NotAgreedToKeep


def _last_known(context: EditContext[Any], then: Document) -> LastKnown:
    """Return how a record that is deleted now was last: unknown where the history has a gap."""
    deleted = context.store.deleted_since(context.document.id, then.revision)

    def look_up(collection: str, record_id: str) -> Value | None:
        key = (collection, record_id)
        if key not in deleted:
            return None
        last: Value | None = deleted[key] or record_of(then, *key)
        # It may have been moved before it was deleted, as a voice that is parked.
        for (name, moved_id), moved in deleted.items():
            if moved_id == record_id and name != collection and last and moved:
                last = narrowed(last, moved)
        return last

    return look_up
