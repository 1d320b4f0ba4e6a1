"""The strips about the PATH: title, people, agreement, and what stands at the foot."""

from collections.abc import Sequence

from path_planner.domain.session import Session
from path_planner.lettering.fonts import LETTERING_BOLD
from path_planner.processes.asking import whose
from path_planner.scene import art, content
from path_planner.scene.blocks import Block
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import INK, QUIET, Kind, Node, Part
from path_planner.scene.reading import listed, spoken_in_turn
from path_planner.scene.setting import Heading, heading
from path_planner.scene.sheet import Ground, Sheet, laid
from path_planner.scene.template import Template
from path_planner.words import mark, say, say_date

CREDIT = mark(
    "PATH (Planning Alternative Tomorrows with Hope) was developed by Jack Pearpoint, "
    "John O'Brien and Marsha Forest (Inclusion Press, inclusion.com). This independent tool "
    "uses its own drawings and words, is not endorsed by them, and does not replace trained "
    "facilitators."
)
_LARGEST_PERSON = 44.0
_LARGEST_PROMISE = 42.0
_LARGEST_CLOSING = 34.0
_CREDIT, _CREDIT_TALL = 23.4, 64.0
"""Letters of six points where the poster is on A4, and the room for two lines of them."""


def banner(session: Session, bare: Template) -> Sheet:
    """Set the title, whose PATH it is, the day and the place."""
    about, box = session.about, bare.banner
    owner = say("The PATH of {name}", name=whose(session))
    parts = [owner] if about.title else []
    parts += [say_date(about.held_on)] if about.held_on else []
    parts += [about.place] if about.place else []
    below = " · ".join(parts)
    tall = box.height * (0.7 if below else 0.95)
    title = Heading(about.title or owner, "title", 150.0, 8.0, LETTERING_BOLD, INK)
    texts, end = heading(title, Box(box.x, box.y, box.width, tall))
    painting: list[Part] = [*texts]
    wide = max((text.width for text in texts), default=0.0)
    painting.extend(art.swash((box.x + 4, end + 4), min(max(wide * 1.02, 300.0), box.width)))
    nodes = [Node("title", Kind.TITLE)]
    if below:
        room = Box(box.x, end + 20, box.width, box.bottom - end - 20)
        painting += heading(Heading(below, "about", 46.0, colour=QUIET), room)[0]
        nodes.append(Node("about", Kind.PARAGRAPH))
    return Sheet(tuple(painting), tuple(nodes))


def strips(session: Session, bare: Template) -> Sheet:
    """Set who is here, and the group agreement beside it."""
    return here(session, bare) + promised(session, bare)


def here(session: Session, bare: Template) -> Sheet:
    """Set who is on this PATH."""
    blocks = content.people(session)
    return _strip(blocks, bare.people, say("Who is on this PATH"), "people")


def promised(session: Session, bare: Template) -> Sheet:
    """Set the group agreement."""
    return _strip(content.agreement(session), bare.agreement, say("Our agreement"), "agreement")


def _strip(blocks: Sequence[Block], box: Box, title: str, name: str) -> Sheet:
    words = Heading(title, f"{name}-title", 34.0, 6.0, LETTERING_BOLD, QUIET)
    texts, end = heading(words, Box(box.x, box.y, box.width, 46))
    area = Rectangle(Box(box.x, end + 2, box.width, box.bottom - end - 2))
    largest = _LARGEST_PERSON if name == "people" else _LARGEST_PROMISE
    nodes = (Node(f"{name}-title", Kind.HEADING), *listed(f"{name}-list", blocks))
    return Sheet(tuple(texts), nodes) + laid(blocks, (), Ground(area, name, QUIET, largest))


def closing(session: Session, bare: Template) -> Sheet:
    """Set the words on leaving, the day of the review, and what was agreed to."""
    blocks = content.closing(session)
    if not blocks:
        return Sheet()
    box = bare.closing
    words = Heading(say("At the end"), "closing-title", 34.0, 6.0, LETTERING_BOLD, QUIET)
    texts, end = heading(words, Box(box.x, box.y, box.width, 46))
    area = Rectangle(Box(box.x, end + 2, box.width, box.bottom - end - 2))
    nodes = (Node("closing-title", Kind.HEADING), *spoken_in_turn(blocks))
    ground = Ground(area, "closing", QUIET, _LARGEST_CLOSING)
    return Sheet(tuple(texts), nodes) + laid(blocks, (), ground)


def credit(bare: Template) -> Sheet:
    """Set whom the method comes from."""
    words, box = Heading(say(CREDIT), "credit", _CREDIT, colour=QUIET), bare.credit
    room = Box(box.x, box.bottom - _CREDIT_TALL, box.width, _CREDIT_TALL)
    texts, _ = heading(words, room, low=True)
    return Sheet(tuple(texts), (Node("credit", Kind.PARAGRAPH),))
