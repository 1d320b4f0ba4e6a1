"""Text in boxes: headings as large as their box allows, cards at a given font size."""

from collections.abc import Iterator
from dataclasses import dataclass

from path_planner.scene import decorations
from path_planner.scene.geometry import Box
from path_planner.scene.model import INK, Part, Text
from path_planner.scene.row_layout import Place
from path_planner.scene.style import SIGN_FONT_SCALE
from path_planner.scene.text_blocks import Block, Sign
from path_planner.typography.fonts import LETTERING, Style
from path_planner.typography.line_breaking import Line, fit


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: words to be set as large as a box allows, between two font sizes."""

    words: str
    node: str
    largest: float
    smallest: float
    style: Style = LETTERING
    colour: str = INK
    centred: bool = False


def heading(what: Heading, box: Box, *, low: bool = False) -> tuple[list[Text], float]:
    """Lay out a heading at the top (or the bottom) of a box; return its lines and their end."""
    fitted = fit(
        what.words, box.width, box.height, what.style, largest=what.largest, smallest=what.smallest
    )
    top = box.bottom - fitted.height if low else box.y
    lines = [
        _text(line, box, baseline, fitted.size, what)
        for baseline, line in fitted.baselines(top)
        if line.text.strip()
    ]
    return lines, top + fitted.height


def _text(line: Line, box: Box, baseline: float, size: float, what: Heading) -> Text:
    spare = box.width - line.width
    x = box.x + (spare / 2 if what.centred else spare if line.from_right else 0.0)
    return Text(
        words=line.text,
        x=x,
        baseline=baseline,
        size=size,
        width=line.width,
        colour=what.colour,
        style=what.style,
        from_right=line.from_right,
        node=what.node,
        after=line.after,
    )


def card(block: Block, place: Place, size: float, ink: str, centred: bool) -> Iterator[Part]:
    """Yield a card in its place: the slip, the sign, the words."""
    if block.paper:
        yield from decorations.paper_slip(place.box, block.record, ink, size)
    from_right = _from_right(block, place)
    if block.sign is not Sign.NONE:
        x = place.box.x + block.across * size
        if from_right:
            x = place.box.right - (block.across + SIGN_FONT_SCALE) * size
        top = place.box.y + (block.down + 0.14) * size
        box = Box(x, top, SIGN_FONT_SCALE * size, SIGN_FONT_SCALE * size)
        yield from decorations.sign(block.sign, box, ink, block.record)
    yield from _words(block, place, size, centred, from_right)


def _from_right(block: Block, place: Place) -> bool:
    """Whether the first words of a card are right-to-left."""
    first = block.parts[0].lines(block.room(place.ems)) if block.parts else ()
    return bool(first) and first[0].from_right


def _words(
    block: Block, place: Place, size: float, centred: bool, from_right: bool
) -> Iterator[Text]:
    room = block.room(place.ems)
    left = block.across + (0.0 if from_right else block.sign_width)
    spare = place.box.height / size - block.height(place.ems)
    top = block.down + (max(spare, 0.0) / 2 if centred else 0.0)
    for part in block.parts:
        for line in part.lines(room):
            baseline = top + part.height.ascent * 0.93 + part.line_height * 0.02
            top += part.line_height
            if not line.text.strip():
                continue
            width = line.width * part.scale
            across = (room - width) / 2 if centred else room - width if line.from_right else 0.0
            yield Text(
                words=line.text,
                x=place.box.x + (left + across) * size,
                baseline=place.box.y + baseline * size,
                size=part.scale * size,
                width=width * size,
                colour=part.colour,
                style=part.style,
                from_right=line.from_right,
                node=part.node,
                after=line.after,
            )
