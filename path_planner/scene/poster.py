"""Lay out the poster of a session; the same session always gives the same scene."""

from collections.abc import Iterator, Mapping
from functools import reduce
from math import inf
from operator import add

from path_planner.domain.session import Session
from path_planner.i18n import ENGLISH, tag_of
from path_planner.processes import arrow_stages
from path_planner.processes.model import Process, Region
from path_planner.scene import content
from path_planner.scene.content import StageContent
from path_planner.scene.fragment import Fragment
from path_planner.scene.geometry import Box
from path_planner.scene.header_footer import banner, closing, credit, strips
from path_planner.scene.model import Audience, Kind, Node, Scene, Text
from path_planner.scene.reading_order import stage_node
from path_planner.scene.regions import (
    Place,
    column_place,
    filled,
    round_place,
    title_size,
)
from path_planner.scene.style import SHARED_COLUMN_TITLE_MIN_FONT_SIZE
from path_planner.scene.template import (
    WIDTH,
    Template,
    background_parts,
    columns,
    poster_template,
)
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
    geometry = poster_template(aspect)
    contents = {each.stage.id: each for each in content.stages(session, process, audience)}
    slots = _slots(session, process, contents, geometry)
    painted = Fragment(tuple(background_parts(geometry, process, slots)))
    top = banner(session, geometry) + strips(session, geometry)
    sizes = [title_size(contents[key], slot, geometry) for key, slot in slots.items()]
    title = max(SHARED_COLUMN_TITLE_MIN_FONT_SIZE, min(sizes))
    places = {
        stage.id: column_place(contents[stage.id], slots[stage.id], geometry, title)
        if stage.id in slots
        else round_place(contents[stage.id], geometry)
        for stage in process.stages
    }
    stage_fragments = _stages(contents, places)
    stage_nodes = (
        _reading_fragment(session, process, contents[stage.id]) for stage in process.stages
    )
    bottom = closing(session, geometry) + credit(geometry)
    whole = reduce(add, (painted, top, *stage_fragments, *stage_nodes, bottom))
    return Scene(
        title=next(text for text in (session.about.title, *_title_words(top)) if text),
        language=tag_of(session.about.language) or ENGLISH,
        width=WIDTH,
        height=geometry.height,
        painting=whole.painting,
        reading=Node("poster", Kind.SECTION, whole.nodes),
        cards=whole.cards,
        regions=whole.regions,
    )


def _stages(contents: Mapping[str, StageContent], places: Mapping[str, Place]) -> list[Fragment]:
    """Lay out the stages. None with as many words as the dream has larger ones.

    If the dream has the most words of all, the stage with the most after it has none larger.
    """
    dream = next(key for key, each in contents.items() if each.stage.region is Region.STAR)
    sizes: dict[str, float] = {}
    laid: dict[str, Fragment] = {}

    def lay(key: str, largest: float) -> None:
        laid[key], sizes[key] = filled(contents[key], places[key], largest)

    lay(dream, inf)
    dreamt = contents[dream].letters
    others = [key for key in contents if key != dream]
    for key in others:
        lay(key, sizes[dream] if dreamt and contents[key].letters >= dreamt else inf)
    written = [key for key in others if contents[key].letters]
    if dreamt and written and min(sizes[key] for key in written) > sizes[dream]:
        lay(max(written, key=lambda key: contents[key].letters), sizes[dream])
    return [laid[key] for key in contents]


def _reading_fragment(session: Session, process: Process, stage_content: StageContent) -> Fragment:
    return Fragment(nodes=(stage_node(session, process, stage_content),))


def _title_words(top: Fragment) -> Iterator[str]:
    yield " ".join(
        part.words for part in top.painting if isinstance(part, Text) and part.node == "title"
    )


def _slots(
    session: Session, process: Process, contents: dict[str, StageContent], geometry: Template
) -> dict[str, Box]:
    """Return the column of each stage that stands in the arrow."""
    inside = arrow_stages(process, session.about.columns)
    boxes = columns(
        geometry.inside,
        [stage.share for stage in inside],
        [contents[stage.id].weight for stage in inside],
    )
    return {stage.id: box for stage, box in zip(inside, boxes, strict=True)}
