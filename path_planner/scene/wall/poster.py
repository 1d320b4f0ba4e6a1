"""The poster of a session with a wall: everything has the same place as on the wall."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from path_planner.domain.marks import Photo
from path_planner.domain.session import Session
from path_planner.i18n import ENGLISH, tag_of
from path_planner.processes.model import Process
from path_planner.scene import content
from path_planner.scene.geometry import Area, Box, Rectangle, Silhouette
from path_planner.scene.hand_drawn import Point, VectorPath, rectangle
from path_planner.scene.marks import parts_of
from path_planner.scene.model import (
    PAPER,
    Audience,
    Card,
    Drawing,
    Kind,
    Node,
    Part,
    Photograph,
    Role,
    Scene,
    Shape,
    Text,
)
from path_planner.scene.reading_order import stage_node
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import card_pieces
from path_planner.scene.wall.background import background_pieces, stage_regions
from path_planner.scene.wall.card_content import signatures
from path_planner.scene.wall.element import WALL_ASPECT, WallElement
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from path_planner.scene.wall.reading_order import home_node, mark_nodes, signature_nodes


def moved(part: Part, by: Point) -> Part:
    """Return a part moved to the right and down."""
    dx, dy = by
    match part:
        case Text():
            return replace(part, x=part.x + dx, baseline=part.baseline + dy)
        case Drawing():
            x, y = part.shift
            return replace(part, box=moved_box(part.box, by), shift=(x + dx, y + dy))
        case Photograph():
            clip = _moved_outline(part.clip, dx, dy)
            return replace(part, box=moved_box(part.box, by), clip=clip)
        case _:
            clip = _moved_outline(part.clip, dx, dy)
            return replace(part, outline=_moved_outline(part.outline, dx, dy), clip=clip)


def _moved_outline(outline: VectorPath, dx: float, dy: float) -> VectorPath:
    # Written out for speed: with much ink, a function call for each point doubles the time.
    return tuple(type(step)(*[(x + dx, y + dy) for x, y in step]) for step in outline)


def moved_box(box: Box, by: Point) -> Box:
    """Return a box moved to the right and down."""
    return Box(box.x + by[0], box.y + by[1], box.width, box.height)


def moved_area(area: Area, by: Point) -> Area:
    """Return an area moved to the right and down."""
    box = moved_box(area.box, by)
    if isinstance(area, Silhouette):
        return Silhouette(moved_box(area.around, by), area.halves, box)
    return Rectangle(box)


_BEFORE_STAGES = ("banner", "people", "agreement")
_AFTER_STAGES = ("closing", "credit")
_SAME = 0.01
"""Papers of the A series differ from each other by less than this."""
_BEYOND = 0.25
"""Items farther outside the wall than this part of its size do not enlarge the frame."""
_RECORDS = {"voices": "voice", "commitments": "commitment"}


def wall_scene(session: Session, process: Process, audience: Audience, aspect: float) -> Scene:
    """Return the wall as a poster for a paper with this ratio of width to height."""
    background = background_pieces(session, process)
    cards = card_pieces(session, process, audience, signs=False)
    frame = frame_of(session, cards, aspect)
    by = (-frame.x, -frame.y)
    painting = (
        Shape(rectangle(Box(0, 0, frame.width, frame.height)), Role.PAPER, fill=PAPER),
        *_shifted(_painted(session, process, background, cards), by),
    )
    about = session.about
    titles = (part.words for part in painting if isinstance(part, Text) and part.node == "title")
    regions = stage_regions(session, process).items()
    return Scene(
        title=about.title or " ".join(titles),
        language=tag_of(about.language) or ENGLISH,
        width=frame.width,
        height=frame.height,
        painting=painting,
        reading=Node(
            "poster", Kind.SECTION, tuple(_read(session, process, audience, background, cards))
        ),
        cards=tuple(_placed(piece, by) for piece in cards),
        regions=tuple((key, moved_area(bed.card_area.area, by)) for key, bed in regions),
    )


def _shifted(parts: Iterator[Part], by: tuple[float, float]) -> Iterator[Part]:
    return (moved(part, by) for part in parts) if any(by) else parts


def _placed(piece: WallElement, by: tuple[float, float]) -> Card:
    return Card(_node_of(piece), piece.stage, moved_box(piece.box, by))


def _node_of(piece: WallElement) -> str:
    holds = piece.card.holds if piece.card else ""
    kind = _RECORDS.get(holds) or ("sketch" if piece.written else "figure")
    return f"{kind}-{piece.id}"


def _painted(
    session: Session,
    process: Process,
    background: Sequence[WallElement],
    cards: Sequence[WallElement],
) -> Iterator[Part]:
    """Yield all but the paper in painting order."""
    marks = loose_marks(session)
    for mark in marks:
        if isinstance(mark, Photo) and mark.under:
            yield from parts_of(mark, session)
    for piece in background:
        if piece.id != "paper":
            yield from piece.parts
    over = [(piece.card.order, 0, piece.parts) for piece in cards if piece.card]
    over += [
        (mark.order, 1, _of_mark(parts_of(mark, session), home_node(mark, process)))
        for mark in marks
        if not (isinstance(mark, Photo) and mark.under)
    ]
    for _, _, parts in sorted(over, key=lambda mark: mark[:2]):
        yield from parts


def _of_mark(parts: tuple[Part, ...], node: str) -> tuple[Part, ...]:
    return tuple(part if part.node == node else replace(part, node=node) for part in parts)


def _read(
    session: Session,
    process: Process,
    audience: Audience,
    background: Sequence[WallElement],
    cards: Sequence[WallElement],
) -> Iterator[Node]:
    nodes = {piece.id: piece.nodes for piece in background}
    for name in _BEFORE_STAGES:
        yield from nodes.get(name, ())
    shown = {_node_of(piece) for piece in cards}
    signed = signatures(session)
    for stage_content in content.stages(session, process, audience):
        stage = stage_content.stage.id
        blocks = tuple(block for block in stage_content.blocks if block.record in shown)
        drawings = tuple(drawing for drawing in stage_content.drawings if drawing.node in shown)
        node = stage_node(
            session, process, replace(stage_content, blocks=blocks, drawings=drawings)
        )
        promises = [block.record.partition("-")[2] for block in blocks]
        more = (
            *signature_nodes(session, [key for key in promises if key in signed]),
            *mark_nodes(session, process, stage),
        )
        yield replace(node, children=(*node.children, *more))
    for name in _AFTER_STAGES:
        yield from nodes.get(name, ())


def frame_of(session: Session, cards: Sequence[WallElement], aspect: float) -> Box:
    """Return the part of the plane that the paper shows: the wall and what stands beside it."""
    height = WIDTH / WALL_ASPECT
    most = Box(0, 0, WIDTH, height).inset(-_BEYOND * WIDTH, -_BEYOND * height)
    placed = (*(piece.box for piece in cards), *map(box_of_mark, loose_marks(session)))
    boxes = [Box(0, 0, WIDTH, height), *filter(most.overlaps, placed)]
    left = max(most.x, min(box.x for box in boxes))
    top = max(most.y, min(box.y for box in boxes))
    right = min(most.right, max(box.right for box in boxes))
    bottom = min(most.bottom, max(box.bottom for box in boxes))
    width, frame_height = right - left, bottom - top
    if (width, frame_height) == (WIDTH, height) and abs(aspect / WALL_ASPECT - 1) < _SAME:
        return Box(0, 0, WIDTH, WIDTH / aspect)
    paper_width, paper_height = max(width, frame_height * aspect), max(frame_height, width / aspect)
    margin_x, margin_y = (paper_width - width) / 2, (paper_height - frame_height) / 2
    return Box(left - margin_x, top - margin_y, paper_width, paper_height)
