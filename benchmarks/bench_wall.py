"""The wall at 3,000 marks: bytes on the wire and time to a durable save, and frames while drawing.

Beside it, in the same run and with the same strokes: the drawing component of the sketch pad on
a page of its own, which tells all strokes anew with each one.
"""

import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Browser, Locator, Page, WebSocket, expect

from benchmarks.bench_start import free_port, running, wait_for
from path_planner.domain.base import put
from path_planner.domain.marks import Pen, Stroke
from path_planner.formats.fabric import write_drawing
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.storage.file_store.file_paths import JOURNAL
from path_planner.storage.store_registry import open_store
from tests.browser.hands import Mouse
from tests.browser.planner import planner
from tests.browser.wall import open_wall, take
from tests.chromium import chromium
from tests.entry import let_in

MARKS = 3_000
STROKES, WARMING = 10, 2
REST = 8_000
"""Milliseconds in which all is said that a stroke leads to."""
POINTS = 40
MOST_BYTES = 4_096
PATIENCE = 180
"""Seconds to wait for anything."""
FEWEST_FRAMES = 50
WIDTH, HEIGHT = 3200, 2263
PAD = (1100, 620)
MARK_CHANGED = b'["marks","'
END = 100_000
"""So many bytes of a journal are read for its last change."""
BARE = Path(__file__).with_name("bare_pad.py")
COUNT_FRAMES = """
window.frames_seen = 0;
const seen = () => { window.frames_seen += 1; requestAnimationFrame(seen); };
requestAnimationFrame(seen);
"""


class Cost(NamedTuple):
    """What one stroke cost: bytes on the wire both ways, and seconds until it was kept."""

    carried: float
    seconds: float


def run() -> list[str]:
    """Draw the same strokes on the wall and on the bare pad; return lines to print."""
    random = Random(3)  # noqa: S311 - strokes, no secrets
    strokes = [wavy(random) for _ in range(MARKS)]
    with chromium() as browser:
        wall, frames, alone = _wall(browser, strokes)
        pad = _pad(browser, strokes)
    fits = "within" if wall.carried <= MOST_BYTES else "OVER"
    fluent = "at least" if frames >= FEWEST_FRAMES else "BELOW"
    less, sooner = wall.carried / pad.carried, wall.seconds / pad.seconds
    return [
        f"a stroke over {MARKS:,} marks is kept durably after {1000 * wall.seconds:.0f} ms",
        f"  it takes {wall.carried:,.0f} bytes on the wire ({fits} {MOST_BYTES:,})",
        f"  the drawing component alone: {pad.carried:,.0f} bytes, {1000 * pad.seconds:,.0f} ms",
        f"  the wall beside it: {less:.4f}× the bytes, {sooner:.2f}× the time",
        f"frames a second while drawing over them: {frames:.0f} ({fluent} {FEWEST_FRAMES})",
        f"  on an empty wall: {alone:.0f}",
    ]


def wavy(random: Random) -> tuple[float, ...]:
    """Return a wavy line somewhere, in parts of the whole sheet."""
    across, down = random.uniform(0.05, 0.92), random.uniform(0.05, 0.9)
    turn = random.uniform(0, math.tau)
    points: list[float] = []
    for _ in range(POINTS):
        turn += random.uniform(-0.5, 0.5)
        across += 0.002 * math.cos(turn)
        down += 0.003 * math.sin(turn)
        points += [round(across, 5), round(down, 5)]
    return tuple(points)


def scaled(stroke: tuple[float, ...], width: float, height: float) -> tuple[float, ...]:
    """Return a stroke of `wavy` in the units of a sheet of this size."""
    return tuple(
        round(value * (height if number % 2 else width), 1) for number, value in enumerate(stroke)
    )


def _wall(browser: Browser, strokes: list[tuple[float, ...]]) -> tuple[Cost, float, float]:
    expect.set_options(timeout=1000 * PATIENCE)
    with TemporaryDirectory() as place, planner(Path(place) / "store") as app:
        store = open_store(str(app.store))
        session, empty = begin(store, "Ada Quill"), begin(store, "Bo Larkspur")
        after = session
        for number, one in enumerate(strokes):
            points = scaled(one, WIDTH, HEIGHT)
            mark = Stroke(id=f"m{number}", stage="dream", points=points, order=number, pen=Pen())
            after = put(after, "marks", mark)
        SessionContext(store, session).keep(after)
        with _page(browser) as page:
            counted = _counting(page)
            open_wall(page, app.url, session.id)
            take(Mouse(page), "pen-2")
            left, top = _corner(page.locator(".wall-board"))
            draw = _drawing(page, left + 60, top + 60)
            cost = _cost(page, draw, counted, lambda: _written(app.store))
            frames = _frames(page, left + 80, top + 80)
            open_wall(page, app.url, empty.id)
            take(Mouse(page), "pen-2")
            return cost, frames, _frames(page, left + 80, top + 80)


