"""Outlines of ink as SVG paths: in steps of a tenth from point to point, for there are many."""

from collections.abc import Iterator

from path_planner.scene.outline import Close, CurveTo, LineTo, Move, Outline, PullTo

_LETTERS = {Move: "m", LineTo: "l", CurveTo: "c", PullTo: "q"}
_GRID = 10


def freehand_path(outline: Outline) -> str:
    """Write an outline; each step begins where the one before ended when rounded."""
    return "".join(_steps(outline))


def _steps(outline: Outline) -> Iterator[str]:
    x = y = begin_x = begin_y = 0
    before = ""
    for step in outline:
        if isinstance(step, Close):
            x, y, before = begin_x, begin_y, ""
            yield "z"
            continue
        letter = _LETTERS[type(step)]
        places = [(round(point[0] * _GRID), round(point[1] * _GRID)) for point in step]
        numbers = "".join(f"{_short(to_x - x)}{_short(to_y - y)}" for to_x, to_y in places)
        # A letter that stays the same need not be said again, nor a plus sign.
        yield numbers if letter == before else f"{letter}{numbers.lstrip()}"
        x, y = places[-1]
        # After a move, numbers without a letter would be lines.
        before = letter if letter != "m" else ""
        if letter == "m":
            begin_x, begin_y = x, y


def _short(tenths: int) -> str:
    """Write a number with what parts it from the one before."""
    whole, rest = divmod(abs(tenths), _GRID)
    sign = "-" if tenths < 0 else " "
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"
