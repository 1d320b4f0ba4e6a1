"""Drawing on the sketch pad, by mouse and by finger."""

import re
from itertools import pairwise

from playwright.sync_api import FloatRect, Locator, Page, expect

KEPT = re.compile(r"\(\d+ strokes?\)")
"""What the name of a pad ends in: how many strokes of it are kept."""
ARC = [(0.15, 0.75), (0.25, 0.45), (0.4, 0.25), (0.6, 0.3), (0.75, 0.55), (0.85, 0.8)]
"""A stroke, in parts of the pad's width and height."""


def pad_of(page: Page) -> Locator:
    """Find the pad that takes the pen."""
    return page.locator(".st-key-sketch-pad canvas").last


def draw_by_mouse(page: Page) -> None:
    """Draw one stroke with the mouse."""
    box = _box(page)
    points = [_on(box, *point) for point in ARC]
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=4)
    page.mouse.up()


def draw_by_touch(page: Page) -> None:
    """Draw one stroke with a finger."""
    box = _box(page)
    devtools = page.context.new_cdp_session(page)
    points = [_on(box, *point) for point in ARC]

    def send(kind: str, *touching: tuple[float, float]) -> None:
        devtools.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in touching]},
        )

    send("touchStart", points[0])
    for (left, top), (right, bottom) in pairwise(points):
        for step in range(1, 5):
            part = step / 4
            send("touchMove", (left + (right - left) * part, top + (bottom - top) * part))
    send("touchEnd")
    devtools.detach()


def expect_strokes(page: Page, count: int) -> None:
    """Wait until the pad says that so many strokes are kept."""
    strokes = "stroke" if count == 1 else "strokes"
    pad = page.get_by_role("img", name=re.compile(rf"\({count} {strokes}\)"))
    expect(pad.first).to_be_attached()


def _box(page: Page) -> FloatRect:
    # A pad has its name once it has been fitted into its place; before that it still moves.
    expect(page.locator(".st-key-sketch-pad").get_by_role("img", name=KEPT)).to_have_count(1)
    pad = pad_of(page)
    pad.scroll_into_view_if_needed()
    # What moves is not pressed.
    pad.hover(trial=True)
    box = pad.bounding_box()
    assert box
    return box


def _on(box: FloatRect, across: float, down: float) -> tuple[float, float]:
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down
