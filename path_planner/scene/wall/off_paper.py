"""What lies off the paper of the wall: every card and mark whose middle is outside of it."""

from collections.abc import Mapping

from path_planner.domain.marks import Label
from path_planner.domain.session import Session
from path_planner.processes.model import Process
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import card_pieces
from path_planner.scene.wall.element import WALL_ASPECT
from path_planner.scene.wall.marks import Loose, box_of_mark, loose_marks

PAPER = Box(0, 0, WIDTH, WIDTH / WALL_ASPECT)


def lies_off(box: Box) -> bool:
    """Say whether the middle of a box is off the paper."""
    x, y = box.centre
    return not (PAPER.x <= x <= PAPER.right and PAPER.y <= y <= PAPER.bottom)


def group_of(mark: Loose) -> str:
    """Return the id that the marks of one thing share: of its group, of its shape, or its own."""
    if mark.groups:
        return mark.groups[-1]
    return (mark.inside if isinstance(mark, Label) else None) or mark.id


def marks_off(session: Session) -> Mapping[str, str]:
    """Return the group of each mark that lies off the paper, by the id of the mark."""
    marks = loose_marks(session)
    return {mark.id: group_of(mark) for mark in marks if lies_off(box_of_mark(mark))}


def cards_off(session: Session, process: Process, audience: Audience) -> tuple[str, ...]:
    """Return the records whose cards lie off the paper."""
    pieces = card_pieces(session, process, audience, signs=False)
    return tuple(piece.id for piece in pieces if lies_off(piece.box))


def count_off(session: Session, process: Process, audience: Audience) -> int:
    """Count the things that lie off the paper; a group is one."""
    return len({*marks_off(session).values()}) + len(cards_off(session, process, audience))
