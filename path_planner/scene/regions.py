"""Layout of a stage in its region: title and question above, its cards and sketches below."""

from dataclasses import replace

from path_planner.processes.model import Region
from path_planner.scene import style
from path_planner.scene.content import StageContent
from path_planner.scene.fragment import CardArea, Fragment, place_blocks
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import Text
from path_planner.scene.template import Template
from path_planner.scene.text_boxes import Heading, heading
from path_planner.typography.fonts import LETTERING_BOLD

_EDGE = 15.0


def title_size(content: StageContent, slot: Box, template: Template) -> float:
    """Return the largest font size of a column's title; all columns share the smallest."""
    texts, _ = heading(_title(content, style.COLUMN_TITLE_FONT_SIZES), _head(slot, template))
    return texts[0].size if texts else style.COLUMN_TITLE_FONT_SIZES.largest


def _head(slot: Box, template: Template) -> Box:
    head = slot.inset(_EDGE + 4, 18)
    return Box(head.x, head.y, head.width, 0.0325 * template.height)


Place = tuple[list[Text], CardArea]
"""The lines of the title and question of a stage, and the area for its cards below them."""


def column_place(content: StageContent, slot: Box, template: Template, title: float) -> Place:
    """Lay out title and question of a column; return them with the area below."""
    head = slot.inset(_EDGE + 4, 18)
    height = 0.09 * template.height
    sizes = style.COLUMN_TITLE_FONT_SIZES._replace(largest=title)
    texts, end = heading(_title(content, sizes), _head(slot, template))
    question_texts, end = heading(
        _question(content), Box(head.x, end + 2, head.width, height * 0.6)
    )
    body = Box(slot.x + _EDGE, end + 12, slot.width - 2 * _EDGE, slot.bottom - end - 28)
    largest = min(style.CARD_FONT_SIZES.column, body.width / style.MIN_EMS_ACROSS_COLUMN)
    return [*texts, *question_texts], CardArea(Rectangle(body), *_named(content), largest)


def round_place(content: StageContent, template: Template) -> Place:
    """Lay out title and question of the star or circle; return them with the area below."""
    is_star = content.stage.region is Region.STAR
    shape = template.star_area if is_star else template.circle_area
    around = shape.around
    first, last = (0.145, 0.36) if is_star else (0.045, 0.225)
    top = around.y + first * around.height
    middle = around.y + (first * 0.45 + last * 0.55) * around.height
    left, right = shape.span(top, middle)
    title = _title(content, style.ROUND_TITLE_FONT_SIZES, centred=True)
    texts, _ = heading(title, Box(left, top, right - left, middle - top))
    left, right = shape.span(middle, around.y + last * around.height)
    question = Box(left + 8, middle, right - left - 16, around.height * 0.09)
    question_texts, end = heading(_question(content, centred=True), question)
    bottom = around.bottom - (0.09 if is_star else 0.03) * around.height
    card_area = CardArea(
        shape.between(end + 10, bottom), *_named(content), style.CARD_FONT_SIZES.round
    )
    return [*texts, *question_texts], card_area


def filled(content: StageContent, place: Place, largest: float) -> tuple[Fragment, float]:
    """Lay out a stage in its place, its words no larger than this; return their font size, too."""
    header, card_area = place
    limited = replace(card_area, max_font_size=min(card_area.max_font_size, largest))
    cards, size = place_blocks(content.blocks, content.drawings, limited)
    return Fragment(tuple(header)) + cards, size


def _named(content: StageContent) -> tuple[str, str]:
    return content.stage.id, content.stage.colours.ink


def _title(
    content: StageContent, sizes: style.HeadingFontSizes, *, centred: bool = False
) -> Heading:
    stage = content.stage
    return Heading(
        content.title, f"stage-{stage.id}", *sizes, LETTERING_BOLD, stage.colours.ink, centred
    )


def _question(content: StageContent, *, centred: bool = False) -> Heading:
    stage = content.stage
    return Heading(
        content.question,
        f"question-{stage.id}",
        *style.QUESTION_FONT_SIZES,
        colour=stage.colours.ink,
        centred=centred,
    )
