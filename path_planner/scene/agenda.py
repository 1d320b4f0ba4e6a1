"""The agenda wall of an Open Space: times down, rooms across, and a place for each topic.

The cells are a table in the reading order, so that the words of the wall are those of its outline.
"""

from dataclasses import dataclass

from path_planner.analysis.event_lines import topic_numbers
from path_planner.analysis.event_places import (
    interest_in,
    offers_in_words,
    room_label,
    slot_begins,
    slot_times,
    slot_title,
    slots_for_topics,
    slots_in_order,
    topics_off_the_wall,
    topics_on_the_wall,
)
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import Slot, SlotKind
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic
from path_planner.i18n import _, document_language, format_date, ngettext
from path_planner.methods.registry import method_of
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import rectangle
from path_planner.scene.model import INK, PAPER, QUIET, Kind, Role, Scene, Shape
from path_planner.scene.sheet import POINT, Sheet, Type
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, LETTERING_BOLD, Style
from path_planner.typography.line_breaking import fit

_A1_WIDTH = 841.0
_GROUND = "#F3EFE4"
_EDGE = "#CFC7B2"
_RIM = "#7A7360"
_ACCENT = "#9A3B0A"
_TIME_SHARE = 0.11
_BAND = 0.3
"""The height of a break, as a part of the height of a time for topics."""
_BLANK_ROOMS, _BLANK_TIMES = 4, 3
"""A wall without rooms or times has so many to write on."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the wall: a time for topics, or something else in one band."""

    slot: Slot | None
    box: Box

    @property
    def is_band(self) -> bool:
        return self.slot is not None and self.slot.kind is not SlotKind.TALKS


def agenda_scene(event: Event, size: tuple[float, float]) -> Scene:
    """Return the agenda wall for a paper of this size in millimetres."""
    return _Wall(event, size).scene()


