"""Twelve voices are themed by mouse, by touch and by keyboard: each is where it was put."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.hands import Keys, Mouse
from tests.browser.planner import Planner
from tests.browser.test_access import SIDEWAYS, TARGET, lasting_findings
from tests.browser.theming import (
    GOALS,
    SAID,
    Finger,
    card,
    column,
    comes_to,
    drag_by_finger,
    drag_by_mouse,
    kept,
    middle,
    name_it,
    new_vision,
    open_board,
    stop,
    themed,
    wanted,
)
from tests.browser.wall import FRAMES, until

SIZES = ((1920, 1080), (1024, 768), (390, 844))
SMALL = """(least) => [...document.querySelectorAll(
    ".tb-board :is(button, select, input:not([type=checkbox]), .pp-tick)")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 160)])
  .filter(([box]) => box.height < least || box.width < least)
  .map(([box, html]) => `${box.width} x ${box.height} ${html}`)"""


def test_by_mouse_cards_are_dragged_one_or_several_at_a_time(app: Planner, window: Window) -> None:
    page, witness = window(1920, 1080)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    page.get_by_role("button", name="Full window").click()
    for name, (first, second, *more) in GOALS.items():
        card(page, SAID[first][0]).click()
        card(page, SAID[second][0]).click()
        expect(page.get_by_text("2 voices picked up", exact=True)).to_be_visible()
        drag_by_mouse(page, card(page, SAID[second][0]), page.locator(".tb-new"))
        name_it(page, name)
        for number in more:
            # Beside the lists a row of all themes comes into reach.
            onto = stop(page, name) if number == more[-1] else column(page, name)
            drag_by_mouse(page, card(page, SAID[number][0]), onto)
    comes_to(page, app, vision_id, wanted())
    expect(column(page, "Getting about")).to_contain_text(
        "Said in 2 of 2 PATHs and 1 of 1 conversation, by at least 5 people."
    )
    witness.nothing_amiss()


def test_a_list_does_not_slide_away_from_under_a_slow_hand(app: Planner, window: Window) -> None:
    page, witness = window(1280, 900)
    open_board(page, app, new_vision(app))
    card(page, SAID[2][0]).click()
    page.locator(".tb-begin").click()
    name_it(page, "Home")
    # The list is under the upper edge of the window now, where dragging might scroll.
    column(page, "Home").evaluate("one => one.scrollIntoView({ block: 'start' })")
    settled(page)
    drag_by_mouse(page, card(page, SAID[3][0]), column(page, "Home"), frames=90)
    expect(card(page, SAID[3][0], "Home")).to_be_visible()
    witness.nothing_amiss()


def test_by_touch_cards_are_tapped_or_dragged_and_the_list_still_scrolls(
    app: Planner, window: Window
) -> None:
    page, witness = window(1024, 768, has_touch=True)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    page.get_by_role("button", name="Full window").tap()
    pane = page.locator(".tb-pane-pile")
    finger, (across, down) = Finger(page), middle(card(page, SAID[1][0]))
    finger.down((across, down + 300))
    finger.move((across, down + 300), (across, down))
    finger.up()
    until(page, lambda: pane.evaluate("one => one.scrollTop") > 50, "the pile is scrolled")
    expect(page.locator(".tb-air, .tb-held")).to_have_count(0)
    for name, (first, second, *more) in GOALS.items():
        card(page, SAID[first][0]).tap()
        page.locator(".tb-begin").tap()
        name_it(page, name)
        card(page, SAID[second][0]).scroll_into_view_if_needed()
        column(page, name).locator("h3").scroll_into_view_if_needed()
        drag_by_finger(page, card(page, SAID[second][0]), column(page, name))
        for number in more:
            card(page, SAID[number][0]).tap()
        column(page, name).get_by_role("button", name="Put here").tap()
        expect(page.locator(".tb-tray")).to_have_count(0)
    comes_to(page, app, vision_id, wanted())
    witness.nothing_amiss()


def test_by_keyboard_cards_are_carried_or_sent_by_number(app: Planner, window: Window) -> None:
    page, witness = window(1280, 900)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    keys = Keys(page)
    keys.into(card(page, SAID[0][0]))
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="You are holding 1 voice")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="New theme", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    name_it(page, "Getting about")
    for first, name in ((3, "My own front door"), (6, "Work that suits me")):
        keys.into(in_pile(page, first))
        page.keyboard.press("m")
        keys.press(page.get_by_role("dialog").get_by_role("button", name="New theme"))
        name_it(page, name)
    keys.into(in_pile(page, 9))
    for key in ("Space", "ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(card(page, SAID[9][0], "My own front door")).to_be_visible()
    keys.into(in_pile(page, 1))
    for key in ("Space", "Escape"):
        page.keyboard.press(key)
    expect(page.locator(".tb-held")).to_have_count(0)
    # The focus stays in the pile, at what comes in the place.
    for number in (1, 4, 7, 10, 2, 5, 8, 11):
        expect(in_pile(page, number)).to_be_focused()
        goal = next(n for n, inside in enumerate(GOALS.values(), 1) if number in inside)
        page.keyboard.press(str(goal))
    comes_to(page, app, vision_id, wanted())
    witness.nothing_amiss()


def test_a_voice_goes_into_several_themes_out_again_and_every_step_back(
    app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    hands = Mouse(page)
    for name, text in (("Home", SAID[2][0]), ("Buses", SAID[0][0])):
        card(page, text).click()
        hands.press(page.locator(".tb-begin"))
        name_it(page, name)
    hands.press(page.get_by_role("button", name=f"Move to … : {SAID[2][0]}"))
    page.get_by_label("Also keep it where it is").check()
    hands.press(page.get_by_role("dialog").get_by_role("button", name="Buses"))
    expect(column(page, "Buses")).to_contain_text("in 2 themes")
    rest = {text for text, _ in SAID} - {SAID[0][0], SAID[2][0]}
    both = {"Home": {SAID[2][0]}, "Buses": {SAID[0][0], SAID[2][0]}, "": rest}
    comes_to(page, app, vision_id, both)
    card(page, SAID[2][0], "Home").click()
    hands.press(page.get_by_role("button", name="Remove from this theme"))
    comes_to(page, app, vision_id, {**both, "Home": set()})
    hands.press(page.get_by_role("button", name="Undo", exact=True))
    comes_to(page, app, vision_id, both)
    expect(card(page, SAID[2][0], "Home")).to_be_visible()
    card(page, SAID[1][0]).click()
    hands.press(page.locator(".tb-tray").get_by_role("button", name="Keep on its own"))
    until(page, lambda: _alone(app, vision_id) == [SAID[1][0]], "a voice is kept on its own")
    hands.press(page.get_by_role("button", name="More for “Home”"))
    hands.press(page.get_by_role("button", name="Merge with another theme"))
    hands.press(page.get_by_role("dialog").get_by_role("button", name="Buses"))
    expect(column(page, "Home")).to_have_count(0)
    comes_to(page, app, vision_id, {"Buses": both["Buses"], "": rest - {SAID[1][0]}})
    witness.nothing_amiss()


def in_pile(page: Page, number: int) -> Locator:
    """Find the card of a voice that is in no theme; those of one source come one by one."""
    return card(page, SAID[number][0], "Not in a theme yet")


def _alone(app: Planner, vision_id: str) -> list[str]:
    return [voice.text for voice in kept(app, vision_id).voices.values() if voice.alone]


def test_a_statement_and_a_disagreement_are_written_down(app: Planner, window: Window) -> None:
    page, witness = window(1280, 900)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    hands = Mouse(page)
    card(page, SAID[2][0]).click()
    hands.press(page.locator(".tb-begin"))
    name_it(page, "Home")
    hands.press(page.get_by_role("button", name="More for “Home”"))
    hands.press(page.get_by_role("button", name="Statement", exact=True))
    hands.press(page.get_by_role("button", name="Start with “I”"))
    page.get_by_label("The way one person would say it").press_sequentially("decide who comes in.")
    page.get_by_label("Ada Quill").check()
    hands.press(page.get_by_role("button", name="Save the statement"))
    expect(column(page, "Home")).to_contain_text("I decide who comes in.")
    card(page, SAID[3][0]).click()
    hands.press(page.get_by_role("button", name="People disagree: keep as one side"))
    card(page, SAID[9][0]).click()
    hands.press(page.get_by_role("button", name="This is the other side"))
    page.get_by_label("What is it about?").fill("Who has a key?")
    hands.press(page.get_by_role("button", name="Keep both sides"))
    expect(page.get_by_role("heading", name="Who has a key?")).to_be_visible()
    vision = kept(app, vision_id)
    (theme,) = vision.themes.values()
    assert (theme.statement, theme.agreed_by) == ("I decide who comes in.", ("m1",))
    (differ,) = vision.disagreements.values()
    assert (differ.one.voices, differ.other.voices) == (("q0-3",), ("q0-9",))
    witness.nothing_amiss()


def test_suggestions_are_asked_for_accepted_named_and_put_away(
    app: Planner, window: Window
) -> None:
    page, witness = window(1280, 900)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    hands = Mouse(page)
    hands.press(page.get_by_role("button", name="Suggest small groups"))
    seed = page.locator(".tb-seed").filter(has_text=SAID[0][0])
    expect(seed).to_contain_text(SAID[1][0])
    hands.press(seed.get_by_role("button", name="Make it a theme"))
    expect(seed).to_contain_text("Please give it a name.")
    assert themed(app, vision_id) == {"": {text for text, _ in SAID}}
    seed.get_by_label("What do people call it?").fill("Getting about")
    hands.press(seed.get_by_role("button", name="Make it a theme"))
    expect(seed).to_have_count(0)
    page.keyboard.press("Escape")
    expect(card(page, SAID[0][0], "Getting about")).to_be_visible()
    hands.press(page.get_by_role("button", name=f"Move to … : {SAID[11][0]}"))
    hands.press(page.get_by_role("button", name="Suggest …"))
    likely = page.locator(".tb-likely").filter(has_text="Getting about")
    expect(likely).to_contain_text("The closest voice in it")
    hands.press(likely)
    expect(card(page, SAID[11][0], "Getting about")).to_be_visible()
    until(
        page,
        lambda: SAID[11][0] in themed(app, vision_id).get("Getting about", set()),
        "the suggestion is kept",
    )
    witness.nothing_amiss()


def test_two_windows_see_each_other_and_take_back_only_their_own(
    app: Planner, window: Window
) -> None:
    (one, _), (other, witness) = window(1280, 900), window(1280, 900)
    vision_id = new_vision(app)
    for page in (one, other):
        open_board(page, app, vision_id)
    card(one, SAID[2][0]).click()
    one.locator(".tb-begin").click()
    name_it(one, "Home")
    expect(card(other, SAID[2][0], "Home")).to_be_visible()
    drag_by_mouse(other, card(other, SAID[3][0]), column(other, "Home"))
    expect(card(one, SAID[3][0], "Home")).to_be_visible()
    one.get_by_role("button", name="Undo", exact=True).click()
    expect(column(other, "Home")).to_have_count(0)
    rest = {text for text, _ in SAID}
    until(one, lambda: themed(app, vision_id) == {"": rest}, "the theme is taken back")
    witness.nothing_amiss()


def test_what_is_done_while_the_line_is_lost_is_kept_later(app: Planner, window: Window) -> None:
    page, _ = window(1280, 900)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    card(page, SAID[2][0]).click()
    page.locator(".tb-begin").click()
    name_it(page, "Home")
    until(page, lambda: "Home" in themed(app, vision_id), "the theme is kept")
    settled(page)
    page.context.set_offline(True)
    drag_by_mouse(page, card(page, SAID[3][0]), column(page, "Home"))
    expect(card(page, SAID[3][0], "Home")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="1 change waiting to save")).to_have_count(1)
    page.context.set_offline(False)
    open_board(page, app, vision_id)
    until(
        page,
        lambda: themed(app, vision_id)["Home"] == {SAID[2][0], SAID[3][0]},
        "the move is kept",
    )


def test_axe_finds_nothing_serious_and_everything_is_large_enough_at_each_size(
    app: Planner, window: Window
) -> None:
    page, witness = window(*SIZES[0])
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    card(page, SAID[2][0]).click()
    page.locator(".tb-begin").click()
    name_it(page, "Home")
    card(page, SAID[3][0]).click()
    page.get_by_role("button", name="Side by side").click()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        expect(page.locator(".tb-tray")).to_be_visible()
        _is_sound(page)
        _every_dialog_is_sound(page)
    witness.nothing_amiss()


def _every_dialog_is_sound(page: Page) -> None:
    """Open each dialog, look at it and leave it by its key."""
    openers = (
        page.get_by_role("button", name=f"Move to … : {SAID[2][0]}"),
        page.get_by_role("button", name="More for “Home”"),
        page.get_by_role("button", name="Suggest small groups"),
    )
    for opener in openers:
        opener.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        _is_sound(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(opener).to_be_focused()


def _is_sound(page: Page) -> None:
    settled(page)
    page.evaluate(FRAMES)
    assert lasting_findings(page) == []
    assert page.evaluate(SMALL, TARGET - 0.5) == []
    assert max(page.evaluate(SIDEWAYS)) <= 0


def test_in_a_narrow_window_every_theme_is_in_reach_of_a_dragging_finger(
    app: Planner, window: Window
) -> None:
    page, witness = window(390, 844, has_touch=True)
    vision_id = new_vision(app)
    open_board(page, app, vision_id)
    card(page, SAID[2][0]).tap()
    page.locator(".tb-tray").get_by_role("button", name="Move to …").tap()
    page.get_by_role("dialog").get_by_role("button", name="New theme").tap()
    name_it(page, "Home")
    what = card(page, SAID[3][0])
    finger, begin = Finger(page), middle(what)
    finger.down(begin)
    goal = stop(page, "Home")
    expect(goal).to_be_visible()
    finger.move(begin, middle(goal))
    expect(goal).to_contain_class("tb-over")
    finger.up()
    expect(card(page, SAID[3][0], "Home")).to_be_attached()
    until(page, lambda: len(themed(app, vision_id)["Home"]) == 2, "both are kept")
    witness.nothing_amiss()


def test_a_thousand_voices_are_searched_and_paged(app: Planner, window: Window) -> None:
    page, witness = window(1280, 900)
    open_board(page, app, new_vision(app, copies=84))
    pile = column(page, "Not in a theme yet")
    expect(pile.locator("[data-card]")).to_have_count(60)
    expect(pile).to_contain_text("1008 voices")
    pile.get_by_role("button", name="Show 60 more of 948").click()
    expect(pile.locator("[data-card]")).to_have_count(120)
    page.get_by_label("Search the voices").fill("key (83)")
    expect(pile.locator("[data-card]")).to_have_count(2)
    page.get_by_label("Speaker").select_option(label="Professionals and decision-makers")
    expect(pile.locator("[data-card]")).to_have_count(1)
    expect(pile).to_contain_text("1 of 1008 voices match your search.")
    page.get_by_role("button", name="Show all again").click()
    expect(pile.locator("[data-card]")).to_have_count(120)
    witness.nothing_amiss()
