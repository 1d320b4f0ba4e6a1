"""The same session drawn by the browser and by our own PDF looks the same."""

import base64
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import orjson
import pytest
from playwright.sync_api import Browser, Page

from path_planner.domain.session import Session
from path_planner.exports.base import Options
from path_planner.exports.session import poster
from path_planner.formats.excalidraw.export import write_wall
from path_planner.processes.prompts import process_of
from path_planner.resources import package_file
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from tests.browser.likeness import Grey, grey_of, grey_of_page, likeness, same_size
from tests.formats.scenes import SCENES

ALIKE = 0.97
ALIKE_ABOUT_THE_INK = {"photos": 0.95}
"""A PDF viewer fills whole dots at the edges of a photo, where a browser has soft edges."""
WIDTH = 2 * 841
"""Two dots to each millimetre of A1: its height is then a whole number of dots as well."""
_WALL = 3200
_MARGIN = 40

DRAW = """async ([elements, files, width]) => {
  const { pictureOf } = await import("/picture.js");
  const blob = await pictureOf(elements, files, { width });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 32768)
    text += String.fromCharCode(...bytes.subarray(at, at + 32768));
  return btoa(text);
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def drawing_page(browser: Browser) -> Iterator[Page]:
    """Open a page that can draw a wall with the browser's own hands."""
    folder = package_file("wall_component")
    assert (folder / "picture.js").is_file(), "The wall is not built: run “make build”."
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/stamps.json")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def drawn_by_the_browser(page: Page, session: Session) -> Grey:
    """Return the wall as Excalidraw draws it."""
    wall = orjson.loads(write_wall(session, process_of(session)))
    answer = page.evaluate(DRAW, [wall["elements"], list(wall["files"].values()), WIDTH])
    return grey_of(base64.b64decode(answer))


def drawn_by_us(session: Session) -> Grey:
    """Return the wall as it is printed."""
    return grey_of_page(poster.render_pdf(session, Options()), WIDTH)


def about_the_ink(session: Session, grey: Grey) -> Grey:
    """Return the part of a picture where the marks of the session are."""
    boxes = [box_of_mark(mark) for mark in loose_marks(session)]
    scale = WIDTH / _WALL
    left = int((min(box.x for box in boxes) - _MARGIN) * scale)
    top = int((min(box.y for box in boxes) - _MARGIN) * scale)
    right = int((max(box.right for box in boxes) + _MARGIN) * scale)
    bottom = int((max(box.bottom for box in boxes) + _MARGIN) * scale)
    return grey[max(top, 0) : bottom, max(left, 0) : right]


@pytest.mark.parametrize("name", SCENES)
def test_browser_and_print_draw_alike(
    name: str, drawing_page: Page, record_property: Callable[[str, object], None]
) -> None:
    session = SCENES[name]()
    both = same_size(drawn_by_the_browser(drawing_page, session), drawn_by_us(session))
    found = likeness(*both)
    ink = likeness(*(about_the_ink(session, grey) for grey in both))
    record_property("whole", round(found, 4))
    record_property("about the ink", round(ink, 4))
    assert found >= ALIKE
    assert ink >= ALIKE_ABOUT_THE_INK.get(name, ALIKE)


def test_the_measure_itself_tells_pictures_apart() -> None:
    chance = np.random.default_rng(7)
    one = chance.uniform(0, 255, (80, 90))
    assert likeness(one, one) == pytest.approx(1)
    assert likeness(one, 255 - one) < 0
    assert likeness(one, np.roll(one, 3, axis=1)) < 0.2
    flat = np.full((80, 90), 120.0)
    # With no structure only lightness is left: (2·120·140 + C) / (120² + 140² + C).
    assert likeness(flat, flat + 20) == pytest.approx(33606.5025 / 34006.5025)
