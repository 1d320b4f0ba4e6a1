"""A tablet is paired by a code, draws beside the laptop over a line that is cut, and is stopped."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conditions import new_session
from tests.browser.conftest import Window
from tests.browser.hands import Mouse
from tests.browser.line import line_to
from tests.browser.planner import Planner, planner
from tests.browser.test_wall_broken_line import TEN, strokes_of
from tests.browser.wall import all_is_kept, draw, expect_drawn, look_at, open_wall, stands

from tests.browser.wall import take, until  # isort: skip
from tests.chromium import launched

SECOND = "127.0.0.2"
NAME = "tablet.example"
TITLE = "Type the code from the first screen"


@pytest.fixture
def app_for_devices(tmp_path: Path) -> Iterator[Planner]:
    """Run the app as for a room with devices."""
    with planner(tmp_path / "store", phones=SECOND) as running:
        yield running


def code_shown(page: Page, role: str) -> tuple[str, int]:
    """Let the first screen show a code; return it and the port of the second address."""
    hands = Mouse(page)
    hands.press(page.get_by_role("tab", name="Second screens"))
    hands.press(page.get_by_text(role))
    expect(page.get_by_role("radio", name=role)).to_be_checked()
    hands.press(page.get_by_role("button", name="Show a code"))
    code = page.locator(".screen-code")
    expect(code).to_be_visible()
    place = page.get_by_text(re.compile(rf"{re.escape(SECOND)}:\d+ and type")).inner_text()
    found = re.search(rf"{re.escape(SECOND)}:(\d+)", place)
    assert found
    return code.inner_text(), int(found[1])


def test_two_pens_on_one_wall_over_a_line_that_is_cut(
    app_for_devices: Planner, window: Window, browser: Browser
) -> None:
    app = app_for_devices
    (first, _), (laptop, _) = window(), window()
    session_id = new_session(app)
    first.goto(f"{app.url}/phones?session={session_id}")
    code, port = code_shown(first, "Draws")
    # A name that a browser does not trust as it trusts this computer: no secure context there.
    rules = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"
    with line_to(port, SECOND) as line, launched(browser.browser_type, rules) as other:
        near = line.url.rpartition(":")[2]
        line.rename = (f"{NAME}:{near}".encode(), f"{SECOND}:{port}".encode())
        tablet = other.new_page(viewport={"width": 1024, "height": 768})
        tablet.goto(f"http://{NAME}:{near}/")
        tablet.get_by_label(TITLE).fill(code)
        tablet.get_by_role("button").click()
        stands(tablet)
        assert not tablet.evaluate("isSecureContext")
        open_wall(laptop, app.url, session_id)
        for page in (laptop, tablet):
            take(Mouse(page), "pen-1")
        draw_in_turn(line.cut, line.mend, laptop, tablet)
        until(tablet, lambda: len(strokes_of(app, session_id)) == 10, "ten strokes are kept")
        all_is_kept(tablet)
        all_is_kept(laptop)
        Mouse(first).press(first.get_by_role("button", name="Stop"))
        expect(tablet.get_by_label(TITLE)).to_be_visible()
        expect(tablet.locator(".wall-board")).to_have_count(0)
        assert len(strokes_of(app, session_id)) == 10


def draw_in_turn(cut: object, mend: object, laptop: Page, tablet: Page) -> None:
    """Draw ten strokes on both in turn; from the third to the seventh the tablet has no line."""
    assert callable(cut)
    assert callable(mend)
    for number, place in enumerate(TEN):
        if number == 3:
            cut()
        if number == 7:
            mend()
            all_is_kept(tablet)
            take(Mouse(tablet), "pen-1")
        page = tablet if number % 2 else laptop
        before = look_at(page, place)
        draw(Mouse(page), place)
        expect_drawn(page, place, before)
