"""Each tool of the wall by mouse, by touch and by keyboard."""

from collections import Counter
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from path_planner.domain.marks import Label, Photo, Shape, ShapeKind, Stamp, Stroke
from tests.browser.conditions import new_session
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Mouse, Touch
from tests.browser.planner import Planner
from tests.browser.wall import (
    PANELS,
    Point,
    all_is_kept,
    draw,
    kept,
    kinds,
    look_at,
    open_wall,
    panel,
    stands,
    take,
    tap,
    tool,
    until,
)

LONG: tuple[Point, ...] = ((0.0, 0.0), (0.06, 0.05), (0.12, 0.1))
PENS = ("pen-1", "pen-2", "pen-3", "pen-4", "pen-5", "pen-6", "marker")
SHAPES = {
    "line": ShapeKind.LINE,
    "arrow": ShapeKind.ARROW,
    "box": ShapeKind.BOX,
    "ellipse": ShapeKind.ELLIPSE,
}


def photo_of_a_boat() -> FilePayload:
    """Return a photo as a telephone would give it."""
    body = BytesIO()
    Image.new("RGB", (800, 600), (40, 110, 160)).save(body, "JPEG")
    return {"name": "boat.jpg", "mimeType": "image/jpeg", "buffer": body.getvalue()}


@pytest.fixture(params=["mouse", "touch"])
def hands(request: pytest.FixtureRequest, window: Window) -> Hands:
    """Come with a mouse to a wide window, or with a finger to a tablet."""
    if request.param == "touch":
        page, _ = window(1024, 768, has_touch=True)
        return Touch(page)
    page, _ = window(1280, 900)
    return Mouse(page)


