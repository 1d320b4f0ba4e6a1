"""Lay a stage into its region: title and question above, its cards and sketches below."""

from path_planner.processes.model import Region
from path_planner.scene import style
from path_planner.scene.content import StageContent
from path_planner.scene.fragment import Fragment, Ground, place_blocks
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import Text
from path_planner.scene.template import Template
from path_planner.scene.text_boxes import Heading, heading
from path_planner.typography.fonts import LETTERING_BOLD

_EDGE = 15.0


def title_size(held: StageContent, slot: Box, bare: Template) -> float:
    """Return how large the title of a column can be; all columns take the smallest of these."""
    texts, _ = heading(_title(held, style.COLUMN_TITLE_FONT_SIZES), _head(slot, bare))
    return texts[0].size if texts else style.COLUMN_TITLE_FONT_SIZES.largest


def _head(slot: Box, bare: Template) -> Box:
    head = slot.inset(_EDGE + 4, 18)
    return Box(head.x, head.y, head.width, 0.0325 * bare.height)


Place = tuple[list[Text], Ground]
"""The lines of the title and question of a stage, and the area for its cards below them."""


def in_column(held: StageContent, slot: Box, bare: Template, title: float) -> Fragment:
    """Lay a stage into its column of the arrow, its title in letters this large."""
    return _filled(held, column_place(held, slot, bare, title))


def in_round(held: StageContent, bare: Template) -> Fragment:
    """Lay a stage into the star or the circle, its title in the upper tip."""
    return _filled(held, round_place(held, bare))


def column_place(held: StageContent, slot: Box, bare: Template, title: float) -> Place:
    """Set the head of a column, its title in letters this large; return it with what is left."""
    head = slot.inset(_EDGE + 4, 18)
    height = 0.09 * bare.height
    sizes = style.COLUMN_TITLE_FONT_SIZES._replace(largest=title)
    texts, end = heading(_title(held, sizes), _head(slot, bare))
    more, end = heading(_question(held), Box(head.x, end + 2, head.width, height * 0.6))
    body = Box(slot.x + _EDGE, end + 12, slot.width - 2 * _EDGE, slot.bottom - end - 28)
    largest = min(style.CARD_FONT_SIZES.column, body.width / style.MIN_EMS_ACROSS_COLUMN)
    return [*texts, *more], Ground(Rectangle(body), *_named(held), largest)


def round_place(held: StageContent, bare: Template) -> Place:
    """Set the head of the star or the circle, its title in the upper tip."""
    starry = held.stage.region is Region.STAR
    shape = bare.star_area if starry else bare.circle_area
    around = shape.around
    first, last = (0.145, 0.36) if starry else (0.045, 0.225)
    top = around.y + first * around.height
    middle = around.y + (first * 0.45 + last * 0.55) * around.height
    left, right = shape.span(top, middle)
    title = _title(held, style.ROUND_TITLE_FONT_SIZES, centred=True)
    texts, _ = heading(title, Box(left, top, right - left, middle - top))
    left, right = shape.span(middle, around.y + last * around.height)
    question = Box(left + 8, middle, right - left - 16, around.height * 0.09)
    more, end = heading(_question(held, centred=True), question)
    foot = around.bottom - (0.09 if starry else 0.03) * around.height
    ground = Ground(shape.between(end + 10, foot), *_named(held), style.CARD_FONT_SIZES.round)
    return [*texts, *more], ground


def _filled(held: StageContent, place: Place) -> Fragment:
    header, ground = place
    return Fragment(tuple(header)) + place_blocks(held.blocks, held.drawings, ground)


def _named(held: StageContent) -> tuple[str, str]:
    return held.stage.id, held.stage.colours.ink


def _title(held: StageContent, sizes: style.HeadingFontSizes, *, centred: bool = False) -> Heading:
    stage = held.stage
    return Heading(
        held.title, f"stage-{stage.id}", *sizes, LETTERING_BOLD, stage.colours.ink, centred
    )


def _question(held: StageContent, *, centred: bool = False) -> Heading:
    stage = held.stage
    return Heading(
        held.question,
        f"question-{stage.id}",
        *style.QUESTION_FONT_SIZES,
        colour=stage.colours.ink,
        centred=centred,
    )
