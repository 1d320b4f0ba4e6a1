"""The background of the wall, laid out from the process alone, so that new voices move nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import inf

from path_planner.domain.marks import Photo
from path_planner.domain.session import Columns, Session
from path_planner.processes import arrow_stages
from path_planner.processes.model import Process, Stage
from path_planner.processes.prompts import fill_placeholders, stage_title
from path_planner.scene import header_footer
from path_planner.scene.content import StageContent
from path_planner.scene.fragment import CardArea, Fragment
from path_planner.scene.geometry import Box
from path_planner.scene.model import Part, Role, Shape, Text
from path_planner.scene.regions import column_place, round_place, title_size
from path_planner.scene.style import SHARED_COLUMN_TITLE_MIN_FONT_SIZE, WALL_CARD_FONT_SIZES
from path_planner.scene.template import columns, painted
from path_planner.scene.wall.element import WallElement, bare_wall, box_of

_OPACITY = {Role.GROUND: 0.3, Role.PAPER: 0.0}
"""The opacity of the areas that would hide a photo under the regions."""


@dataclass(frozen=True, slots=True)
class StageRegion:
    """The region of a stage on the wall: its box, title and question, and the area for cards."""

    stage: Stage
    box: Box
    head: tuple[Text, ...]
    card_area: CardArea
    limit: float = inf
    """The font size that no new card exceeds, also where cards grow into free room."""


@dataclass(frozen=True)
class _LayoutKey:
    """Cache key: everything that the layout of the regions depends on."""

    process: Process = field(hash=False)
    columns: Columns
    words: tuple[tuple[str, str, str], ...]


def stage_regions(session: Session, process: Process) -> Mapping[str, StageRegion]:
    """Return the region of each stage, in the order of the process."""
    words = tuple(
        (stage.id, stage_title(session, stage), fill_placeholders(stage.question, session))
        for stage in process.stages
    )
    return _cached_regions(_LayoutKey(process, session.about.columns, words))


@lru_cache(maxsize=64)
def _cached_regions(layout_key: _LayoutKey) -> Mapping[str, StageRegion]:
    template = bare_wall()
    texts = {key: (title, question) for key, title, question in layout_key.words}
    contents = {
        stage.id: StageContent(stage, *texts[stage.id], (), ())
        for stage in layout_key.process.stages
    }
    slots = _slots(layout_key.process, layout_key.columns)
    sizes = (title_size(contents[key], slot, template) for key, slot in slots.items())
    least = SHARED_COLUMN_TITLE_MIN_FONT_SIZE
    title = max(least, min(sizes, default=least))
    regions = {}
    for stage in layout_key.process.stages:
        slot = slots.get(stage.id)
        if slot:
            head, card_area = column_place(contents[stage.id], slot, template, title)
        else:
            head, card_area = round_place(contents[stage.id], template)
        largest = (
            WALL_CARD_FONT_SIZES.round if card_area.area.round else WALL_CARD_FONT_SIZES.column
        )
        card_area = replace(card_area, max_font_size=min(card_area.max_font_size, largest))
        box = slot or (
            template.star if card_area.area.box.y < template.circle.y else template.circle
        )
        regions[stage.id] = StageRegion(stage, box, tuple(head), card_area)
    return regions


def _slots(process: Process, order: Columns) -> dict[str, Box]:
    """Return the columns of the arrow, divided by the shares of the process alone."""
    inside = arrow_stages(process, order)
    shares = [stage.share for stage in inside]
    boxes = columns(bare_wall().inside, shares, [1.0] * len(shares))
    return {stage.id: box for stage, box in zip(inside, boxes, strict=True)}


def stage_boxes(session: Session, process: Process) -> Mapping[str, Box]:
    """Return the box around the region of each stage."""
    return {key: region.box for key, region in stage_regions(session, process).items()}


def stage_at(session: Session, process: Process, x: float, y: float) -> str:
    """Return the stage whose region is under a point, else the nearest."""
    boxes = stage_boxes(session, process)
    return min(boxes, key=lambda stage: _distance(boxes[stage], x, y))


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """Return the squared distance of a point from a box, then from its centre."""
    dx = max(box.x - x, 0.0, x - box.right)
    dy = max(box.y - y, 0.0, y - box.bottom)
    centre_x, centre_y = box.centre
    return dx**2 + dy**2, (x - centre_x) ** 2 + (y - centre_y) ** 2


def background_pieces(session: Session, process: Process) -> tuple[WallElement, ...]:
    """Return all locked elements of the wall in painting order."""
    template = bare_wall()
    slots = _slots(process, session.about.columns)
    translucent = _has_photo_beneath(session)
    pieces = [
        WallElement(
            part.id,
            part.stage,
            box_of(part.parts),
            _translucent(part.parts) if translucent else part.parts,
        )
        for part in painted(template, process, slots)
    ]
    pieces += [
        WallElement(f"head-{key}", key, box_of(region.head), region.head)
        for key, region in stage_regions(session, process).items()
        if region.head
    ]
    fragments = {
        "banner": header_footer.banner(session, template),
        "people": header_footer.present_people(session, template),
        "agreement": header_footer.agreed_lines(session, template),
        "closing": header_footer.closing(session, template),
        "credit": header_footer.credit(template),
    }
    pieces += [_strip(name, fragment) for name, fragment in fragments.items() if fragment.painting]
    return tuple(pieces)


def _has_photo_beneath(session: Session) -> bool:
    """Whether a photo is beneath the regions, which makes the background translucent."""
    return any(isinstance(mark, Photo) and mark.under for mark in session.marks.values())


def _translucent(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts with translucent areas, so that a photo beneath them shows."""
    return tuple(
        replace(part, opacity=_OPACITY[part.role])
        if isinstance(part, Shape) and part.role in _OPACITY
        else part
        for part in parts
    )


def _strip(name: str, fragment: Fragment) -> WallElement:
    return WallElement(name, "", box_of(fragment.painting), fragment.painting, None, fragment.nodes)
