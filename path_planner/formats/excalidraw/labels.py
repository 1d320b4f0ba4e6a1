"""Convert labels to text elements of Excalidraw and back."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.base import MOST_LETTERS, clean
from path_planner.domain.marks import Align, Label
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw.geometry import blurred_opacity, read_box, write_box
from path_planner.formats.excalidraw.validation import clamped, id_of, words_of
from path_planner.scene.foreign_fields import INK, read_colour

KIND = "text"
HAND, HAND_BOLD = 5, 7
"""The `fontFamily` numbers of our lettering in Excalidraw: regular and bold."""
LINE_HEIGHT = 1.25
_ALIGNED = {"left": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT}
_WRITTEN = {align: word for word, align in _ALIGNED.items()}
_SMALLEST, _LARGEST = 0.1, 2000.0


def write(label: Label) -> dict[str, Any]:
    """Return the fields of a text element."""
    return {
        "type": KIND,
        **write_box(label),
        "strokeColor": label.colour,
        "text": label.text,
        "originalText": label.text,
        "fontSize": label.size,
        "fontFamily": HAND,
        "textAlign": _WRITTEN[label.align],
        "verticalAlign": "middle" if label.inside else "top",
        "containerId": label.inside,
        "autoResize": True,
        "lineHeight": LINE_HEIGHT,
    }


exacts = blurred_opacity


def read(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a label."""
    text = str(clean(words_of(raw.get("text"))))
    if len(text) > MOST_LETTERS:
        raise NotAMark
    return read_box(raw, custom_data) | {
        "text": text,
        "size": clamped(raw.get("fontSize"), _SMALLEST, _LARGEST, 20.0),
        "colour": read_colour(raw.get("strokeColor")) or INK,
        "align": _ALIGNED.get(words_of(raw.get("textAlign")), Align.LEFT),
        "inside": id_of(raw.get("containerId")),
    }