def _written(folder: Path) -> float:
    """Return the checksum of the last change of marks: the readable file follows on its own."""
    (lines,) = folder.rglob(f"*{JOURNAL}")
    with lines.open("rb") as opened:
        opened.seek(max(0, lines.stat().st_size - END))
        changes = [line for line in opened.read().splitlines(True) if MARK_CHANGED in line]
    # A line is whole once it ends.
    return float(int(changes[-1][:8], 16)) if changes and changes[-1].endswith(b"\n") else 0.0


def _pad(browser: Browser, strokes: list[tuple[float, ...]]) -> Cost:
    with TemporaryDirectory() as place:
        drawing = write_drawing((Pen(width=6), scaled(one, *PAD)) for one in strokes)
        Path(place, "first.json").write_text(json.dumps(drawing))
        kept = Path(place, "drawing.json")
        port = free_port()
        flags = ["--server.headless", "true", "--browser.gatherUsageStats", "false"]
        command = ["-m", "streamlit", "run", str(BARE), *flags, "--server.port", str(port)]
        with running([sys.executable, *command, "--", place]), _page(browser) as page:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            counted = _counting(page)
            page.goto(address)
            sheet = page.locator("canvas").last
            sheet.wait_for()
            left, top = _corner(sheet)
            draw = _drawing(page, left + 20, top + 20)
            return _cost(
                page, draw, counted, lambda: kept.stat().st_mtime_ns if kept.exists() else 0
            )


def _corner(sheet: Locator) -> tuple[float, float]:
    box = sheet.bounding_box() or {"x": 0.0, "y": 0.0}
    return box["x"], box["y"]


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, storage_state=let_in())
    context.set_default_timeout(1000 * PATIENCE)
    context.add_init_script(COUNT_FRAMES)
    yield context.new_page()
    context.close()


def _counting(page: Page) -> Callable[[], int]:
    """Count what goes over the page's WebSockets in both directions."""
    total = [0]

    def add(said: str | bytes) -> None:
        total[0] += len(said)

    def opened(socket: WebSocket) -> None:
        socket.on("framesent", add)
        socket.on("framereceived", add)

    page.on("websocket", opened)
    return lambda: total[0]


def _drawing(page: Page, left: float, top: float) -> Callable[[int], None]:
    def draw(number: int) -> None:
        across, down = left + 90 * (number % 8), top + 60 * (number // 8)
        page.mouse.move(across, down)
        page.mouse.down()
        for step in range(1, POINTS):
            page.mouse.move(across + 2 * step, down + 12 * math.sin(step / 4))
        page.mouse.up()

    return draw


def _cost(
    page: Page, draw: Callable[[int], None], counted: Callable[[], int], kept: Callable[[], float]
) -> Cost:
    """Draw a row of strokes, each once the one before is kept; what idling costs is taken off."""
    for number in range(WARMING):
        _kept_after(page, partial(draw, number), kept)
    idle = _idle(page, counted)
    begun, before = perf_counter(), counted()
    seconds = [
        _kept_after(page, partial(draw, number), kept)
        for number in range(WARMING, WARMING + STROKES)
    ]
    page.wait_for_timeout(REST)
    carried = counted() - before - idle * (perf_counter() - begun)
    return Cost(carried / STROKES, median(seconds))


def _kept_after(page: Page, draw: Callable[[], None], kept: Callable[[], float]) -> float:
    """Draw one stroke; return the seconds until it is on the disk."""
    before = kept()
    draw()
    begun = perf_counter()
    while kept() == before:
        if perf_counter() - begun > PATIENCE:
            raise TimeoutError
        page.wait_for_timeout(2)
    return perf_counter() - begun


def _idle(page: Page, counted: Callable[[], int]) -> float:
    """Return the bytes a second that go over the wire while nobody draws."""
    page.wait_for_timeout(REST)
    begun, before = perf_counter(), counted()
    page.wait_for_timeout(REST)
    return (counted() - before) / (perf_counter() - begun)


def _frames(page: Page, left: float, top: float) -> float:
    """Draw without a rest and count the frames that the browser showed."""
    page.mouse.move(left, top)
    page.mouse.down()
    first = page.evaluate("() => [performance.now(), window.frames_seen]")
    for step in range(400):
        turn = step / 12
        page.mouse.move(left + 200 + 180 * math.cos(turn) + step, top + 200 + 160 * math.sin(turn))
    last = page.evaluate("() => [performance.now(), window.frames_seen]")
    page.mouse.up()
    return float((last[1] - first[1]) / (last[0] - first[0]) * 1000)
