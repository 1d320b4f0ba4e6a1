"""Which lines of an event may be read by whom, and what its topics and guests are called."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from path_planner.domain.base import sorted_records
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Topic
from path_planner.domain.vision.sources import MAY_BE_QUOTED, MAY_TRAVEL
from path_planner.domain.voice import Share
from path_planner.i18n import _


class Readers(StrEnum):
    """For whom a document of an event is: those who were there, or everybody."""

    CIRCLE = "circle"
    EVERYBODY = "everybody"


class ThreadedLine(NamedTuple):
    """A line in the order of reading: answers stand below what they answer, one step further in."""

    line: Contribution
    depth: int
    answers_unseen: bool = False
    """It answers a line that is not among these: taken back, or not for these readers."""


_SHOWN = {
    Readers.CIRCLE: frozenset({Share.CIRCLE, *MAY_BE_QUOTED}),
    Readers.EVERYBODY: frozenset(MAY_BE_QUOTED),
}


def may_leave(event: Event, line: Contribution) -> bool:
    """Whether a line may leave the event at all, be it as a quote or to be counted only."""
    return event.agreed.share and line.share in MAY_TRAVEL


def may_travel(event: Event, line: Contribution) -> bool:
    """Whether a line may go into a vision; what is parked stays, as in a PATH."""
    return may_leave(event, line) and line.part is not Part.PARKING and bool(line.text)


def may_read(event: Event, line: Contribution, readers: Readers) -> bool:
    """Whether these readers may see the words of a line.

    Private lines are for nobody, and lines that are only to be counted are never shown.
    """
    if line.share not in _SHOWN[readers]:
        return False
    return readers is Readers.CIRCLE or may_leave(event, line)


def readable_lines(event: Event, readers: Readers) -> list[Contribution]:
    """Return the lines that these readers may see, in their order."""
    return [line for line in sorted_records(event.voices) if may_read(event, line, readers)]


def counted_lines(event: Event) -> list[Contribution]:
    """Return the lines that are counted and never shown, in their order."""
    return [line for line in sorted_records(event.voices) if line.share is Share.THEME]


def may_see_picture(event: Event, line: Contribution, readers: Readers) -> bool:
    """Whether these readers may see the picture of a line; drawings are agreed to by themselves."""
    if line.picture not in event.pictures or not may_read(event, line, readers):
        return False
    return readers is Readers.CIRCLE or event.agreed.drawings


def speaker_name(event: Event, line: Contribution) -> str:
    """Return the name of who said a line: only if they want to be named with it, else ""."""
    guest = event.guests.get(line.speaker or "")
    return guest.name if guest and line.share is Share.NAMED else ""


def threaded(lines: Iterable[Contribution]) -> list[ThreadedLine]:
    """Return lines with their answers below them; each line stands there once.

    An answer to a line that is not among them stands by itself. Lines that answer each other in a
    circle, as only a damaged file has them, begin with the first of them.
    """
    by_id = {line.id: line for line in lines}
    answers: dict[str, list[Contribution]] = {}
    for line in by_id.values():
        if line.answers in by_id:
            answers.setdefault(line.answers, []).append(line)
    ordered: list[ThreadedLine] = []
    written: set[str] = set()
    first = (line for line in by_id.values() if line.answers not in by_id)
    for start in (*first, *by_id.values()):
        waiting = [(start, 0)]
        while waiting:
            line, depth = waiting.pop()
            if line.id in written:
                continue
            written.add(line.id)
            unseen = line.answers is not None and line.answers not in by_id
            ordered.append(ThreadedLine(line, depth, unseen))
            waiting += [(answer, depth + 1) for answer in reversed(answers.get(line.id, []))]
    return ordered


def topic_numbers(event: Event) -> dict[str, int]:
    """Return the number of each topic by its id, each at least one more than the one before.

    Topics are in the order of the numbers on their sheets; where two windows gave the same number,
    the one with the greater id has the next that is free. Those without a number come last.
    """
    numbered = sorted(
        event.topics.values(), key=lambda topic: (not topic.number, topic.number, topic.id)
    )
    numbers: dict[str, int] = {}
    last = 0
    for topic in numbered:
        last = max(last + 1, topic.number)
        numbers[topic.id] = last
    return numbers


def final_topic(event: Event, topic_id: str | None) -> Topic | None:
    """Return the topic into which this one was merged, or itself; None if it does not exist.

    Topics that were merged into each other in a circle, by two windows at once, end at the first.
    """
    topic, seen = event.topics.get(topic_id or ""), set[str]()
    while topic and (into := event.topics.get(topic.merged_into or "")) and topic.id not in seen:
        seen.add(topic.id)
        topic = into
    return event.topics[min(seen)] if topic and topic.id in seen else topic


def guest_labels(event: Event) -> Mapping[str, str]:
    """Return what each guest is called on screen and on a card, by id: a name, or “Guest 7”."""
    return {
        guest.id: guest.name or _("Guest {number}", number=place)
        for place, guest in enumerate(sorted_records(event.guests), start=1)
    }
