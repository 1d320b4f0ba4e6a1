"""Lay out the bare PATH of the wall from its form alone, so that new voices move nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from path_planner.domain.session import Columns, Session
from path_planner.domain.wall_items import Photo
from path_planner.processes import arrow_stages
from path_planner.processes.model import Process, Stage
from path_planner.processes.prompts import fill_placeholders, stage_title
from path_planner.scene import header_footer
from path_planner.scene.background import painted
from path_planner.scene.content import StageContent
from path_planner.scene.fragment import Fragment, Ground
from path_planner.scene.geometry import Box
from path_planner.scene.model import Part, Role, Shape, Text
from path_planner.scene.regions import column_place, round_place, title_size
from path_planner.scene.style import SHARED_COLUMN_TITLE_MIN_FONT_SIZE, WALL_CARD_FONT_SIZES
from path_planner.scene.template import columns
from path_planner.scene.wall.element import WallElement, bare_wall, box_of

_VEIL = {Role.GROUND: 0.3, Role.PAPER: 0.0}
"""The opacity of the areas that would hide a photo under the regions."""


@dataclass(frozen=True, slots=True)
class StageRegion:
    """A stage on the wall: its outer box, its head, and where its cards go."""

    stage: Stage
    box: Box
    head: tuple[Text, ...]
    ground: Ground


@dataclass(frozen=True)
class _Form:
    """All that decides where the stages stand."""

    process: Process = field(hash=False)
    columns: Columns
    words: tuple[tuple[str, str, str], ...]


def stage_regions(session: Session, process: Process) -> Mapping[str, StageRegion]:
    """Return where each stage stands, in the order the stages are asked."""
    words = tuple(
        (stage.id, stage_title(session, stage), fill_placeholders(stage.question, session))
        for stage in process.stages
    )
    return _beds(_Form(process, session.about.columns, words))


@lru_cache(maxsize=64)
def _beds(form: _Form) -> Mapping[str, StageRegion]:
    bare = bare_wall()
    asked = {key: (title, question) for key, title, question in form.words}
    held = {
        stage.id: StageContent(stage, *asked[stage.id], (), ()) for stage in form.process.stages
    }
    slots = _slots(form.process, form.columns)
    sizes = (title_size(held[key], slot, bare) for key, slot in slots.items())
    least = SHARED_COLUMN_TITLE_MIN_FONT_SIZE
    title = max(least, min(sizes, default=least))
    found = {}
    for stage in form.process.stages:
        slot = slots.get(stage.id)
        if slot:
            head, ground = column_place(held[stage.id], slot, bare, title)
        else:
            head, ground = round_place(held[stage.id], bare)
        most = WALL_CARD_FONT_SIZES.round if ground.area.round else WALL_CARD_FONT_SIZES.column
        ground = replace(ground, largest=min(ground.largest, most))
        box = slot or (bare.star if ground.area.box.y < bare.circle.y else bare.circle)
        found[stage.id] = StageRegion(stage, box, tuple(head), ground)
    return found


def _slots(process: Process, order: Columns) -> dict[str, Box]:
    """Return the columns of the arrow, shared out by the form alone."""
    inside = arrow_stages(process, order)
    shares = [stage.share for stage in inside]
    boxes = columns(bare_wall().inside, shares, [1.0] * len(shares))
    return {stage.id: box for stage, box in zip(inside, boxes, strict=True)}


def stage_boxes(session: Session, process: Process) -> Mapping[str, Box]:
    """Return the box around the region of each stage."""
    return {key: bed.box for key, bed in stage_regions(session, process).items()}


def stage_at(session: Session, process: Process, x: float, y: float) -> str:
    """Return the stage whose region is under a point, else the nearest."""
    boxes = stage_boxes(session, process)
    return min(boxes, key=lambda stage: _distance(boxes[stage], x, y))


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """Return how far a point is from a box, and among those around it how far from its middle."""
    across = max(box.x - x, 0.0, x - box.right)
    down = max(box.y - y, 0.0, y - box.bottom)
    middle_x, middle_y = box.centre
    return across**2 + down**2, (x - middle_x) ** 2 + (y - middle_y) ** 2


def ground_pieces(session: Session, process: Process) -> tuple[WallElement, ...]:
    """Return all locked elements of the wall in painting order."""
    bare = bare_wall()
    slots = _slots(process, session.about.columns)
    veiled = _lies_on_photo(session)
    pieces = [
        WallElement(
            part.id, part.stage, box_of(part.parts), _veil(part.parts) if veiled else part.parts
        )
        for part in painted(bare, process, slots)
    ]
    pieces += [
        WallElement(f"head-{key}", key, box_of(bed.head), bed.head)
        for key, bed in stage_regions(session, process).items()
        if bed.head
    ]
    sheets = {
        "banner": header_footer.banner(session, bare),
        "people": header_footer.present_people(session, bare),
        "agreement": header_footer.agreed_lines(session, bare),
        "closing": header_footer.closing(session, bare),
        "credit": header_footer.credit(bare),
    }
    pieces += [_strip(name, sheet) for name, sheet in sheets.items() if sheet.painting]
    return tuple(pieces)


def _lies_on_photo(session: Session) -> bool:
    """Say whether a photo lies under the regions, which makes the background translucent."""
    return any(isinstance(mark, Photo) and mark.under for mark in session.marks.values())


def _veil(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with translucent areas, so that a photo beneath them shows."""
    return tuple(
        replace(part, opacity=_VEIL[part.role])
        if isinstance(part, Shape) and part.role in _VEIL
        else part
        for part in parts
    )


def _strip(name: str, sheet: Fragment) -> WallElement:
    return WallElement(name, "", box_of(sheet.painting), sheet.painting, None, sheet.nodes)
