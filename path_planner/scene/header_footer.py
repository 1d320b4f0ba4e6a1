"""Lay out the header and footer: title, people, agreement, closing and credit."""

from collections.abc import Sequence

from path_planner.domain.session import Session
from path_planner.i18n import N_, _, format_date
from path_planner.processes.prompts import pathfinder_name
from path_planner.scene import content, decorations, style
from path_planner.scene.fragment import CardArea, Fragment, place_blocks
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import INK, QUIET, Kind, Node, Part
from path_planner.scene.reading_order import listed, spoken_in_turn
from path_planner.scene.template import Template
from path_planner.scene.text_blocks import Block
from path_planner.scene.text_boxes import Heading, heading
from path_planner.typography.fonts import LETTERING_BOLD

CREDIT = N_(
    "PATH (Planning Alternative Tomorrows with Hope) was developed by Jack Pearpoint, "
    "John O'Brien and Marsha Forest (Inclusion Press, inclusion.com). This independent tool "
    "uses its own drawings and words, is not endorsed by them, and does not replace trained "
    "facilitators."
)
_CREDIT_HEIGHT = 64.0
"""The height of two lines of the credit."""


def banner(session: Session, template: Template) -> Fragment:
    """Lay out the title, and below it pathfinder, date and place."""
    about, box = session.about, template.banner
    owner = _("The PATH of {name}", name=pathfinder_name(session))
    parts = [owner] if about.title else []
    parts += [format_date(about.held_on)] if about.held_on else []
    parts += [about.place] if about.place else []
    subtitle = " · ".join(parts)
    height = box.height * (0.7 if subtitle else 0.95)
    title = Heading(about.title or owner, "title", *style.TITLE_FONT_SIZES, LETTERING_BOLD, INK)
    texts, end = heading(title, Box(box.x, box.y, box.width, height))
    painting: list[Part] = [*texts]
    width = max((text.width for text in texts), default=0.0)
    painting.extend(
        decorations.swash((box.x + 4, end + 4), min(max(width * 1.02, 300.0), box.width))
    )
    nodes = [Node("title", Kind.TITLE)]
    if subtitle:
        room = Box(box.x, end + 20, box.width, box.bottom - end - 20)
        painting += heading(
            Heading(subtitle, "about", *style.SUBTITLE_FONT_SIZES, colour=QUIET), room
        )[0]
        nodes.append(Node("about", Kind.PARAGRAPH))
    return Fragment(tuple(painting), tuple(nodes))


def strips(session: Session, template: Template) -> Fragment:
    """Lay out the people, and the group agreement beside them."""
    return present_people(session, template) + agreed_lines(session, template)


def present_people(session: Session, template: Template) -> Fragment:
    """Lay out the people of this PATH."""
    blocks = content.people(session)
    return _strip(blocks, template.people, _("People in this PATH"), "people")


def agreed_lines(session: Session, template: Template) -> Fragment:
    """Lay out the group agreement."""
    return _strip(content.agreement(session), template.agreement, _("Our agreement"), "agreement")


def _strip(blocks: Sequence[Block], box: Box, title: str, name: str) -> Fragment:
    words = Heading(title, f"{name}-title", *style.SECTION_TITLE_FONT_SIZES, LETTERING_BOLD, QUIET)
    texts, end = heading(words, Box(box.x, box.y, box.width, 46))
    area = Rectangle(Box(box.x, end + 2, box.width, box.bottom - end - 2))
    largest = style.PERSON_FONT_SIZE if name == "people" else style.AGREEMENT_FONT_SIZE
    nodes = (Node(f"{name}-title", Kind.HEADING), *listed(f"{name}-list", blocks))
    return (
        Fragment(tuple(texts), nodes)
        + place_blocks(blocks, (), CardArea(area, name, QUIET, largest))[0]
    )


def closing(session: Session, template: Template) -> Fragment:
    """Lay out the closing words, the date of the review, and the consent."""
    blocks = content.closing(session)
    if not blocks:
        return Fragment()
    box = template.closing
    words = Heading(
        _("At the end"), "closing-title", *style.SECTION_TITLE_FONT_SIZES, LETTERING_BOLD, QUIET
    )
    texts, end = heading(words, Box(box.x, box.y, box.width, 46))
    area = Rectangle(Box(box.x, end + 2, box.width, box.bottom - end - 2))
    nodes = (Node("closing-title", Kind.HEADING), *spoken_in_turn(blocks))
    card_area = CardArea(area, "closing", QUIET, style.CLOSING_FONT_SIZE)
    return Fragment(tuple(texts), nodes) + place_blocks(blocks, (), card_area)[0]


def credit(template: Template) -> Fragment:
    """Lay out the credit, which names the authors of the method."""
    words, box = (
        Heading(_(CREDIT), "credit", *style.CREDIT_FONT_SIZES, colour=QUIET),
        template.credit,
    )
    room = Box(box.x, box.bottom - _CREDIT_HEIGHT, box.width, _CREDIT_HEIGHT)
    texts, _height = heading(words, room, low=True)
    return Fragment(tuple(texts), (Node("credit", Kind.PARAGRAPH),))
