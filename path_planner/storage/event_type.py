"""The document type of events, with its redaction rules."""

from collections.abc import Iterator

from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event
from path_planner.storage.document_type import DocumentType, RedactionRule
from path_planner.storage.migrations import EVENT_STEPS, Raw
from path_planner.storage.protocol import Due, DueKind, EventSummary

MOST_RECORDS = {
    "guests": 2_000,
    "slots": 200,
    "rooms": 200,
    "topics": 1_000,
    "interest": 20_000,
    "reports": 1_000,
    "tables": 500,
    "rounds": 100,
    "seats": 50_000,
    "groups": 500,
    "voices": 20_000,
    "answers": 1_000,
    "marks": 50_000,
    "pictures": 500,
    "other_versions": 5_000,
}
_ANSWER = ":answer"
"""No record has an id with a colon."""


def event_summary_of(event: Event) -> EventSummary:
    """Return the summary of an event for lists."""
    about = event.about
    return EventSummary(
        id=event.id,
        title=about.title,
        method=about.method,
        place=about.place,
        held_on=about.held_on,
        is_closed=about.closed_at is not None,
        begun=event.begun,
        updated=event.updated,
        revision=event.revision,
        guests=len(event.guests),
        topics=len(event.topics),
        tables=len(event.tables),
        voices=len(event.voices),
    )


def event_dues_of(event: Event) -> Iterator[Due]:
    """Yield the day until which an answer was promised, while there is none for the whole day."""
    day = event.about.answer_by
    if day is not None and not any(answer.about is None for answer in event.answers.values()):
        yield Due(
            kind=DueKind.ANSWER,
            document_type=event.kind.name,
            document_id=event.id,
            title=event.about.title,
            commitment_id=_ANSWER,
            by_when=day,
        )


def _without_words(row: Raw) -> Raw:
    return {"id": row["id"], "text": ""}


def _without_people(row: Raw) -> Raw:
    return {"id": row["id"]}


def _without_guest(row: Raw) -> Raw:
    return {"id": row["id"], "round": row["round"], "table": row["table"], "guest": "erased"}


def _without_ink(row: Raw) -> Raw:
    return {"id": row["id"], "kind": "sketch", "stage": row["stage"]}


_ONE_DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG2W9WwAAAABJRU5ErkJggg=="
)


def _without_image(row: Raw) -> Raw:
    return {
        "id": row["id"],
        "encoding": "image/png",
        "width": 1,
        "height": 1,
        "base64": _ONE_DOT,
    }


def _without_versions(row: Raw) -> Raw:
    return {name: row[name] for name in ("id", "collection", "record", "field")}


def _is_redacted(_was: Contribution | None, _becomes: Contribution) -> bool:
    return False


def _row_as_it_was(row: Raw, _now: Contribution) -> Raw:
    return row


def _first_words_win(_before: Contribution | None, _now: Contribution) -> bool:
    return True


EVENTS = DocumentType(
    document=Event,
    suffix=".event.json",
    history_folder=".event",
    index_name="events.json",
    record_limits=MOST_RECORDS,
    migrations=EVENT_STEPS,
    summary=EventSummary,
    summary_of=event_summary_of,
    dues_of=event_dues_of,
    counted_collection="voices",
    redacted_fields={
        "guests": _without_people,
        "seats": _without_guest,
        "voices": _without_words,
        "marks": _without_ink,
        "pictures": _without_image,
        "other_versions": _without_versions,
    },
    redaction_rules={
        # Whatever a writer sends, the words of a contribution stay as they were said.
        "voices": RedactionRule(
            covers=_is_redacted, forget=_row_as_it_was, stand=_first_words_win, fields=("text",)
        )
    },
    heavy_collections="marks",
)
