"""Import of Excalidraw drawings onto the wall of a session."""

import base64
import binascii
from dataclasses import replace
from typing import NamedTuple

from path_planner.domain.base import next_order, put
from path_planner.domain.image import Picture
from path_planner.domain.marks import Mark, Photo, Shape, Stroke
from path_planner.domain.session import Session
from path_planner.errors import NotAWall
from path_planner.formats.excalidraw.import_ import Imported, Place, read_wall
from path_planner.i18n import _, ngettext
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.wall import has_wall, stage_at
from path_planner.scene.wall.background import StageRegion, stage_regions
from path_planner.scene.wall.marks import box_of_mark
from path_planner.services.context import IMPORT, SessionContext, SessionResult, fresh_id
from path_planner.services.session.photos import picture_from
from path_planner.services.session.wall.bring_in import (
    around,
    centred,
    free_box,
    occupied_boxes,
)
from path_planner.services.session.wall.cards import settled
from path_planner.services.session.wall.commands import AddDrawing
from path_planner.services.session.wall.relayout import Fit, Standing, carried_mark

_FILLED = 0.9
"""The most of a stage that a drawing takes, along each side."""
_SMALLER = (1.0, 0.85, 0.7, 0.55, 0.4)
"""The scales at which free ground is looked for, of the largest that fits into the stage."""


class ImportedDrawing(NamedTuple):
    """The session after the import, the number of marks, and what was left out."""

    session: Session
    marks: int
    left_out: tuple[str, ...]

    def sentences(self) -> tuple[str, ...]:
        """Say what was added and what was not."""
        if not self.marks:
            came = _("There was nothing in this file that can go on the wall.")
        else:
            came = ngettext(
                "{count} thing was added to the wall.",
                "{count} things were added to the wall.",
                self.marks,
            )
        return (came, *(_("Left out: {what}", what=sentence) for sentence in self.left_out))


def add_drawing(context: SessionContext, command: AddDrawing) -> SessionResult:
    """Import a file that came to the wall in a window."""
    try:
        content = base64.b64decode(command.content, validate=True)
    except (binascii.Error, ValueError):
        raise NotAWall from None
    brought = import_drawing(context, content, command.stage)
    return SessionResult(brought.session, told=brought.sentences())


def import_drawing(
    context: SessionContext, content: bytes, stage: str | None = None
) -> ImportedDrawing:
    """Import all marks and pictures of a file, as one change.

    They go to free ground in a stage, made smaller if need be; without a `stage`, they keep the
    places that they have in the file.
    """
    session = context.document
    drawing = read_wall(content, _place(context))
    if not drawing.marks:
        return ImportedDrawing(session, 0, drawing.left_out)
    # The first mark makes it a wall: cards keep the places where they were shown before.
    after = session if has_wall(session) else settled(session)
    if stage is not None:
        drawing = drawing._replace(marks=_in_stage(after, drawing.marks, stage))
    named = replace(context, op_id=f"{IMPORT}{context.op_id or fresh_id(20)}")
    saved = named.keep(_with(after, drawing))
    return ImportedDrawing(saved.document, len(drawing.marks), drawing.left_out)


def add_photo(
    context: SessionContext, picture: Picture, stage: str, words: str = ""
) -> SessionResult:
    """Add a picture to the wall, on free ground in a stage; `words` say what it shows."""
    session = context.document
    photo = Photo(
        id=context.fresh_id(),
        stage=stage,
        picture=picture.id,
        words=words,
        width=picture.width,
        height=picture.height,
        order=next_order(session.marks),
    )
    after = session if has_wall(session) else settled(session)
    (placed,) = _in_stage(after, (photo,), stage)
    return context.keep(put(put(after, "pictures", picture), "marks", placed))


def _with(session: Session, drawing: Imported) -> Session:
    for picture in drawing.pictures:
        session = put(session, "pictures", picture)
    marks = {**session.marks, **{mark.id: mark for mark in drawing.marks}}
    return session.model_copy(update={"marks": marks})


def _place(context: SessionContext) -> Place:
    session = context.document
    process = process_of(session)
    return Place(
        stage_at=lambda x, y: stage_at(session, process, x, y),
        fresh_id=context.fresh_id,
        picture_from=picture_from,
        records={*session.voices, *session.commitments, *session.marks},
        people=session.people,
        above=max((mark.order for mark in session.marks.values()), default=0.0),
    )


def _in_stage(session: Session, marks: tuple[Mark, ...], stage: str) -> tuple[Mark, ...]:
    """Return the marks of a drawing moved to a stage, all by the same distance and scale."""
    process = process_of(session)
    home = process.stage_for(stage)
    standing: list[Standing] = [mark for mark in marks if isinstance(mark, Standing)]
    old = around(map(box_of_mark, standing))
    new = _room(session, stage_regions(session, process)[home], old)
    return tuple(_carried(mark, Fit(old, new), home) for mark in standing)


def _room(session: Session, region: StageRegion, drawing: Box) -> Box:
    """Return free ground for a drawing, as large as it can be; the middle of a full stage."""
    area, boxes = region.card_area.area.box, occupied_boxes(session)
    width, height = max(drawing.width, 1.0), max(drawing.height, 1.0)
    largest = min(1.0, _FILLED * area.width / width, _FILLED * area.height / height)
    for part in _SMALLER:
        size = (drawing.width * largest * part, drawing.height * largest * part)
        free = free_box(region, boxes, size)
        if free:
            return free
    return centred((drawing.width * largest, drawing.height * largest), area.centre)


def _carried(mark: Standing, fit: Fit, stage: str) -> Standing:
    """Return a mark moved and scaled with its drawing, its lines too."""
    moved = carried_mark(mark, fit).model_copy(update={"stage": stage})
    if isinstance(moved, Stroke):
        pen = moved.pen.model_copy(update={"width": moved.pen.width * fit.size})
        return moved.model_copy(update={"pen": pen})
    if isinstance(moved, Shape):
        return moved.model_copy(update={"line_width": moved.line_width * fit.size})
    return moved
