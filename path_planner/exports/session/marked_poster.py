"""The poster of a session for a page, with outlines around what differs from another state."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from path_planner.domain.session import Session
from path_planner.exports.base import Options
from path_planner.exports.session.poster import scene_for, written
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import rectangle
from path_planner.scene.model import Role, Scene, Shape
from path_planner.scene.simplify import simplified
from path_planner.scene.wall import card_pieces, has_wall
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from path_planner.scene.wall.poster import frame_of, moved_box

OUTLINE = "#A8440F"
_WIDTH = 0.004
"""The width of an outline as a part of the width of the poster."""
_PREFIXES = {"voices": ("voice",), "commitments": ("commitment",), "marks": ("sketch", "figure")}

Keys = Collection[tuple[str, str]]
"""Collections and ids of records."""


def marked_poster(session: Session, changed: Keys, other: Session, deleted: Keys) -> bytes:
    """Return the poster as SVG; `deleted` are dashed, at their place in the `other` state."""
    scene = scene_for(session, Options())
    outlines = [_outline(scene, box, dashed=False) for box in _boxes(session, scene, changed)]
    if deleted:
        ghosts = _boxes(other, scene_for(other, Options()), deleted)
        outlines.extend(_outline(scene, box, dashed=True) for box in ghosts)
    drawn = simplified(scene)
    return written(replace(drawn, painting=(*drawn.painting, *outlines)))


def _boxes(session: Session, scene: Scene, keys: Keys) -> Iterator[Box]:
    nodes = {f"{prefix}-{key}" for name, key in keys for prefix in _PREFIXES.get(name, ())}
    yield from (card.box for card in scene.cards if card.record in nodes)
    loose = [mark for mark in loose_marks(session) if ("marks", mark.id) in keys]
    if loose and has_wall(session):
        cards = card_pieces(session, process_of(session), Options().audience, signs=False)
        frame = frame_of(session, cards, Options().paper.aspect)
        yield from (moved_box(box_of_mark(mark), (-frame.x, -frame.y)) for mark in loose)


def _outline(scene: Scene, box: Box, *, dashed: bool) -> Shape:
    width = scene.width * _WIDTH
    return Shape(
        rectangle(box),
        Role.LINE,
        line=OUTLINE,
        width=width,
        dash=(3 * width, 2 * width) if dashed else (),
    )
