"""A whole PATH on the wall: by keyboard and outline alone, and by touch alone."""

from collections import Counter
from datetime import date
from functools import partial

from playwright.sync_api import Page, expect

from path_planner.domain.base import sorted_records
from path_planner.domain.marks import Stamp, Stroke
from path_planner.domain.people import Role
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.exports.base import Options
from path_planner.exports.session.poster import render_svg
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import stage_boxes
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.services.session.people import add_person
from path_planner.storage.store_registry import open_store
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Touch, replace
from tests.browser.outlining import (
    NEW,
    chapter,
    close_outline,
    down,
    line,
    note_as_right,
    open_outline,
    promise_in_outline,
    say_in_outline,
    take_out,
    to_stage,
    unfold,
)
from tests.browser.planner import Planner
from tests.browser.taking import counted, words_of_svg
from tests.browser.test_other_windows import WATCH_HANDS, used
from tests.browser.test_wall_tools import ink, put_a_stamp
from tests.browser.told import FRIEND, NEIGHBOUR, WHOSE, Promised, Said
from tests.browser.two_fingers import pan, pinch
from tests.browser.wall import (
    Point,
    all_is_kept,
    board,
    draw,
    kept,
    look_at,
    open_wall,
    panel,
    take,
    tap,
    tool,
    until,
)

SAID = {
    "Dream": (
        Said("I run a small bakery by the harbour."),
        Said("People queue for her rye bread in the rain.", FRIEND),
    ),
    "Goal": (Said("We have opened the shop in May.", NEIGHBOUR),),
    "Now": (Said("The oven at home is too small.", FRIEND),),
    "Enrol": (Said("I want good neighbours around me."),),
    "Keeping strong": (Said("We eat together every Friday.", NEIGHBOUR),),
    "First steps": (Said("We begin with the permit."),),
}
STRAY = Said("Her bread won a prize.", NEIGHBOUR)
"""Said in Dream, and moved to Goal when somebody notices that it is one."""
GUEST, DRIVES = "Dee Sorrel", "Drives the flour home on Mondays"
MIDDLE = (0.3, 0.3), (0.4, 0.4)
STEP = Promised(NEIGHBOUR, "Rings the harbour office", date(2027, 3, 3))


def a_circle(app: Planner) -> str:
    """Begin a session to which two people have come."""
    store = open_store(str(app.store))
    session = begin(store, WHOSE)
    for name, role in ((FRIEND, Role.FRIEND), (NEIGHBOUR, Role.NEIGHBOUR)):
        session = add_person(SessionContext(store, session), name, role).document
    return session.id


def hold_what_is_kept(session: Session, stamp: str, *, signed: bool) -> None:
    """Hold that the document holds exactly what was said, and the poster shows it."""
    names = {person.id: person.name for person in session.people.values()}
    titles = {stage.id: stage.title for stage in process_of(session).stages}
    said = {(titles[one.stage], one.text, names[one.said_by or ""]) for one in voices(session)}
    wanted = [(title, one.text, one.by) for title, some in SAID.items() for one in some]
    assert said == {*wanted, ("Goal", STRAY.text, STRAY.by)}
    assert len(session.voices) == len(wanted) + 1
    assert all(one.approved for one in voices(session))
    dream = [one.text for one in voices(session) if titles[one.stage] == "Dream"]
    assert dream == [one.text for one in reversed(SAID["Dream"])]
    enrolment, step = sorted_records(session.commitments)
    assert (titles[enrolment.stage], enrolment.what) == ("Enrol", DRIVES)
    assert (names[enrolment.who or ""], enrolment.said_yes) == (GUEST, True)
    assert (titles[step.stage], step.what) == ("First steps", STEP.what)
    assert (names[step.who or ""], step.by_when) == (STEP.who, STEP.day)
    assert [one.words for one in session.marks.values() if isinstance(one, Stamp)] == [stamp]
    inked = [one for one in session.marks.values() if isinstance(one, Stroke) and one.signs]
    assert {one.signs for one in inked} == ({enrolment.id} if signed else set())
    shown = words_of_svg(render_svg(session, Options()))
    told = [text for _, text, _ in said]
    assert counted([*told, DRIVES, STEP.what, GUEST]) - shown == Counter()


def voices(session: Session) -> list[Voice]:
    """Return the voices in their order."""
    return sorted_records(session.voices)


def test_a_whole_path_by_keyboard_and_outline_alone(app: Planner, window: Window) -> None:
    page, witness = window()
    page.add_init_script(WATCH_HANDS)
    session_id = a_circle(app)
    open_wall(page, app.url, session_id)
    hands = Keys(page)
    open_outline(hands)
    for title, some in SAID.items():
        for one in some:
            say_in_outline(hands, title, one)
            note_as_right(hands, one.text)
        if title == "Enrol":
            enrol_by_name(hands)
        unfold(hands, title, folded=True)
    promise_in_outline(hands, "First steps", STEP)
    unfold(hands, "First steps", folded=True)
    say_in_outline(hands, "Dream", STRAY)
    note_as_right(hands, STRAY.text)
    down(hands, SAID["Dream"][0].text)
    to_stage(hands, STRAY.text, "Goal")
    take_out(hands, SAID["Goal"][0].text, and_back=True)
    say_in_outline(hands, "Goal", Said("Not this."))
    take_out(hands, "Not this.", and_back=False)
    close_outline(hands)
    stamp_by_key(hands)
    open_outline(hands)
    expect(chapter(page, "Dream").get_by_role("button", name="Edit: Bread")).to_be_visible()
    all_is_kept(page)
    assert used(page) == {"keydown"}
    hold_what_is_kept(kept(app, session_id), "Bread", signed=False)
    witness.nothing_amiss()


