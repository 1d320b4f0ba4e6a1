"""Use cases of tablecloths: words and ink that a table leaves behind, round by round.

Additive only. Nothing here changes what somebody wrote or drew: there is no use case for it. Words
and strokes are taken back only by the window that added them, strokes only in their own round, and
the newest first. What is taken back is erased from the history too.
"""

from collections.abc import Iterable, Sequence

from path_planner.analysis.cafe import is_locked, round_of_ink
from path_planner.domain.base import next_order, put, remove
from path_planner.domain.event.event import cloth_stage
from path_planner.domain.marks import Pen, Stroke
from path_planner.errors import InkStays, RoundIsOver, WordsStay
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.contributions import take_back
from path_planner.services.records import get

Drawn = tuple[Pen, tuple[float, ...]]
"""A stroke as it leaves the pad: its pen, and x0, y0, x1, y1 … in the units of the cloth."""


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