def test_every_tool_that_draws_leaves_its_mark(app: Planner, hands: Hands) -> None:
    page, session_id = hands.page, new_session(app)
    open_wall(page, app.url, session_id)
    for number, name in enumerate(PENS):
        take(hands, name)
        draw(hands, (0.1 + 0.12 * (number % 4), 0.15 + 0.12 * (number // 4)))
    for number, name in enumerate(SHAPES):
        take(hands, name)
        draw(hands, (0.1 + 0.16 * number, 0.45), LONG)
    until(page, lambda: len(kinds(kept(app, session_id))) == 11, "eleven marks are kept")
    marks = kept(app, session_id).marks.values()
    strokes = sorted((one for one in marks if isinstance(one, Stroke)), key=lambda one: one.order)
    assert len({one.pen.colour for one in strokes[:6]}) == 6
    assert [one.pen.opacity == 1 for one in strokes] == [True] * 6 + [False]
    assert strokes[6].pen.width > strokes[0].pen.width
    assert all(len(one.points) >= 10 and one.sketch is None for one in strokes)
    assert {one.form for one in marks if isinstance(one, Shape)} == set(SHAPES.values())
    what_goes_and_comes_back(app, hands, session_id)


def what_goes_and_comes_back(app: Planner, hands: Hands, session_id: str) -> None:
    """Rub a stroke out, take that back and forth; point with the laser, which leaves nothing."""
    page = hands.page
    take(hands, "eraser")
    draw(hands, (0.1, 0.12), ((0.03, 0.0), (0.03, 0.06)))
    until(page, lambda: len(kinds(kept(app, session_id))) == 10, "a stroke is rubbed out")
    hands.press(tool(page, "undo"))
    until(page, lambda: len(kinds(kept(app, session_id))) == 11, "it is back")
    hands.press(tool(page, "redo"))
    until(page, lambda: len(kinds(kept(app, session_id))) == 10, "it is out again")
    take(hands, "laser")
    draw(hands, (0.4, 0.7), LONG)
    all_is_kept(page)
    assert len(kinds(kept(app, session_id))) == 10


def test_what_is_put_on_the_wall(app: Planner, hands: Hands) -> None:
    page, session_id = hands.page, new_session(app)
    open_wall(page, app.url, session_id)
    write_on_the_wall(hands, "By the sea")
    put_a_stamp(hands, "tea", "A cup of tea")
    put_a_photo(hands, "Our boat")
    until(
        page,
        lambda: Counter(kinds(kept(app, session_id))) == Counter(["label", "stamp", "photo"]),
        "words, a stamp and a photo are kept",
    )
    session = kept(app, session_id)
    marks = {one.kind: one for one in session.marks.values()}
    label, stamp, photo = marks["label"], marks["stamp"], marks["photo"]
    assert isinstance(label, Label)
    assert label.text == "By the sea"
    assert isinstance(stamp, Stamp)
    assert (stamp.icon, stamp.words) == ("cup-of-tea", "A cup of tea")
    assert isinstance(photo, Photo)
    assert photo.words == "Our boat"
    assert session.pictures[photo.picture].width == 800
    page.reload()
    stands(page)
    assert len(kinds(kept(app, session_id))) == 3


def write_on_the_wall(hands: Hands, words: str) -> None:
    """Write words straight onto the board."""
    take(hands, "text")
    tap(hands, 0.25, 0.4)
    expect(hands.page.locator(".wall-board textarea")).to_be_focused()
    hands.page.keyboard.type(words)
    hands.page.keyboard.press("Escape")


def put_a_stamp(hands: Hands, sought: str, name: str) -> None:
    """Find a stamp by a word and put it on the wall."""
    page = hands.page
    hands.press(tool(page, "stamps"))
    box = panel(page, "Stamps")
    hands.into(box.get_by_role("searchbox"))
    page.keyboard.type(sought)
    hands.press(box.get_by_role("button", name=name, exact=True))
    expect(box).to_have_count(0)


def put_a_photo(hands: Hands, words: str) -> None:
    """Choose a photo, say what it shows, put it on the wall."""
    page = hands.page
    hands.press(tool(page, "photo"))
    box = panel(page, "Photo")
    box.get_by_label("Choose a photo").set_input_files(photo_of_a_boat())
    hands.into(box.get_by_label("What is in the picture?"))
    page.keyboard.type(words)
    hands.press(box.get_by_role("button", name="Put it on the wall", exact=True))
    expect(box).to_have_count(0)


def test_a_card_is_a_voice_and_a_signature_a_promise(app: Planner, hands: Hands) -> None:
    page, session_id = hands.page, new_session(app)
    open_wall(page, app.url, session_id)
    take(hands, "card")
    tap(hands, 0.8, 0.4)
    box = panel(page, "New card")
    expect(box.get_by_label("The words")).to_be_focused()
    page.keyboard.type("I live near the water.")
    hands.press(box.get_by_role("radio", name="Ada Quill").locator("xpath=ancestor::label"))
    hands.press(box.get_by_role("button", name="Put it on the wall"))
    hands.press(box.get_by_role("button", name="Finish"))
    until(page, lambda: len(kept(app, session_id).voices) == 1, "the voice is kept")
    voice = next(iter(kept(app, session_id).voices.values()))
    assert voice.text == "I live near the water."
    assert kept(app, session_id).people[voice.said_by or ""].name == "Ada Quill"
    sign(hands, "Bo Larkspur", "Drives on Mondays")
    until(page, lambda: len(kept(app, session_id).commitments) == 1, "the promise is kept")
    session = kept(app, session_id)
    promise = next(iter(session.commitments.values()))
    assert promise.what == "Drives on Mondays"
    signed = [one for one in session.marks.values() if isinstance(one, Stroke) and one.signs]
    assert [one.signs for one in signed] == [promise.id]


def sign(hands: Hands, name: str, what: str) -> None:
    """Enrol with an own signature."""
    page = hands.page
    hands.press(tool(page, "sign"))
    box = panel(page, "Enrol and sign")
    hands.press(box.get_by_role("radio", name="Someone else").locator("xpath=ancestor::label"))
    hands.into(box.get_by_label("Their name"))
    page.keyboard.type(name)
    hands.into(box.get_by_label("To do what?"))
    page.keyboard.type(what)
    ink(hands, box.locator("canvas, svg").last.bounding_box())
    hands.press(box.get_by_role("button", name="This is my signature"))
    expect(box).to_have_count(0)


def ink(hands: Hands, pad: object) -> None:
    """Draw a line across the place to sign."""
    assert isinstance(pad, dict)
    box = hands.page.locator(".wall-board").bounding_box()
    assert box
    begin = (
        (pad["x"] + pad["width"] * 0.2 - box["x"]) / box["width"],
        (pad["y"] + pad["height"] * 0.5 - box["y"]) / box["height"],
    )
    draw(hands, begin)


def test_looking_around(app: Planner, hands: Hands) -> None:
    page = hands.page
    open_wall(page, app.url, new_session(app))
    views = [look_at(page, (0.3, 0.3), (0.5, 0.5))]
    for name in ("nearer", "nearer", "farther"):
        seen = views[-1]
        hands.press(tool(page, name))
        until(page, lambda seen=seen: look_at(page, (0.3, 0.3), (0.5, 0.5)) != seen, name)
        views.append(look_at(page, (0.3, 0.3), (0.5, 0.5)))
    hands.press(tool(page, "stages"))
    hands.press(panel(page, "Go to a stage").get_by_role("button", name="Dream"))
    expect(page.locator(".wall-question")).to_contain_text("Dream")
    hands.press(tool(page, "whole"))
    expect(page.locator(".wall-question")).to_have_count(0)
    hands.press(tool(page, "hide"))
    expect(page.locator(".wall-rail")).to_have_count(0)
    hands.press(page.locator(".wall-back"))
    expect(page.locator(".wall-rail")).to_be_visible()


def opens(name: str, title: str) -> Callable[[Page], None]:
    """Return what presses a tool's key, sees its panel and leaves it."""

    def press(page: Page) -> None:
        page.keyboard.press(tool(page, name).get_attribute("aria-keyshortcuts") or "")
        expect(panel(page, title)).to_be_visible()
        page.keyboard.press("Escape")
        expect(panel(page, title)).to_have_count(0)

    return press


def test_every_tool_has_a_key_and_the_wall_is_filled_by_keyboard_alone(
    app: Planner, window: Window
) -> None:
    page, witness = window()
    session_id = new_session(app)
    open_wall(page, app.url, session_id)
    hands = Keys(page)
    for name in (*PENS, "eraser", *SHAPES, "text", "hand", "laser", "select"):
        page.keyboard.press(tool(page, name).get_attribute("aria-keyshortcuts") or "")
        expect(tool(page, name)).to_have_attribute("aria-pressed", "true")
    for name, title in PANELS.items():
        opens(name, title)(page)
    fill_by_keyboard(hands)
    until(page, lambda: len(kept(app, session_id).voices) == 2, "two voices are kept")
    until(page, lambda: kinds(kept(app, session_id)) == ["stamp"], "a stamp is kept")
    page.keyboard.press("Control+z")
    until(page, lambda: kinds(kept(app, session_id)) == [], "the stamp is taken back")
    page.keyboard.press("Control+y")
    until(page, lambda: kinds(kept(app, session_id)) == ["stamp"], "the stamp is there again")
    witness.nothing_amiss()


def fill_by_keyboard(hands: Keys) -> None:
    """Write two cards one after the other, and put a stamp."""
    page = hands.page
    page.keyboard.press("c")
    expect(panel(page, "New card").get_by_label("The words")).to_be_focused()
    for words in ("First by key", "Second by key"):
        page.keyboard.type(words)
        page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(panel(page, "Stamps").get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("garden")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(panel(page, "Stamps")).to_have_count(0)
