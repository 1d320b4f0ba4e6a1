"""The wall when the line, the server or the page breaks: nothing that was drawn is lost."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from path_planner.domain.marks import Stroke
from tests.browser.conditions import new_session
from tests.browser.conftest import Window
from tests.browser.hands import Mouse
from tests.browser.line import Line, line_to
from tests.browser.planner import Planner, planner
from tests.browser.wall import (
    all_is_kept,
    draw,
    expect_drawn,
    kept,
    kinds,
    look_at,
    open_wall,
    stands,
    take,
    until,
    waiting,
)

TEN = [(0.1 + 0.16 * (number % 5), 0.25 + 0.25 * (number // 5)) for number in range(10)]
WAITING = re.compile(r"waiting", re.IGNORECASE)


@pytest.fixture
def line(app: Planner) -> Iterator[Line]:
    """Lay a line to the app that this test may cut."""
    with line_to(app.port) as laid:
        yield laid


def strokes_of(app: Planner, session_id: str) -> set[str]:
    """Return the ids of the strokes that the store holds."""
    marks = kept(app, session_id).marks.values()
    return {one.id for one in marks if isinstance(one, Stroke)}


def stroke(page: Page, number: int) -> None:
    """Draw one of the ten strokes and see it on the board at once."""
    before = look_at(page, TEN[number])
    draw(Mouse(page), TEN[number])
    expect_drawn(page, TEN[number], before)


def ready_to_draw(page: Page, url: str, session_id: str) -> None:
    """Open the wall with a pen in the hand."""
    open_wall(page, url, session_id)
    take(Mouse(page), "pen-2")


def test_ten_strokes_over_a_line_that_is_cut_and_mended(
    app: Planner, window: Window, line: Line
) -> None:
    page, witness = window()
    session_id = new_session(app)
    ready_to_draw(page, line.url, session_id)
    for number in range(10):
        if number == 3:
            line.cut()
        if number == 7:
            expect(page.locator(".wall-note")).to_have_text(WAITING)
            line.mend()
            until(page, lambda: len(strokes_of(app, session_id)) == 7, "what waited is kept")
            all_is_kept(page)
            take(Mouse(page), "pen-2")
        stroke(page, number)
    until(page, lambda: len(strokes_of(app, session_id)) == 10, "ten strokes are kept")
    all_is_kept(page)
    expect(page.locator(".wall-notes").get_by_role("status")).to_have_text("")
    assert kinds(kept(app, session_id)) == ["stroke"] * 10
    assert witness.dialogs == []
    assert witness.outside == []


def test_what_waits_outlives_a_refresh(app: Planner, window: Window, line: Line) -> None:
    page, _ = window()
    session_id = new_session(app)
    ready_to_draw(page, line.url, session_id)
    stroke(page, 0)
    until(page, lambda: len(strokes_of(app, session_id)) == 1, "the first stroke is kept")
    bare = [look_at(page, place) for place in TEN]
    line.cut()
    for number in (1, 2, 3):
        stroke(page, number)
    until(page, lambda: waiting(page) == 3, "three strokes wait on the disk")
    assert len(strokes_of(app, session_id)) == 1
    line.mend()
    page.reload()
    stands(page)
    for number in (1, 2, 3):
        expect_drawn(page, TEN[number], bare[number])
    until(page, lambda: len(strokes_of(app, session_id)) == 4, "all four are kept")
    all_is_kept(page)


def test_a_server_that_is_killed_while_people_draw(tmp_path: Path, window: Window) -> None:
    page, _ = window()
    with planner(tmp_path / "store") as app:
        session_id = new_session(app)
        ready_to_draw(page, app.url, session_id)
        for number in range(3):
            stroke(page, number)
        until(page, lambda: len(strokes_of(app, session_id)) == 3, "three strokes are kept")
        all_is_kept(page)
        acknowledged = strokes_of(app, session_id)
        for number in range(3, 6):
            stroke(page, number)
        app.kill()
        for number in range(6, 8):
            stroke(page, number)
    assert acknowledged <= strokes_of(app, session_id)
    with planner(app.store, port=app.port) as again:
        assert again.url == app.url
        until(page, lambda: len(strokes_of(again, session_id)) == 8, "the waiting ones arrive")
        all_is_kept(page)
        for number in range(8, 10):
            stroke(page, number)
        until(page, lambda: len(strokes_of(again, session_id)) == 10, "and the work goes on")
        assert acknowledged < strokes_of(again, session_id)
