"""Sheets for topics: a blank one to write on, and one for each topic with its number."""

from collections.abc import Iterator

from path_planner.analysis.event_places import (
    numbered_topics,
    offers_in_words,
    room_label,
    slot_times,
)
from path_planner.domain.event.about import OFFER_WORDS
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Topic
from path_planner.exports.base import Choice, EventExport, EventOptions, none_quoted
from path_planner.exports.event.printing import (
    PDF,
    joined,
    print_sheets,
    sheet_of,
    where_and_when,
    with_topics,
)
from path_planner.i18n import N_, _
from path_planner.scene.geometry import Box
from path_planner.scene.model import QUIET, Kind, Scene
from path_planner.scene.sheet import POINT, Sheet, Type
from path_planner.typography.fonts import DOCUMENT_BOLD, LETTERING_BOLD

_A4 = (297.0, 210.0)
_LABEL = Type(16, 12, ink=QUIET)
_RULE = "#8A8A8A"
_NUMBER = 120.0
"""The size of a topic's number in points."""


def render(event: Event, options: EventOptions) -> bytes:
    """Return the sheets as a tagged PDF on A4 across: the blank one first."""
    return print_sheets(event, _("Topic sheets"), _sheets(event), options)


def _sheets(event: Event) -> Iterator[Scene]:
    yield _blank(event)
    for number, topic in numbered_topics(event):
        yield _filled(event, topic, number)


def _blank(event: Event) -> Scene:
    sheet = sheet_of(event, _("Topic sheet"), _A4)
    room = _head(sheet, event)
    box = sheet.flipped(Box(room.x, room.y, 46, 46), room)
    sheet.frame(box, line=_RULE, width=0.6, dash=(2.5, 2))
    sheet.words(_("Number"), box.inset(4), _LABEL)
    lines = sheet.flipped(Box(room.x + 54, room.y, room.width - 54, 99), room)
    end = sheet.words(_("My topic"), lines, Type(30, 20, DOCUMENT_BOLD), Kind.TITLE)
    sheet.ruled(Box(lines.x, end, lines.width, lines.bottom - end), 26, _RULE)
    name = Box(room.x, lines.bottom + 10, room.width, 16)
    end = sheet.words(_("My name, if I like"), name, _LABEL)
    sheet.line([(room.x, end + 13), (room.right, end + 13)], ink=_RULE, width=0.25)
    needs = Box(room.x, end + 22, room.width, 9)
    end = sheet.words(_("What this topic needs"), needs, _LABEL)
    _boxes(sheet, Box(room.x, end + 2, room.width, 9))
    return sheet.scene()


def _boxes(sheet: Sheet, row: Box) -> None:
    """Draw a box to tick for each thing that a room may offer."""
    width = row.width / len(OFFER_WORDS)
    with sheet.inside(Kind.LIST):
        for at, words in enumerate(OFFER_WORDS.values()):
            place = sheet.flipped(Box(row.x + at * width, row.y, width, row.height), row)
            tick = sheet.flipped(Box(place.x, place.y + 1.5, 6, 6), place)
            sheet.frame(tick, line="#1B1B1B", width=0.5, radius=1)
            beside = Box(place.x + 9, place.y, place.width - 10, place.height)
            label = Type(16, 9, down=0.5)
            sheet.words(_(words), sheet.flipped(beside, place), label, Kind.ITEM)


def _filled(event: Event, topic: Topic, number: int) -> Scene:
    sheet = sheet_of(event, _("Topic sheet"), _A4)
    room = _head(sheet, event)
    digits = str(number)
    side = min(_NUMBER * POINT * 0.62 * len(digits), room.width / 3)
    box = sheet.flipped(Box(room.x, room.y, side, _NUMBER * POINT * 1.4), room)
    sheet.words(digits, box, Type(_NUMBER, 40, DOCUMENT_BOLD))
    foot = Box(room.x, room.bottom - 42, room.width, 42)
    across = room.width - box.width - 8
    title = Box(room.x + box.width + 8, room.y, across, foot.y - room.y - 6)
    bold = Type(72, 24, LETTERING_BOLD, down=0.1)
    sheet.words(topic.title, sheet.flipped(title, room), bold, Kind.TITLE)
    slot, place = event.slots.get(topic.slot or ""), event.rooms.get(topic.room or "")
    when = slot_times(slot) if slot else _("Time: ……")
    where = room_label(event, place) if place else _("Room: ……")
    line = Box(foot.x, foot.y, foot.width, 16)
    end = sheet.words(joined([when, where]), line, Type(34, 18, DOCUMENT_BOLD))
    facts = joined([topic.convenor, *offers_in_words(topic.needs)])
    end = sheet.words(facts, Box(foot.x, end + 2, foot.width, 11), Type(22, 14))
    more = Box(foot.x, foot.bottom - 8, foot.width, 8)
    sheet.words(_("You may come late, go early, or just listen."), more, Type(15, 11, ink=QUIET))
    return sheet.scene()


def _head(sheet: Sheet, event: Event) -> Box:
    """Write what day it is above the sheet; return the room below."""
    room = sheet.box.inset(18, 14)
    line = Box(room.x, room.y, room.width, 8)
    sheet.words(where_and_when(event), line, Type(13, 9, ink=QUIET))
    return Box(room.x, room.y + 13, room.width, room.height - 13)


EXPORTS = (
    EventExport(
        name=N_("Topic sheets, a blank one and one for each topic (PDF)"),
        key="topic-sheets",
        suffix=".pdf",
        mime=PDF,
        render=render,
        quoted_ids=none_quoted,
        takes=frozenset({Choice.LOW_INK}),
        offered=with_topics,
    ),
)
