"""A press on a link turns the page, whatever the page before still has to say."""

import pytest
from playwright.sync_api import expect

from path_planner.domain.marks import Stroke
from tests.browser.conditions import new_session, settled
from tests.browser.conftest import Window
from tests.browser.hands import Mouse
from tests.browser.late_words import LateWords
from tests.browser.pad import draw_by_mouse, pad_of
from tests.browser.planner import Planner
from tests.browser.prepare import go_to
from tests.browser.walking import at_stage, turn_to
from tests.browser.wall import kept, until


def test_a_stroke_told_late_is_kept_and_the_page_is_turned(app: Planner, window: Window) -> None:
    page, witness = window()
    session_id = new_session(app)
    line = LateWords(page)
    page.goto(f"{app.url}/walk?session={session_id}")
    at_stage(page, "Dream")
    turn_to(Mouse(page), "Goal")
    expect(pad_of(page)).to_be_visible()
    settled(page)
    line.held.clear()
    draw_by_mouse(page)
    line.wait_for_a_word()
    go_to(Mouse(page), "Commitments")
    assert line.late
    marks = kept(app, session_id).marks.values()
    assert [mark.stage for mark in marks if isinstance(mark, Stroke)] == ["goal"]
    page.go_back()
    at_stage(page, "Goal")
    witness.nothing_amiss()


@pytest.mark.parametrize("to", ["Stages", "Your PATHs"])
def test_words_typed_just_before_a_link_is_pressed_are_kept(
    app: Planner, window: Window, to: str
) -> None:
    page, witness = window()
    session_id = new_session(app)
    page.goto(f"{app.url}/prepare?session={session_id}")
    place = page.get_by_label("Place", exact=True)
    expect(place).to_be_visible()
    settled(page)
    place.fill("Little Hopeford")
    go_to(Mouse(page), to)
    settled(page)
    until(page, lambda: kept(app, session_id).about.place == "Little Hopeford", "it is kept")
    witness.nothing_amiss()
