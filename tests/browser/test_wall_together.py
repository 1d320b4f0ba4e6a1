"""Two walls on one session, and the wall beside the other pages: one plan, seen everywhere."""

from functools import partial

from playwright.sync_api import Page, expect

from path_planner.services.context import SessionContext
from path_planner.services.session.voices import write_voice
from path_planner.storage.store_registry import open_store
from tests.browser.conditions import full_session, new_session, settled
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Mouse
from tests.browser.outlining import (
    chapter,
    line,
    note_as_right,
    open_outline,
    say_in_outline,
)
from tests.browser.planner import Planner
from tests.browser.prepare import go_to
from tests.browser.test_access import lasting_findings
from tests.browser.told import Said
from tests.browser.walking import at_stage, say
from tests.browser.wall import (
    PANELS,
    Point,
    draw,
    expect_drawn,
    kept,
    kinds,
    look_at,
    open_wall,
    panel,
    stands,
    stands_still,
    take,
    tool,
    until,
)

HERE: Point = (0.2, 0.3)
THERE: Point = (0.5, 0.6)
WHOLE: tuple[Point, Point] = ((0.0, 0.0), (1.0, 1.0))


def test_two_walls_see_each_other_and_take_back_only_their_own(
    app: Planner, window: Window
) -> None:
    (first, one), (second, other) = window(1280, 900), window(1280, 900)
    session_id = new_session(app)
    for page in (first, second):
        open_wall(page, app.url, session_id)
    seen = {page: (look_at(page, HERE), look_at(page, THERE)) for page in (first, second)}
    for page, place in ((first, HERE), (second, THERE)):
        take(Mouse(page), "pen-1")
        draw(Mouse(page), place)
    for page in (first, second):
        expect_drawn(page, HERE, seen[page][0])
        expect_drawn(page, THERE, seen[page][1])
    until(first, lambda: kinds(kept(app, session_id)) == ["stroke"] * 2, "both strokes are kept")
    strokes = set(kept(app, session_id).marks)
    first.keyboard.press("Control+z")
    until(first, lambda: len(kept(app, session_id).marks) == 1, "one stroke is taken back")
    until(second, lambda: look_at(second, HERE) == seen[second][0], "it is gone there too")
    assert look_at(first, THERE) != seen[first][1]
    first.keyboard.press("Control+z")
    second.keyboard.press("Control+z")
    until(second, lambda: kept(app, session_id).marks == {}, "the other took its own back")
    first.keyboard.press("Control+y")
    until(first, lambda: len(kept(app, session_id).marks) == 1, "the first is there again")
    assert set(kept(app, session_id).marks) < strokes
    one.nothing_amiss()
    other.nothing_amiss()


def test_a_voice_is_a_card_and_a_card_is_a_voice(app: Planner, window: Window) -> None:
    (wall, witness), (walk, _) = window(), window()
    session_id = new_session(app)
    open_wall(wall, app.url, session_id)
    walk.goto(f"{app.url}/walk?session={session_id}&stage=dream")
    at_stage(walk, "Dream")
    said, written = "Said in the walk", "Written on the wall"
    hands = Mouse(wall)
    hands.press(tool(wall, "outline"))
    outline = panel(wall, "Outline")
    hands.press(tool(wall, "whole"))
    stands_still(wall)
    bare = look_at(wall, *WHOLE)
    say(Mouse(walk), Said(said, by="Ada Quill"))
    expect(outline.get_by_text(said, exact=True)).to_be_visible()
    until(wall, lambda: look_at(wall, *WHOLE) != bare, "its card is drawn")
    outline.get_by_label("Add to Dream").fill(written)
    wall.keyboard.press("Enter")
    expect(walk.locator(".voice").get_by_text(written, exact=True)).to_be_visible()
    hands.press(outline.get_by_role("button", name=f"Edit: {said}"))
    wall.keyboard.press("ControlOrMeta+a")
    wall.keyboard.type("Put right on the wall")
    wall.keyboard.press("Enter")
    expect(walk.locator(".voice").get_by_text("Put right on the wall")).to_be_visible()
    expect(walk.locator(".voice").get_by_text(said, exact=True)).to_have_count(0)
    go_to(Mouse(walk), "Wall")
    stands(walk)
    witness.nothing_amiss()