def enrol_by_name(hands: Keys) -> None:
    """Enrol somebody new whose name is written for them."""
    page = hands.page
    hands.press(chapter(page, "Enrol").get_by_role("button", name="Enrol someone"))
    box = panel(page, "Enrol and sign")
    who = box.get_by_role("group", name="Who is enrolling?").get_by_role("radio")
    hands.into(who.first)
    for _ in range(who.count()):
        if box.get_by_role("radio", name=NEW).is_checked():
            break
        page.keyboard.press("ArrowUp")
    replace(hands, box.get_by_label("Their name"), GUEST)
    replace(hands, box.get_by_label("To do what?"), DRIVES)
    hands.press(box.get_by_role("button", name="Write my name for me"))
    expect(box).to_have_count(0)
    expect(line(page, DRIVES)).to_contain_text(GUEST)


def stamp_by_key(hands: Keys) -> None:
    """Go to the dream and put a stamp there."""
    page = hands.page
    page.keyboard.press("g")
    hands.press(panel(page, "Go to a stage").get_by_role("button", name="Dream"))
    expect(page.locator(".wall-question")).to_contain_text("Dream")
    page.keyboard.press("s")
    expect(panel(page, "Stamps").get_by_role("searchbox")).to_be_focused()
    # At one go, as fast fingers do: the box may still be drawing what it found.
    page.keyboard.type("bread")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(panel(page, "Stamps")).to_have_count(0)


def test_a_whole_path_by_touch_alone(app: Planner, window: Window) -> None:
    page, witness = window(1024, 768, has_touch=True, reduced_motion="reduce")
    page.add_init_script(WATCH_HANDS)
    session_id = a_circle(app)
    open_wall(page, app.url, session_id)
    hands = Touch(page)
    places = middles(hands, kept(app, session_id))
    for title, some in SAID.items():
        said = (*some, STRAY) if title == "Dream" else some
        say_by_touch(hands, places[title], said)
    sign_by_touch(hands)
    take(hands, "pen-3")
    across, at = places["Keeping strong"]
    draw(hands, (across - 0.05, at + 0.15), ((0, 0), (0.02, -0.03), (0.05, 0.02), (0.08, -0.02)))
    tap_a_stamp(hands, places["Dream"])
    open_outline(hands)
    promise_in_outline(hands, "First steps", STEP)
    unfold(hands, "First steps", folded=True)
    unfold(hands, "Dream")
    down(hands, SAID["Dream"][0].text)
    to_stage(hands, STRAY.text, "Goal")
    take_out(hands, STRAY.text, and_back=True)
    close_outline(hands)
    look_with_two_fingers(hands)
    all_is_kept(page)
    assert "touchstart" in used(page)
    session = kept(app, session_id)
    hold_what_is_kept(session, "A cup of tea", signed=True)
    drawn = [one for one in session.marks.values() if isinstance(one, Stroke) and not one.signs]
    assert [(one.stage, one.sketch) for one in drawn] == [("strengthen", None)]
    witness.nothing_amiss()


def middles(hands: Hands, session: Session) -> dict[str, Point]:
    """Return where the stages lie on a board that shows the whole wall, in parts of its size."""
    process = process_of(session)
    box = board(hands.page).bounding_box()
    assert box
    width, height = 3200.0, 3200.0 / 2**0.5
    scale = min(box["width"] / width, box["height"] / height) * 0.96
    found = {}
    for stage in process.stages:
        lies = stage_boxes(session, process)[stage.id]
        x, y = lies.x + lies.width / 2 - width / 2, lies.y + lies.height / 2 - height / 2
        found[stage.title] = (0.5 + x * scale / box["width"], 0.5 + y * scale / box["height"])
    return found


def say_by_touch(hands: Touch, place: Point, said: tuple[Said, ...]) -> None:
    """Tap where the words belong, choose who speaks, write."""
    page = hands.page
    take(hands, "card")
    tap(hands, *place)
    box = panel(page, "New card")
    for one in said:
        replace(hands, box.get_by_label("The words"), one.text)
        hands.tick(box.get_by_role("radio", name=one.by))
        hands.tick(box.get_by_role("checkbox", name="Read back and checked"))
        hands.press(box.get_by_role("button", name="Put it on the wall"))
        expect(box.get_by_label("The words")).to_have_value("")
    hands.press(box.get_by_role("button", name="Finish"))
    expect(box).to_have_count(0)


def sign_by_touch(hands: Touch) -> None:
    """Enrol somebody new who signs with a finger."""
    page = hands.page
    hands.press(tool(page, "sign"))
    box = panel(page, "Enrol and sign")
    hands.tick(box.get_by_role("radio", name=NEW))
    replace(hands, box.get_by_label("Their name"), GUEST)
    replace(hands, box.get_by_label("To do what?"), DRIVES)
    pad = box.locator("canvas.pp-pad")
    pad.scroll_into_view_if_needed()
    ink(hands, pad.bounding_box())
    hands.press(box.get_by_role("button", name="This is my signature"))
    expect(box).to_have_count(0)


def tap_a_stamp(hands: Touch, place: Point) -> None:
    """Tap a free place, and put a stamp there."""
    take(hands, "select")
    tap(hands, place[0], place[1] + 0.02)
    put_a_stamp(hands, "tea", "A cup of tea")


def look_with_two_fingers(hands: Touch) -> None:
    """Spread two fingers, push with both: the wall is nearer, then elsewhere."""
    page = hands.page
    for move in (pinch, pan):
        seen = look_at(page, *MIDDLE)
        move(page)
        until(page, partial(has_moved, page, seen), "the wall moves")


def has_moved(page: Page, seen: int) -> bool:
    """Say whether the middle of the board looks other than before."""
    return look_at(page, *MIDDLE) != seen
