"""Use cases of tablecloths: words and ink that a table leaves behind, round by round.

Additive only. Nobody's words are changed, and what somebody else added is not moved either. Whoever
added words or a stroke takes them back, and moves them while their round goes on; the journal says
who it was. What is taken back is erased from the history too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import cos, sin
from typing import Any

from path_planner.analysis.cafe import (
    CLOTH_HEIGHT,
    CLOTH_WIDTH,
    is_locked,
    open_round,
    round_of_ink,
)
from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Card, Pen, Stroke
from path_planner.errors import InkStays, OffTheCloth, RoundIsOver, WordsStay
from path_planner.scene.cloth_words import length_of, stored_place, words_on_cloth
from path_planner.services.context import EventContext, EventResult, as_one_change
from path_planner.services.event.contributions import contribute, take_back
from path_planner.services.records import get

Drawn = tuple[Pen, tuple[float, ...]]
"""A stroke as it is drawn: its pen, and x0, y0, x1, y1 … in the units of the cloth."""


def draw(
    context: EventContext, table_id: str, round_id: str, drawn: Iterable[Drawn]
) -> EventResult:
    """Add strokes to the cloth of a table.

    Raises UnknownRecord if there is no such table or round, and RoundIsOver for an earlier round.
    """
    event = context.document
    get(event, "tables", table_id)
    get(event, "rounds", round_id)
    if is_locked(event, round_id):
        raise RoundIsOver
    after, order = event, next_order(event.marks)
    for step, (pen, points) in enumerate(drawn):
        stroke = Stroke(
            id=context.fresh_id(),
            stage=cloth_stage(table_id, round_id),
            pen=pen,
            points=points,
            order=order + step,
        )
        after = put(after, "marks", stroke)
    return context.keep(after)


def put_stroke(context: EventContext, table_id: str, drawn: Stroke) -> EventResult:
    """Add a stroke under its own id to the round of now, or move one of one's own.

    Raises InkStays for the ink of others and of earlier rounds, RoundIsOver if there is no round,
    and OffTheCloth for a new stroke beside the cloth.
    """
    event = context.document
    get(event, "tables", table_id)
    now = open_round(event)
    if now is None:
        raise RoundIsOver
    stage = cloth_stage(table_id, now.id)
    before = event.marks.get(drawn.id)
    if drawn.id in event.voices or (before is not None and not _may_move(context, before, stage)):
        raise InkStays
    points = _turned(drawn)
    if before is None and not _is_on_cloth(event, table_id, points):
        raise OffTheCloth
    # Nothing else that came with it is kept: it is ink of this cloth, and no more.
    stroke = Stroke(
        id=drawn.id,
        stage=stage,
        by=drawn.by if drawn.by in event.guests else None,
        pen=drawn.pen,
        points=points,
        pressures=drawn.pressures,
        order=before.order if before else next_order(event.marks),
    )
    return context.keep(put(event, "marks", stroke))


def _may_move(context: EventContext, mark: object, stage: str) -> bool:
    if not isinstance(mark, Stroke) or mark.stage != stage:
        return False
    return mark.id in added_by_window(context, "marks")


def _turned(stroke: Stroke) -> tuple[float, ...]:
    """Return the points of a stroke as they lie once it is turned about its middle."""
    xs, ys = stroke.points[::2], stroke.points[1::2]
    if not stroke.turn:
        return stroke.points
    x0, y0 = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    across, down = cos(stroke.turn), sin(stroke.turn)
    return tuple(
        round(part, 2)
        for x, y in zip(xs, ys, strict=True)
        for part in (
            x0 + (x - x0) * across - (y - y0) * down,
            y0 + (x - x0) * down + (y - y0) * across,
        )
    )


def _is_on_cloth(event: Event, table_id: str, points: tuple[float, ...]) -> bool:
    """Say whether some point of a stroke lies on the cloth, which gets longer with many words."""

    def touches(length: float) -> bool:
        pairs = zip(points[::2], points[1::2], strict=True)
        return any(0 <= x <= CLOTH_WIDTH and 0 <= y <= length for x, y in pairs)

    return touches(CLOTH_HEIGHT) or touches(length_of(words_on_cloth(event, table_id)))


def write_words(
    context: EventContext,
    table_id: str,
    voice_id: str,
    text: str,
    at: tuple[float, float] | None = None,
    **facts: Any,
) -> EventResult:
    """Add a line under an id of its sender, `at` a point or where there is room for it.

    `facts` are fields of Contribution. Raises WordsStay if the id is that of other words or of ink,
    and RoundIsOver if there is no round.
    """
    event = context.document
    now = open_round(event)
    before = event.voices.get(voice_id)
    if before is not None and before.text == text:
        return EventResult(event)
    if before is not None or voice_id in event.marks:
        raise WordsStay
    if now is None:
        raise RoundIsOver
    named = replace(context, fresh_id=lambda: voice_id)
    place = {"table": table_id, "round": now.id}
    return as_one_change(
        named,
        lambda draft: contribute(draft, Part.TABLE, text, **{**facts, **place}),
        lambda draft: EventResult(_with_place(draft.document, table_id, voice_id, at)),
    )


def settle_words(context: EventContext, table_id: str) -> EventResult:
    """Store the places of lines that came without one, from a list or a phone, so that they stay.

    Nothing changes for a table that is not there any more.
    """
    event = context.document
    if table_id not in event.tables:
        return EventResult(event)
    after = event
    for one in words_on_cloth(event, table_id):
        if stored_place(event, one.line) is None:
            after = put(after, "marks", one.card)
    return context.keep(after)


def _with_place(
    event: Event, table_id: str, voice_id: str, at: tuple[float, float] | None
) -> Event:
    """Return the event with a place for new words; there is none if nobody else may read them."""
    words = words_on_cloth(event, table_id)
    one = next((each for each in words if each.line.id == voice_id), None)
    if one is None:
        return event
    card = one.card
    if at is not None:
        there = with_fields(card, x=at[0], y=at[1], by_hand=True)
        length = length_of(each for each in words if each is not one)
        card = on_cloth(there, one.box.height, length)
    return put(event, "marks", card)


def on_cloth(card: Card, height: float, length: float) -> Card:
    """Return a place moved onto a cloth of this length, if it was beside it."""
    width = min(card.width, CLOTH_WIDTH)
    x = min(max(card.x, 0.0), CLOTH_WIDTH - width)
    y = max(min(card.y, length - height), 0.0)
    return with_fields(card, x=x, y=y, width=width)


def move_words(
    context: EventContext, voice_id: str, at: tuple[float, float], scale: float = 1.0
) -> EventResult:
    """Move words that this window added to another place, in their round.

    Raises WordsStay for the words of others and of earlier rounds.
    """
    event = context.document
    line: Contribution = get(event, "voices", voice_id)
    now = open_round(event)
    if now is None or line.round != now.id or voice_id not in added_by_window(context, "voices"):
        raise WordsStay
    words = words_on_cloth(event, line.table or "")
    one = next((one for one in words if one.line.id == voice_id), None)
    if one is None:
        return EventResult(event)
    size = min(max(one.card.size * scale, _SMALLEST), _LARGEST)
    width = one.card.width * size / one.card.size
    moved = with_fields(one.card, x=at[0], y=at[1], width=width, size=size, by_hand=True)
    card = on_cloth(moved, one.box.height * size / one.card.size, length_of(words))
    return context.keep(put(event, "marks", card))


_SMALLEST, _LARGEST = 12.0, 120.0
"""The least and the greatest font size to which somebody can drag their words."""


def take_back_strokes(context: EventContext, stroke_ids: Sequence[str]) -> EventResult:
    """Take back strokes of one's own; those that are gone already change nothing.

    Raises InkStays for the ink of others and of earlier rounds.
    """
    event = context.document
    here = [mark for mark in map(event.marks.get, stroke_ids) if isinstance(mark, Stroke)]
    own = added_by_window(context, "marks") if here else frozenset()
    after = event
    for stroke in here:
        if stroke.id not in own or is_locked(event, round_of_ink(stroke)):
            raise InkStays
        after = remove(after, "marks", stroke.id)
    return context.keep(after)


def take_back_line(context: EventContext, voice_id: str) -> EventResult:
    """Take back a line that this window added, for the person who said it.

    Raises WordsStay for a line that another window added.
    """
    get(context.document, "voices", voice_id)
    if voice_id not in added_by_window(context, "voices"):
        raise WordsStay
    return take_back(context, voice_id)


def added_by_window(context: EventContext, collection: str) -> frozenset[str]:
    """Return the ids of the records of a collection that this window was the first to save.

    The journal says it, so no message can claim what another window added.
    """
    first: dict[str, str] = {}
    for step in context.store.history(context.document.id):
        for name, record_id in step.changes:
            if name == collection:
                first.setdefault(record_id, step.by)
    return frozenset(record_id for record_id, by in first.items() if by == context.by)
