"""The same marks drawn by the browser and by our own PDF look the same.

Sessions are drawn by the browser as their wall; files of Excalidraw as they are, before anything of
ours has read them. One page draws them all.
"""

import base64
import itertools
import threading
from collections.abc import Callable, Iterator, Mapping
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
from path_planner.exports.session.wall_file import write_wall
from path_planner.formats.excalidraw.import_ import Place, read_wall
from path_planner.processes.prompts import process_of
from path_planner.resources import package_file
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from path_planner.services.session.photos import picture_from
from tests.browser.likeness import Grey, grey_of, grey_of_page, likeness, same_size
from tests.formats.drawn_after_real import AFTER_REAL
from tests.formats.drawn_fields import FIELDS
from tests.formats.scenes import SCENES, session_with

ALIKE = 0.97
FILES = {**FIELDS, **AFTER_REAL}
WIDTH = 2 * 841
"""Two dots to each millimetre of A1: its height is then a whole number of dots as well."""
FINER = 2
"""The browser draws so many times finer first, so that its letters are not set to whole dots."""
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


def drawn_by_the_browser(page: Page, elements: list[Any], files: Mapping[str, Any]) -> Grey:
    """Return elements as Excalidraw draws them."""
    answer = page.evaluate(DRAW, [elements, list(files.values()), FINER * WIDTH])
    return grey_of(base64.b64decode(answer), WIDTH)


def wall_of(session: Session) -> dict[str, Any]:
    """Return the wall of a session as a file of Excalidraw."""
    wall: dict[str, Any] = orjson.loads(write_wall(session, process_of(session)))
    return wall


def imported(data: bytes) -> Session:
    """Return a session with the marks of a file, of which nothing but lettering may be left out."""
    numbers = itertools.count(1)
    place = Place(
        stage_at=lambda _x, _y: "now",
        fresh_id=lambda: f"new{next(numbers)}",
        picture_from=picture_from,
    )
    found = read_wall(data, place)
    assert [each for each in found.left_out if "lettering" not in each] == []
    return session_with(found.marks, pictures={each.id: each for each in found.pictures})


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
def test_browser_and_print_draw_a_session_alike(
    name: str, drawing_page: Page, record_property: Callable[[str, object], None]
) -> None:
    session = SCENES[name]()
    wall = wall_of(session)
    drawn = drawn_by_the_browser(drawing_page, wall["elements"], wall["files"])
    expect_likeness(session, drawn, record_property)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_printed_as_excalidraw_draws_it(
    name: str, drawing_page: Page, record_property: Callable[[str, object], None]
) -> None:
    data = FILES[name]()
    file, bare = orjson.loads(data), wall_of(session_with([]))
    elements = [*bare["elements"], *file["elements"]]
    drawn = drawn_by_the_browser(drawing_page, elements, file["files"])
    expect_likeness(imported(data), drawn, record_property)


def expect_likeness(
    session: Session, drawn: Grey, record_property: Callable[[str, object], None]
) -> None:
    """Compare a picture with the poster of a session, as a whole and about the marks."""
    both = same_size(drawn, drawn_by_us(session))
    found = likeness(*both)
    ink = likeness(*(about_the_ink(session, grey) for grey in both))
    record_property("whole", round(found, 4))
    record_property("about the ink", round(ink, 4))
    assert found >= ALIKE
    assert ink >= ALIKE


def test_there_are_many_scenes_and_half_of_them_are_after_real_drawings() -> None:
    assert len(FILES) >= 40
    assert len(AFTER_REAL) >= 20


def test_the_measure_itself_tells_pictures_apart() -> None:
    chance = np.random.default_rng(7)
    one = chance.uniform(0, 255, (80, 90))
    assert likeness(one, one) == pytest.approx(1)
    assert likeness(one, 255 - one) < 0
    assert likeness(one, np.roll(one, 3, axis=1)) < 0.2
    flat = np.full((80, 90), 120.0)
    # With no structure only lightness is left: (2·120·140 + C) / (120² + 140² + C).
    assert likeness(flat, flat + 20) == pytest.approx(33606.5025 / 34006.5025)
