"""The wall in a window: taking tools, drawing, and seeing what is drawn there."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from playwright.sync_api import FloatRect, Locator, Page, expect

from path_planner.domain.session import Session
from path_planner.storage.store_registry import open_store
from tests.browser.conftest import PATIENCE
from tests.browser.hands import Hands, Touch
from tests.browser.planner import Planner

Point = tuple[float, float]

CURVE: tuple[Point, ...] = ((0.0, 0.0), (0.03, -0.03), (0.06, 0.0), (0.09, 0.03), (0.12, 0.0))
"""A stroke about its beginning, in parts of the board's width and height."""

INKED = """(board, [x, y, width, height]) => {
  const sheet = board.querySelector("canvas.static");
  const scale = sheet.width / sheet.clientWidth;
  const dots = sheet.getContext("2d").getImageData(
    Math.round(x * scale), Math.round(y * scale),
    Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))).data;
  let sum = 0;
  for (const one of dots) sum = (Math.imul(sum, 31) + one) | 0;
  return sum;
}"""

PANELS = {
    "card": "New card",
    "stamps": "Stamps",
    "photo": "Photo",
    "sign": "Enrol and sign",
    "stages": "Go to a stage",
    "speaker": "Who is speaking?",
    "outline": "Outline",
}
"""The panels beside the wall by the tool that opens them, and their titles."""

FRAMES = """async () => {
  for (let left = 3; left > 0; left -= 1) await new Promise(requestAnimationFrame);
}"""


def open_wall(page: Page, url: str, session_id: str) -> None:
    """Open the wall of a session and wait until it stands."""
    page.goto(f"{url}/wall?session={session_id}")
    stands(page)


def stands(page: Page) -> None:
    """Wait until the board can be drawn on."""
    expect(page.locator(".wall-board canvas.interactive")).to_be_visible()
    expect(tool(page, "select")).to_have_attribute("aria-pressed", "true")


def stands_still(page: Page) -> None:
    """Wait until the same is seen twice: the board has made room for a panel, or has zoomed."""
    seen: list[int] = []

    def again() -> bool:
        seen.append(look_at(page, (0.0, 0.0), (1.0, 1.0)))
        return len(seen) > 2 and len(set(seen[-3:])) == 1

    until(page, again, "the board stands still")


def tool(page: Page, name: str) -> Locator:
    """Find the button of a tool."""
    return page.locator(f".wall-rail [data-tool={name}], .wall-strip [data-tool={name}]")


def take(hands: Hands, name: str) -> None:
    """Take a tool by its button and see that it is taken."""
    button = tool(hands.page, name)
    hands.press(button)
    if button.get_attribute("aria-pressed") is not None:
        expect(button).to_have_attribute("aria-pressed", "true")


def board(page: Page) -> Locator:
    """Find the board."""
    return page.locator(".wall-board")


def spot(page: Page, across: float, down: float) -> Point:
    """Return a place on the screen, in parts of the board's width and height."""
    box = board(page).bounding_box()
    assert box
    return box["x"] + box["width"] * across, box["y"] + box["height"] * down


def draw(hands: Hands, begin: Point, path: Sequence[Point] = CURVE) -> None:
    """Move the tool along a path from a place on the board, in parts of its size."""
    points = [spot(hands.page, begin[0] + across, begin[1] + down) for across, down in path]
    if isinstance(hands, Touch):
        _by_finger(hands.page, points)
    else:
        _by_mouse(hands.page, points)


def tap(hands: Hands, across: float, down: float) -> None:
    """Tap or click a place on the board."""
    place = spot(hands.page, across, down)
    if isinstance(hands, Touch):
        hands.page.touchscreen.tap(*place)
    else:
        hands.page.mouse.click(*place)


def _by_mouse(page: Page, points: Sequence[Point]) -> None:
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=4)
    page.mouse.up()


def _by_finger(page: Page, points: Sequence[Point]) -> None:
    devtools = page.context.new_cdp_session(page)

    def send(kind: str, *touching: Point) -> None:
        places = [{"x": x, "y": y} for x, y in touching]
        devtools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    send("touchStart", points[0])
    for (left, top), (right, bottom) in pairwise(points):
        for step in range(1, 5):
            part = step / 4
            send("touchMove", (left + (right - left) * part, top + (bottom - top) * part))
    # A finger lifted in full swing flings: the browser would take the next tap as its end.
    for _ in range(3):
        page.evaluate(FRAMES)
        send("touchMove", points[-1])
    page.evaluate(FRAMES)
    send("touchEnd")
    devtools.detach()


def _box_of_board(page: Page) -> FloatRect:
    """Return where the board is; after a lost line it may be built anew."""
    found: list[FloatRect] = []

    def is_there() -> bool:
        box = board(page).bounding_box()
        found.extend([box] if box else [])
        return bool(found)

    until(page, is_there, "the board is there")
    return found[0]


def look_at(page: Page, begin: Point, size: Point = (0.14, 0.1)) -> int:
    """Return a number that stands for what is seen about a place of the board."""
    box = _box_of_board(page)
    left, top = max(0, begin[0] - 0.01), max(0, begin[1] - 0.05)
    width, height = box["width"], box["height"]
    place = [left * width, top * height, size[0] * width, size[1] * height]
    return int(board(page).evaluate(INKED, place))


def expect_drawn(page: Page, begin: Point, before: int) -> None:
    """Wait until another picture is seen about a place of the board."""
    until(page, lambda: look_at(page, begin) != before, "something new is drawn there")


def kept(app: Planner, session_id: str) -> Session:
    """Read what the store holds."""
    return open_store(str(app.store)).open(session_id).document


def kinds(session: Session) -> list[str]:
    """Name the kinds of all marks on the wall, in their order."""
    marks = sorted(session.marks.values(), key=lambda mark: (mark.order, mark.id))
    return [mark.kind for mark in marks if mark.kind not in {"card", "sketch"}]


def until(page: Page, check: Callable[[], bool], what: str) -> None:
    """Wait until a condition holds that no locator can tell."""
    for _ in range(PATIENCE // 100):
        if check():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"waited in vain until {what}")


def panel(page: Page, title: str | re.Pattern[str]) -> Locator:
    """Find an open panel by its title."""
    return page.get_by_role("dialog", name=title)


def all_is_kept(page: Page) -> None:
    """Wait until nothing waits for the server any more."""
    until(page, lambda: waiting(page) == 0, "everything is acknowledged")


def waiting(page: Page) -> int:
    """Count the changes that wait on this machine's disk."""
    return int(
        page.evaluate(
            """() => new Promise((found) => {
              const asked = indexedDB.open("path-planner-wall", 1);
              asked.onupgradeneeded = () =>
                asked.result.createObjectStore("changes", { keyPath: "id" });
              asked.onerror = () => found(-1);
              asked.onsuccess = () => {
                const base = asked.result;
                const count = base.transaction("changes").objectStore("changes").count();
                count.onsuccess = () => { base.close(); found(count.result); };
                count.onerror = () => { base.close(); found(-1); };
              };
            })"""
        )
    )
