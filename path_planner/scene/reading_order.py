"""Build the reading order for screen readers: stage by stage, whatever the layout."""

from collections.abc import Iterator, Sequence

from path_planner.domain.session import Session
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Process
from path_planner.processes.prompts import stage_title
from path_planner.scene.content import StageContent, name_of
from path_planner.scene.model import Kind, Node
from path_planner.scene.sketches import Picture
from path_planner.scene.text_blocks import Block


def alt_of(session: Session, process: Process, picture: Picture) -> str:
    """Return the alternative text of a drawing: its words, or else its stage and author."""
    sketch = picture.sketch
    if sketch.words:
        return " ".join(sketch.words.split())
    process_stage = process.stage(process.stage_for(sketch.stage))
    stage = stage_title(session, process_stage) if process_stage else ""
    lines = ngettext("{count} line", "{count} lines", len(picture.strokes))
    name = name_of(session, sketch.by)
    if name:
        return _("Drawing in “{stage}” by {name}: {lines}", stage=stage, name=name, lines=lines)
    return _("Drawing in “{stage}”: {lines}", stage=stage, lines=lines)


def stage_node(session: Session, process: Process, content: StageContent) -> Node:
    """Return the node of a stage: its title, question, cards and drawings."""
    stage = content.stage.id
    return Node(
        f"section-{stage}",
        Kind.SECTION,
        (
            Node(f"stage-{stage}", Kind.HEADING, stage=stage),
            Node(f"question-{stage}", Kind.PARAGRAPH),
            *listed(f"list-{stage}", content.blocks),
            *(
                Node(drawing.node, Kind.FIGURE, alt=alt_of(session, process, drawing))
                for drawing in content.drawings
            ),
        ),
        stage=stage,
    )


def listed(node: str, blocks: Sequence[Block]) -> Iterator[Node]:
    """Yield a list of cards, if there are any."""
    if blocks:
        yield Node(node, Kind.LIST, tuple(Node(block.record, Kind.ITEM) for block in blocks))


def spoken_in_turn(blocks: Sequence[Block]) -> Iterator[Node]:
    """Yield each card as a paragraph."""
    for block in blocks:
        yield Node(block.record, Kind.PARAGRAPH)
