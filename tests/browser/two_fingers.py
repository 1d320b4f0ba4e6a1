"""Two fingers on the board: spread apart, or pushed the same way."""

from playwright.sync_api import Page

from tests.browser.wall import Point, spot

STEPS = 8


def pinch(page: Page) -> None:
    """Spread two fingers in the middle of the board."""
    _move(page, ((0.45, 0.5), (0.55, 0.5)), ((0.3, 0.5), (0.7, 0.5)))


def pan(page: Page) -> None:
    """Push with two fingers."""
    _move(page, ((0.4, 0.4), (0.5, 0.4)), ((0.5, 0.6), (0.6, 0.6)))


def _move(page: Page, begin: tuple[Point, Point], end: tuple[Point, Point]) -> None:
    devtools = page.context.new_cdp_session(page)

    def send(kind: str, part: float | None) -> None:
        touching = [] if part is None else [_between(page, *pair, part) for pair in ways]
        places = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(touching)]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    ways = list(zip(begin, end, strict=True))
    send("touchStart", 0)
    for step in range(1, STEPS + 1):
        send("touchMove", step / STEPS)
    send("touchEnd", None)
    devtools.detach()


def _between(page: Page, begin: Point, end: Point, part: float) -> Point:
    across = begin[0] + (end[0] - begin[0]) * part
    down = begin[1] + (end[1] - begin[1]) * part
    return spot(page, across, down)
