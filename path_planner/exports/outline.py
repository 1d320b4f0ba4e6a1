"""The plan as plain text in Markdown: all that was said, stage by stage, as it is read aloud."""

from collections.abc import Iterable, Iterator, Sequence

from path_planner.domain.commitment import Review
from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.domain.wall import Photo, Shape, Stamp
from path_planner.exports.export import Choice, Export, Options
from path_planner.exports.markdown import plain
from path_planner.processes.asking import whose
from path_planner.processes.process import Process
from path_planner.scene import content
from path_planner.scene.blocks import Block, Sign
from path_planner.scene.content import StageContent
from path_planner.scene.reading import alt_of
from path_planner.scene.strips import CREDIT
from path_planner.scene.wall.marks import Loose
from path_planner.scene.wall.reading import told_marks
from path_planner.words import mark, say, say_date

_BOXES = {Sign.TO_DO: "[ ] ", Sign.DONE: "[x] "}
_LOOKING_BACK = (
    ("tried", mark("What we tried")),
    ("learned", mark("What we learned")),
    ("pleased", mark("What we are pleased about")),
    ("concerned", mark("What we are concerned about")),
    ("next", mark("What comes next")),
)


def render(session: Session, process: Process, options: Options) -> bytes:
    """Write the plan as Markdown."""
    told = content.stages(session, process, options.audience)
    lines = [
        *_about(session),
        *_section(say("Who is on this PATH"), _items(content.people(session))),
        *_section(say("Our agreement"), _items(content.agreement(session))),
        *(line for held in told for line in _stage(session, process, held)),
        *(line for review in in_order(session.reviews) for line in _review(review)),
        *_section(say("At the end"), _items(content.closing(session))),
        plain(say(CREDIT)),
        "",
    ]
    return "\n".join(lines).encode()


def _about(session: Session) -> Iterator[str]:
    about = session.about
    owner = say("The PATH of {name}", name=whose(session))
    day = say_date(about.held_on) if about.held_on else ""
    yield f"# {plain(about.title or owner)}"
    yield ""
    yield plain(" · ".join(part for part in (owner, day, about.place) if part))
    yield ""


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {plain(title)}"
        yield ""
        yield from items
        yield ""


def _items(blocks: Iterable[Block]) -> list[str]:
    return [_item(block) for block in blocks]


def _item(block: Block) -> str:
    words = " · ".join(plain(part.words) for part in block.parts)
    return f"- {_BOXES.get(block.sign, '')}{words.replace(' · — ', ' — ')}"


def _stage(session: Session, process: Process, held: StageContent) -> Iterator[str]:
    yield f"## {plain(held.title)}"
    yield ""
    yield plain(held.question)
    yield ""
    items = _items(held.blocks)
    items += [
        "- " + say("Drawing: {words}", words=plain(alt_of(session, process, picture)))
        for picture in held.drawings
    ]
    items += [
        f"- {_mark(mark, plain(words))}"
        for mark, words in told_marks(session, process, held.stage.id)
    ]
    if items:
        yield from items
        yield ""


def _mark(mark: Loose, words: str) -> str:
    """Say what stands on the wall beside the cards, and of what kind it is."""
    match mark:
        case Stamp():
            return say("Stamp: {words}", words=words)
        case Photo():
            return say("Photo: {words}", words=words)
        case Shape():
            return say("Drawing: {words}", words=words)
        case _:
            return words


def _review(review: Review) -> Iterator[str]:
    said = [(say(name), getattr(review, key)) for key, name in _LOOKING_BACK]
    items = [f"- {plain(name)}: {plain(words)}" for name, words in said if words]
    yield from _section(say("Looking back on {date}", date=say_date(review.on)), items)


EXPORT = Export(
    name=mark("The plan as plain text (Markdown)"),
    suffix=".md",
    mime="text/markdown",
    takes=frozenset({Choice.AUDIENCE}),
    render=render,
)
