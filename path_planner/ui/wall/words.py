"""The sentences of the wall: the browser's side has none of its own."""

from path_planner.stamps.box import translated
from path_planner.ui.wall.board_words import board_words
from path_planner.ui.wall.panel_words import panel_words


def wall_words() -> dict[str, str]:
    """Return what the browser's side says, by the keys it knows; it fills the blanks."""
    return {**board_words(), **panel_words(), **translated()}
