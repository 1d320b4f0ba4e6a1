"""Counting interest in topics from phones and for people without one, in one count."""

from collections.abc import Iterable
from hashlib import sha256

from path_planner.domain.base import put, sorted_records
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Interest, Topic
from path_planner.errors import NothingCounted
from path_planner.services.arrivals.poll import Poll, new_poll, with_vote
from path_planner.services.arrivals.tray import AnyStore, Tray, update_tray
from path_planner.services.context import EventContext, EventResult

_ID = 20


def topics_to_count(event: Event) -> list[Topic]:
    """Return the topics that people can be interested in, in their order."""
    return [
        topic
        for topic in sorted_records(event.topics)
        if not topic.parked and topic.merged_into is None
    ]


def open_count(context: EventContext, slips: int) -> tuple[str, ...]:
    """Begin to count interest, and return the slips to print; raise NothingCounted."""
    topics = [topic.id for topic in topics_to_count(context.document)]
    if not topics or slips < 1:
        raise NothingCounted
    poll, printed = new_poll(context.fresh_id(), topics, slips)
    update_tray(context.store, context.document.id, lambda tray: _with(tray, poll))
    return printed


def vote(store: AnyStore, document_id: str, slip: str, op: str, choices: Iterable[str]) -> None:
    """Count the choices of whoever has this slip; the same operation counts once.

    Raises NothingCounted, SlipUnknown, SlipUsed or NotOnTheList.
    """
    chosen = tuple(choices)

    def change(tray: Tray) -> Tray:
        if tray.poll is None:
            raise NothingCounted
        return _with(tray, with_vote(tray.poll, slip, op, chosen))

    update_tray(store, document_id, change)


def close_count(context: EventContext) -> EventResult:
    """Add the counts to the topics, and forget the slips; raise NothingCounted.

    After a crash between the two it can be closed again: the counts have ids of their own.
    """
    results = list[EventResult]()

    def change(tray: Tray) -> Tray:
        if tray.poll is None:
            raise NothingCounted
        results.append(_counted(context, tray.poll))
        return _with(tray, None)

    update_tray(context.store, context.document.id, change)
    return results[-1]


def discard_count(store: AnyStore, document_id: str) -> None:
    """Forget a count and its slips, without adding anything."""
    update_tray(store, document_id, lambda tray: _with(tray, None))


def _counted(context: EventContext, poll: Poll) -> EventResult:
    event = context.document
    for topic, count in poll.counts.items():
        if topic in event.topics:
            record = sha256(f"{poll.id} {topic}".encode()).hexdigest()[:_ID]
            event = put(event, "interest", Interest(id=record, topic=topic, count=count))
    return context.keep(event)


def _with(tray: Tray, poll: Poll | None) -> Tray:
    return tray.model_copy(update={"poll": poll})
