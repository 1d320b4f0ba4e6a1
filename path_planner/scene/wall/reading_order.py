"""Build the reading order of the wall: voices, then marks that carry words, then the ink."""

from collections.abc import Iterator, Sequence

from path_planner import stamps
from path_planner.domain.marks import Label, Photo, Shape, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.i18n import _, ngettext
from path_planner.processes.model import Process
from path_planner.processes.prompts import stage_title
from path_planner.scene.content import name_of
from path_planner.scene.marks import node_of
from path_planner.scene.model import Kind, Node
from path_planner.scene.wall.marks import Loose, loose_marks


def home_node(mark: Loose, process: Process) -> str:
    """Return the node a mark belongs to: its own if it has words, else that of its stage's ink."""
    return node_of(mark) if words_of(mark) else ink_node(process.stage_for(mark.stage))


def ink_node(stage: str) -> str:
    """Return the id of the node for all drawing without words in a stage."""
    return f"ink-{stage}"


def words_of(mark: Loose) -> str:
    """Return the words of a mark, or its alternative text; "" for strokes."""
    match mark:
        case Stroke():
            return ""
        case Label():
            return mark.text
        case Stamp():
            return mark.words or (stamps.find(mark.icon).words if stamps.has(mark.icon) else "")
        case Photo():
            return mark.words or _("A photo")
        case Shape():
            return mark.words


def mark_nodes(session: Session, process: Process, stage: str) -> Iterator[Node]:
    """Yield the nodes of the reading order for the marks of a stage."""
    marks = [mark for mark in loose_marks(session) if process.stage_for(mark.stage) == stage]
    ink = 0
    for mark in marks:
        words = words_of(mark)
        if isinstance(mark, Label) and words.strip():
            yield Node(node_of(mark), Kind.PARAGRAPH)
        elif words.strip():
            yield Node(node_of(mark), Kind.FIGURE, alt=" ".join(words.split()))
        else:
            ink += not isinstance(mark, Label)
    if ink:
        yield Node(ink_node(stage), Kind.FIGURE, alt=alt_of_ink(session, process, stage, ink))


def alt_of_ink(session: Session, process: Process, stage: str, count: int) -> str:
    """Return the alternative text of drawing without words: its stage and number of lines."""
    process_stage = process.stage(stage)
    title = stage_title(session, process_stage) if process_stage else ""
    lines = ngettext("{count} line", "{count} lines", count)
    return _("Drawing in “{stage}”: {lines}", stage=title, lines=lines)


def signature_nodes(session: Session, signed: Sequence[str]) -> Iterator[Node]:
    """Yield a figure for each signature."""
    for record in signed:
        name = name_of(session, session.commitments[record].who)
        alt = _("Signature of {name}", name=name) if name else _("A signature")
        yield Node(f"signature-{record}", Kind.FIGURE, alt=alt)


def described_marks(session: Session, process: Process, stage: str) -> Iterator[tuple[Loose, str]]:
    """Yield the marks of a stage that carry words, and the words."""
    for mark in loose_marks(session):
        if process.stage_for(mark.stage) == stage and (words := words_of(mark)).strip():
            yield mark, words