class _Wall:
    def __init__(self, event: Event, size: tuple[float, float]) -> None:
        self._event = event
        self._scale = size[0] / _A1_WIDTH
        language = document_language(event.about.language)
        self._sheet = Sheet(*size, title=_title(event), language=language)
        self._numbers = topic_numbers(event)
        self._interest = interest_in(event)
        self._topics = topics_on_the_wall(event)
        rooms: list[Room | None] = [*sorted_records(event.rooms)]
        self._rooms = rooms or [None] * _BLANK_ROOMS
        self._gap = 7 * self._scale
        self._title_sizes: dict[tuple[float, float], float] = {}

    def scene(self) -> Scene:
        """Lay out the wall from its head to its foot."""
        sheet, scale = self._sheet, self._scale
        sheet.add([Shape(rectangle(sheet.box), Role.PAPER, fill=PAPER)])
        inside = sheet.box.inset(26 * scale)
        head = Box(inside.x, inside.y, inside.width, 62 * scale)
        foot = Box(inside.x, inside.bottom - 26 * scale, inside.width, 26 * scale)
        waiting = topics_off_the_wall(self._event)
        strip = 26 * scale if waiting else 0.0
        top = head.bottom + 10 * scale
        self._head(head)
        self._grid(
            Box(inside.x, top, inside.width, foot.y - (12 if waiting else 6) * scale - strip - top)
        )
        if waiting:
            self._waiting(Box(inside.x, foot.y - 5 * scale - strip, inside.width, strip), waiting)
        self._foot(foot)
        return sheet.scene()

    def _type(
        self,
        largest: float,
        *,
        style: Style = DOCUMENT,
        ink: str = INK,
        centred: bool = False,
        down: float = 0.0,
    ) -> Type:
        """Return a type whose sizes are in points on A1."""
        smallest = min(largest, 16.0) * self._scale
        return Type(largest * self._scale, smallest, style, ink, centred, down)

    def _head(self, box: Box) -> None:
        event, sheet = self._event, self._sheet
        first = Box(box.x, box.y, box.width, box.height * 0.27)
        day = format_date(event.about.held_on) if event.about.held_on else ""
        facts = [_(method_of(event).title), event.about.title, day, event.about.place]
        line = " · ".join(filter(None, facts))
        sheet.words(line, first, self._type(36, style=DOCUMENT_BOLD, ink=_ACCENT))
        room = Box(box.x, first.bottom, box.width, box.height * 0.73)
        sheet.words(_title(event), room, self._type(92, style=DOCUMENT_BOLD, down=0.5), Kind.TITLE)

    def _grid(self, box: Box) -> None:
        width = box.width * _TIME_SHARE
        room_width = (box.width - width - self._gap * len(self._rooms)) / len(self._rooms)
        columns = [
            self._sheet.flipped(
                Box(
                    box.x + width + self._gap + at * (room_width + self._gap),
                    box.y,
                    room_width,
                    box.height,
                ),
                box,
            )
            for at in range(len(self._rooms))
        ]
        times = self._sheet.flipped(Box(box.x, box.y, width, box.height), box)
        heads = 40 * self._scale
        with self._sheet.inside(Kind.TABLE):
            with self._sheet.inside(Kind.ROW):
                corner = Box(times.x, times.y, times.width, heads)
                words = self._type(30, ink=QUIET, down=0.5)
                self._sheet.words(_("Time"), corner, words, Kind.COLUMN_HEAD)
                for room, column in zip(self._rooms, columns, strict=True):
                    self._room(room, Box(column.x, column.y, column.width, heads))
            rest = Box(box.x, box.y + heads + self._gap, box.width, box.height - heads - self._gap)
            for row in self._rows(rest):
                with self._sheet.inside(Kind.ROW):
                    self._row(row, times, columns)

    def _room(self, room: Room | None, box: Box) -> None:
        sheet, scale = self._sheet, self._scale
        if room is None:
            sheet.frame(box, line=_RIM, width=0.5 * scale, dash=(3 * scale,) * 2)
            sheet.words(
                _("Room"), box.inset(5 * scale), self._type(26, ink=QUIET), Kind.COLUMN_HEAD
            )
            return
        sheet.frame(box, fill=_GROUND, line=_EDGE, width=0.5 * scale, radius=4 * scale)
        inner = box.inset(6 * scale, 3 * scale)
        seats = ngettext("{count} seat", "{count} seats", room.seats) if room.seats else ""
        facts = " · ".join(filter(None, [seats, *offers_in_words(room.offers)]))
        name = Box(inner.x, inner.y, inner.width, inner.height * (0.6 if facts else 1.0))
        with sheet.inside(Kind.COLUMN_HEAD):
            bold = self._type(48, style=DOCUMENT_BOLD, down=0.5)
            sheet.words(room_label(self._event, room), name, bold)
            below = Box(inner.x, name.bottom, inner.width, inner.bottom - name.bottom)
            sheet.words(facts, below, self._type(27, ink=QUIET, down=0.5))

    def _rows(self, box: Box) -> list[_Row]:
        slots: list[Slot | None] = [*slots_in_order(self._event)]
        if not slots_for_topics(self._event):
            slots += [None] * _BLANK_TIMES
        shares = [
            _BAND if slot is not None and slot.kind is not SlotKind.TALKS else 1.0 for slot in slots
        ]
        unit = (box.height - self._gap * (len(slots) - 1)) / sum(shares)
        # However many breaks there are, a band is never higher than its words need.
        band = min(unit * _BAND, 22 * self._scale)
        bands = sum(share < 1 for share in shares)
        tall = (box.height - self._gap * (len(slots) - 1) - band * bands) / (len(slots) - bands)
        rows, y = [], box.y
        for slot, share in zip(slots, shares, strict=True):
            height = tall if share == 1 else band
            rows.append(_Row(slot, Box(box.x, y, box.width, height)))
            y += height + self._gap
        return rows

    def _row(self, row: _Row, times: Box, columns: list[Box]) -> None:
        if row.is_band and row.slot:
            self._band(row.slot, row.box)
            for _column in columns:
                with self._sheet.inside(Kind.CELL):
                    pass
            return
        self._time(row.slot, Box(times.x, row.box.y, times.width, row.box.height))
        for room, column in zip(self._rooms, columns, strict=True):
            cell = Box(column.x, row.box.y, column.width, row.box.height)
            with self._sheet.inside(Kind.CELL):
                self._cell(row.slot, room, cell)

    def _band(self, slot: Slot, box: Box) -> None:
        sheet, scale = self._sheet, self._scale
        sheet.frame(box, fill=_GROUND, line=_EDGE, width=0.5 * scale, radius=3 * scale)
        words = f"{slot_times(slot)}   {slot_title(slot)}"
        room = Box(box.x + 5 * scale, box.y, box.width - 10 * scale, box.height)
        sheet.words(words, room, self._type(34, down=0.5), Kind.ROW_HEAD)

    def _time(self, slot: Slot | None, box: Box) -> None:
        sheet, scale = self._sheet, self._scale
        if slot is None:
            sheet.frame(box, line=_RIM, width=0.5 * scale, dash=(3 * scale,) * 2)
            sheet.words(_("From"), box.inset(5 * scale), self._type(26, ink=QUIET), Kind.ROW_HEAD)
            return
        with sheet.inside(Kind.ROW_HEAD):
            first = Box(box.x, box.y, box.width, min(22 * scale, box.height * 0.4))
            y = sheet.words(slot_begins(slot), first, self._type(48, style=DOCUMENT_BOLD))
            until = _("until {time}", time=slot_times(slot).partition("–")[2])
            y = sheet.words(until, Box(box.x, y, box.width, 13 * scale), self._type(26, ink=QUIET))
            rest = Box(box.x, y, box.width, max(box.bottom - y, 0.0))
            sheet.words(slot.title, rest, self._type(26))

    def _cell(self, slot: Slot | None, room: Room | None, box: Box) -> None:
        scale = self._scale
        topics = self._topics.get((slot.id if slot else "", room.id if room else ""), [])
        if not topics:
            self._sheet.frame(box, line=_RIM, width=0.6 * scale, dash=(4 * scale, 3.2 * scale))
            words = self._type(28, ink=QUIET, centred=True, down=0.5)
            self._sheet.words(_("Free. Bring a topic."), box.inset(6 * scale), words)
            return
        height = (box.height - (len(topics) - 1) * self._gap / 2) / len(topics)
        for at, topic in enumerate(topics):
            top = box.y + at * (height + self._gap / 2)
            self._card(topic, Box(box.x, top, box.width, height))

    def _card(self, topic: Topic, box: Box) -> None:
        sheet, scale = self._sheet, self._scale
        sheet.frame(box, fill="#FFFFFF", line=_RIM, width=0.9 * scale, radius=4 * scale)
        inner = box.inset(6 * scale, min(4 * scale, box.height * 0.08))
        foot = min(13 * scale, inner.height * 0.3)
        title = Box(inner.x, inner.y, inner.width, inner.height - foot)
        sheet.words(self._title_of(topic), title, self._title_type(title))
        line = Box(inner.x, title.bottom, inner.width, foot)
        count = self._interest.get(topic.id, 0)
        interested = ngettext("{count} interested", "{count} interested", count) if count else ""
        facts = " · ".join(filter(None, [topic.convenor, interested]))
        sheet.words(facts, line, self._type(27, ink=QUIET, down=1.0))

    def _title_type(self, box: Box) -> Type:
        """Return one type for all titles: the largest in which each of them fits such a box.

        A few long titles take it no lower than a limit, and are smaller than the others.
        """
        key = (round(box.width, 2), round(box.height, 2))
        if key not in self._title_sizes:
            found = [
                fit(
                    self._title_of(topic), *key, LETTERING_BOLD, largest=largest, smallest=smallest
                ).size
                for largest, smallest in [(56 * self._scale * POINT, 34 * self._scale * POINT)]
                for topics in self._topics.values()
                for topic in topics
            ]
            self._title_sizes[key] = min(found) / POINT / self._scale
        return self._type(self._title_sizes[key], style=LETTERING_BOLD)

    def _title_of(self, topic: Topic) -> str:
        return f"{self._numbers[topic.id]}  {topic.title}"

    def _waiting(self, box: Box, topics: list[Topic]) -> None:
        sheet, scale = self._sheet, self._scale
        sheet.frame(box, line=_RIM, width=0.5 * scale, dash=(4 * scale, 3.2 * scale))
        inner = box.inset(6 * scale, 3 * scale)
        named = "  ·  ".join(f"{self._numbers[topic.id]} {topic.title}" for topic in topics)
        title = _("Without a time and a room yet:")
        sheet.words(f"{title} {named}", inner, self._type(30, down=0.5))

    def _foot(self, box: Box) -> None:
        method = method_of(self._event)
        half = box.height * 0.55
        if method.law:
            words = f"{_(method.law.title)}. {_(method.law.sentence)}"
            line = Box(box.x, box.y, box.width, half)
            self._sheet.words(words, line, self._type(36, style=DOCUMENT_BOLD, down=0.5))
        rest = Box(box.x, box.y + half, box.width, box.height - half)
        credit = " ".join(_(each) for each in method.credits)
        self._sheet.words(credit, rest, self._type(20, ink=QUIET, down=1.0))


def _title(event: Event) -> str:
    return event.about.question or event.about.title or _("Agenda wall")
