"""Words of the poster as texts of Excalidraw: lines of one look become one text."""

from collections.abc import Iterator, Sequence
from typing import Any

from path_planner.exchange.excalidraw.exactness import opacity_written
from path_planner.exchange.excalidraw.labels import HAND, HAND_BOLD, KIND, LINE_HEIGHT
from path_planner.lettering.runs import has_right_to_left
from path_planner.scene.model import Text

_METRICS = {HAND: (0.886, 0.374), HAND_BOLD: (0.923, 0.22)}
"""How far letters reach above and below their line, as Excalidraw reckons for these families."""
_NEAR = 0.05
_LEAST, _MOST = 0.9, 2.5
"""Between these line heights lines belong to one text."""


def texts_of(row: Sequence[Text]) -> Iterator[dict[str, Any]]:
    """Yield texts for lines of words that follow each other."""
    lines: list[Text] = []
    for text in row:
        if lines and not _joins(lines, text):
            yield _text(lines)
            lines = []
        lines.append(text)
    if lines:
        yield _text(lines)


def baseline_offset(family: int, size: float, line_height: float) -> float:
    """Return how far below the top of a text its first line stands."""
    ascent, descent = _METRICS[family]
    return size * (ascent + (line_height - ascent - descent) / 2)


def _joins(lines: Sequence[Text], text: Text) -> bool:
    last = lines[-1]
    looks = [(each.size, each.colour, each.style, each.turn, each.opacity) for each in (last, text)]
    if looks[0] != looks[1] or text.turn or any(_reads_from_right(each) for each in (last, text)):
        return False
    step = text.baseline - last.baseline
    if not _LEAST <= step / text.size <= _MOST:
        return False
    if len(lines) > 1 and abs(last.baseline - lines[-2].baseline - step) > _NEAR:
        return False
    return any(
        all(abs(edge(each) - edge(text)) <= _NEAR for each in lines) for edge in (_left, _middle)
    )


def _text(lines: Sequence[Text]) -> dict[str, Any]:
    first = lines[0]
    family = HAND_BOLD if first.style.bold else HAND
    width = max(line.width for line in lines)
    is_left = all(abs(_left(line) - _left(first)) <= _NEAR for line in lines)
    step = (lines[-1].baseline - first.baseline) / max(1, len(lines) - 1)
    tall = step / first.size if len(lines) > 1 else LINE_HEIGHT
    return {
        "type": KIND,
        "x": round(first.x if is_left else _middle(first) - width / 2, 2),
        "y": round(first.baseline - baseline_offset(family, first.size, tall), 2),
        "width": round(width, 2),
        "height": round(len(lines) * tall * first.size, 2),
        "strokeColor": first.colour,
        "opacity": opacity_written(first.opacity),
        "text": "\n".join(line.words for line in lines),
        "fontSize": round(first.size, 3),
        "fontFamily": family,
        "textAlign": "left" if is_left else "center",
        "lineHeight": round(tall, 5),
    }


def _left(text: Text) -> float:
    return text.x


def _middle(text: Text) -> float:
    return text.x + text.width / 2


def _reads_from_right(text: Text) -> bool:
    return text.from_right or has_right_to_left(text.words)