def test_what_others_write_leaves_the_focus_where_somebody_has_put_it(
    app: Planner, window: Window
) -> None:
    page, witness = window()
    session_id = new_session(app)
    open_wall(page, app.url, session_id)
    hands = Keys(page)
    open_outline(hands)
    say_in_outline(hands, "Dream", Said("An open door."))
    note_as_right(hands, "An open door.")
    heading = chapter(page, "Dream").get_by_role("button", name="Dream").first
    hands.into(heading)
    session = kept(app, session_id)
    write_voice(SessionContext(open_store(str(app.store)), session), "dream", "A warm oven.")
    expect(line(page, "A warm oven.")).to_be_visible()
    expect(heading).to_be_focused()
    page.keyboard.press("Enter")
    expect(heading).to_have_attribute("aria-expanded", "false")
    witness.nothing_amiss()


ANSWERS = (
    ("Keep it as it is", 1, 1),
    ("Remove from the wall only. Keep the words", 1, 0),
    ("Delete the words from the plan", 1, 0),
)
"""The answers in turn, and how many voices and cards there are after each. The first two are given
about one card, whose words stay in the plan; the last about another one."""


def test_who_deletes_a_card_is_asked_about_the_words(app: Planner, window: Window) -> None:
    page, _ = window()
    session_id = new_session(app)
    open_wall(page, app.url, session_id)
    for answer, left, shown in ANSWERS:
        if not cards(app, session_id):
            put_a_card(page, app, session_id)
        before = len(kept(app, session_id).voices)
        delete_all(page)
        question = panel(page, "Delete this card?")
        expect(question).to_contain_text("Please ask me first")
        assert len(kept(app, session_id).voices) == before
        Mouse(page).press(question.get_by_role("button", name=answer))
        expect(question).to_have_count(0)
        until(page, partial(counts, app, session_id, left, shown), f"{answer}: {left}, {shown}")
        page.locator(".wall-board .excalidraw").focus()


def put_a_card(page: Page, app: Planner, session_id: str) -> None:
    """Put one more card on the wall, and wait until it is kept and drawn."""
    bare, before = look_at(page, *WHOLE), len(kept(app, session_id).voices)
    a_card(page, "Please ask me first")
    until(page, lambda: len(kept(app, session_id).voices) == before + 1, "the voice is kept")
    until(page, lambda: look_at(page, *WHOLE) != bare, "the card is drawn")


def counts(app: Planner, session_id: str, voices: int, shown: int) -> bool:
    """Say whether so many voices are kept and so many cards stand on the wall."""
    return (len(kept(app, session_id).voices), cards(app, session_id)) == (voices, shown)


def cards(app: Planner, session_id: str) -> int:
    """Count the cards that stand on the wall."""
    marks = kept(app, session_id).marks.values()
    return sum(one.kind == "card" and not one.hidden for one in marks)


def delete_all(page: Page) -> None:
    """Choose all that can be chosen and press Delete, once the keys are the board's again."""
    expect(page.locator(".wall-board .excalidraw")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")


def a_card(page: Page, words: str) -> None:
    """Write one card by keyboard."""
    page.keyboard.press("c")
    expect(panel(page, "New card").get_by_label("The words")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(panel(page, "New card")).to_have_count(0)


def test_axe_finds_nothing_serious_with_any_panel_open(app: Planner, window: Window) -> None:
    page, witness = window(1280, 900)
    open_wall(page, app.url, full_session(app))
    assert lasting_findings(page) == []
    hands: Hands = Mouse(page)
    for name, title in PANELS.items():
        hands.press(tool(page, name)) if name != "card" else page.keyboard.press("c")
        box = panel(page, title)
        expect(box).to_be_visible()
        settled(page)
        assert [(name, one) for one in lasting_findings(page)] == []
        hands.press(box.get_by_role("button", name="Close", exact=True))
        expect(box).to_have_count(0)
    page.locator(".wall-board .excalidraw").focus()
    a_card(page, "A card to ask about")
    delete_all(page)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert lasting_findings(page) == []
    witness.nothing_amiss()
