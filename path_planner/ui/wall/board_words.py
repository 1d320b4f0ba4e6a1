"""The sentences around the board of the wall, by the keys that its tools ask for."""

from path_planner.ui.pens import INKS, WIDTH_NAMES
from path_planner.words import say, say_by_number


def board_words() -> dict[str, str]:
    """Return the names of the tools and what the board says, in the language spoken now."""
    return {
        "wall.board": say("The wall"),
        "wall.tools": say("Tools"),
        "wall.first": say("First tools"),
        "wall.view": say("View and steps"),
        "wall.more": say("More"),
        "wall.show_tools": say("Show the tools"),
        **{f"tool.{name}": words for name, words in (_hand() | _putting() | _around()).items()},
    }


def counted_words() -> dict[str, dict[str, str]]:
    """Return what is said of a number of things: a sentence for each kind of number."""
    return {"wall.waiting": say_by_number("{count} change waiting", "{count} changes waiting")}


def _hand() -> dict[str, str]:
    pens = {f"pen-{at}": say(ink.name) for at, ink in enumerate(INKS[:6], 1)}
    widths = {f"thickness-{at}": say(name) for at, name in enumerate(WIDTH_NAMES.values(), 1)}
    return {
        "select": say("Select"),
        "hand": say("Move"),
        "laser": say("Laser"),
        **pens,
        "marker": say("Highlighter"),
        **widths,
        "eraser": say("Eraser"),
        "fingers": say("Fingers draw"),
    }


def _putting() -> dict[str, str]:
    return {
        "card": say("Card"),
        "text": say("Text"),
        "stamps": say("Stamp"),
        "photo": say("Photo"),
        "sign": say("Sign"),
        "line": say("Line"),
        "arrow": say("Arrow"),
        "box": say("Box"),
        "ellipse": say("Ellipse"),
    }


def _around() -> dict[str, str]:
    return {
        "undo": say("Undo"),
        "redo": say("Redo"),
        "farther": say("Farther"),
        "nearer": say("Nearer"),
        "whole": say("Whole wall"),
        "stages": say("Go to stage"),
        "outline": say("Outline"),
        "speaker": say("Who speaks"),
        "lead": say("Lead"),
        "follow": say("Follow"),
        "hide": say("Hide tools"),
    }
