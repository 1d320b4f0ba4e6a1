"""Lay out the poster of a session; the same session always gives the same scene."""

from collections.abc import Iterator
from functools import reduce
from operator import add

from path_planner.domain.session import Session
from path_planner.processes import arrow_stages
from path_planner.processes.model import Process
from path_planner.scene import content
from path_planner.scene.background import ground
from path_planner.scene.content import StageContent
from path_planner.scene.fragment import Fragment
from path_planner.scene.geometry import Box
from path_planner.scene.header_footer import banner, closing, credit, strips
from path_planner.scene.model import Audience, Kind, Node, Scene, Text
from path_planner.scene.reading_order import stage_node
from path_planner.scene.regions import in_column, in_round, title_size
from path_planner.scene.style import SHARED_COLUMN_TITLE_MIN_FONT_SIZE
from path_planner.scene.template import WIDTH, Template, columns, template
from path_planner.scene.wall.element import has_wall
from path_planner.scene.wall.poster import wall_scene

A_SERIES = 2**0.5


def scene_of(
    session: Session,
    process: Process,
    *,
    audience: Audience = Audience.CIRCLE,
    aspect: float = A_SERIES,
) -> Scene:
    """Return the poster of a session for a paper so many times as wide as it is tall."""
    if has_wall(session):
        return wall_scene(session, process, audience, aspect)
    bare = template(aspect)
    held = {each.stage.id: each for each in content.stages(session, process, audience)}
    slots = _slots(session, process, held, bare)
    painted = Fragment(tuple(ground(bare, process, slots)))
    top = banner(session, bare) + strips(session, bare)
    sizes = [title_size(held[key], slot, bare) for key, slot in slots.items()]
    title = max(SHARED_COLUMN_TITLE_MIN_FONT_SIZE, min(sizes))
    told = (
        in_column(held[stage.id], slots[stage.id], bare, title)
        if stage.id in slots
        else in_round(held[stage.id], bare)
        for stage in process.stages
    )
    read = (_read(session, process, held[stage.id]) for stage in process.stages)
    foot = closing(session, bare) + credit(bare)
    whole = reduce(add, (painted, top, *told, *read, foot))
    return Scene(
        title=next(text for text in (session.about.title, *_title_words(top)) if text),
        language=session.about.language.partition("@")[0] or "en",
        width=WIDTH,
        height=bare.height,
        painting=whole.painting,
        reading=Node("poster", Kind.SECTION, whole.nodes),
        cards=whole.cards,
        regions=whole.regions,
    )


def _read(session: Session, process: Process, held: StageContent) -> Fragment:
    return Fragment(nodes=(stage_node(session, process, held),))


def _title_words(top: Fragment) -> Iterator[str]:
    yield " ".join(
        part.words for part in top.painting if isinstance(part, Text) and part.node == "title"
    )


def _slots(
    session: Session, process: Process, held: dict[str, StageContent], bare: Template
) -> dict[str, Box]:
    """Return the column of each stage that stands in the arrow."""
    inside = arrow_stages(process, session.about.columns)
    boxes = columns(
        bare.inside,
        [stage.share for stage in inside],
        [held[stage.id].weight for stage in inside],
    )
    return {stage.id: box for stage, box in zip(inside, boxes, strict=True)}
