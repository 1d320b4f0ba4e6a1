"""All that is dropped, pasted or opened by a key comes to the wall through our own doors."""

import json

from playwright.sync_api import Locator, expect

from path_planner.domain.marks import Photo, Shape, Stamp, Stroke
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import background_pieces
from path_planner.scene.wall.marks import box_of_mark
from path_planner.services.session.wall.bring_in import occupied_boxes
from tests.browser.conditions import new_session
from tests.browser.conftest import Window
from tests.browser.hands import Mouse
from tests.browser.parcels import Parcel, a_picture, drop, paste
from tests.browser.planner import Planner
from tests.browser.wall import (
    all_is_kept,
    board,
    draw,
    kept,
    kinds,
    open_wall,
    panel,
    take,
    tap,
    until,
    waiting,
)
from tests.formats.drawn_elsewhere import element
from tests.formats.test_wall_file import a_file

ELEMENTS = (
    element("ellipse", "sun", x=-900, y=-900, width=200, height=200),
    element("rectangle", "house", x=-600, y=-900, width=300, height=200),
)
DRAWING = a_file(*ELEMENTS)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path d="M0 0L60 40"/></svg>'
PICTURES = (
    Parcel("a.png", "image/png", a_picture("PNG")),
    Parcel("a.jpg", "image/jpeg", a_picture("JPEG")),
    Parcel("a.webp", "image/webp", a_picture("WEBP")),
    Parcel("a.gif", "image/gif", a_picture("GIF")),
    Parcel("a.svg", "image/svg+xml", SVG),
)
ASKS = "Add the drawing to the wall?"
KEYS = (
    *("?", "Control+Shift+p", "Control+/", "Alt+r", "Alt+s", "Control+k", "Shift+Alt+c"),
    *("Control+Shift+e", "Control+Shift+l", "Shift+1", "9", "q", "r"),
)
OF_EXCALIDRAW = ".excalidraw-modal-container, .Modal, .excalidraw .sidebar, .Toast"


class Doors:
    """One wall, and what is kept of it."""

    def __init__(self, app: Planner, window: Window) -> None:
        page, _ = window(1280, 720, permissions=["clipboard-read", "clipboard-write"])
        self.app, self.page, self.session_id = app, page, new_session(app)
        self.hands = Mouse(page)
        open_wall(page, app.url, self.session_id)
        self.canvas = page.locator(".wall-board canvas.interactive")

    def kinds(self) -> list[str]:
        """Name what stands on the wall."""
        return kinds(kept(self.app, self.session_id))

    def stand(self, *expected: str) -> None:
        """Wait until just this stands on the wall and nothing waits."""
        all_is_kept(self.page)
        until(self.page, lambda: self.kinds() == [*expected], f"{expected} stand there")

    def asks(self, title: str) -> Locator:
        """Return the panel with this title, once it is there."""
        opened = panel(self.page, title)
        expect(opened).to_be_visible()
        return opened

    def leaves(self, opened: Locator) -> None:
        """Close a panel by key: nothing has come."""
        self.page.keyboard.press("Escape")
        expect(opened).to_have_count(0)
        assert waiting(self.page) == 0

    def says(self, words: str) -> None:
        """Wait for a sentence and close it."""
        sentence = self.page.locator(".wall-notes").get_by_text(words)
        expect(sentence).to_be_visible()
        sentence.get_by_role("button", name="Close").click()
        expect(sentence).to_have_count(0)


def test_all_that_comes_to_the_wall_comes_through_our_own_doors(
    app: Planner, window: Window
) -> None:
    doors = Doors(app, window)
    tools = doors.page.locator(".wall-rail").bounding_box()
    assert tools
    assert tools["width"] <= 180
    take(doors.hands, "pen-2")
    draw(doors.hands, (0.2, 0.6))
    doors.stand("stroke")
    for step in (
        a_drawing_is_asked_about_and_taken_back,
        what_is_no_drawing_is_said,
        a_picture_opens_the_photo_panel,
        a_picture_with_a_drawing_in_it_may_be_either,
        copies_of_this_wall_still_work,
        lines_become_cards,
        keys_open_nothing_of_excalidraw,
        moving_the_wall_draws_and_pastes_nothing,
        stamps_land_on_free_ground,
    ):
        step(doors)
    session = kept(app, doors.session_id)
    assert sum(isinstance(mark, Stroke) for mark in session.marks.values()) == 1
    assert board(doors.page).is_visible()


def a_drawing_is_asked_about_and_taken_back(doors: Doors) -> None:
    """Drop a drawing: nothing happens until it is agreed to, and nothing is replaced."""
    parcel = Parcel("garden.excalidraw", "", DRAWING)
    drop(doors.canvas, parcel)
    doors.leaves(doors.asks(ASKS))
    drop(doors.canvas, parcel)
    asked = doors.asks(ASKS)
    asked.get_by_label("Stage").select_option("goal")
    asked.get_by_role("button", name="Add the drawing").click()
    doors.stand("stroke", "shape", "shape")
    doors.says("2 things were added to the wall.")
    marks = kept(doors.app, doors.session_id).marks.values()
    assert {mark.stage for mark in marks if isinstance(mark, Shape)} == {"goal"}
    doors.page.keyboard.press("Control+z")
    doors.stand("stroke")
    doors.page.keyboard.press("Control+y")
    doors.stand("stroke", "shape", "shape")
    doors.page.keyboard.press("Control+z")
    doors.stand("stroke")
    paste(doors.canvas, text=json.dumps({"type": "excalidraw/clipboard", "elements": ELEMENTS}))
    doors.leaves(doors.asks(ASKS))


def what_is_no_drawing_is_said(doors: Doors) -> None:
    """Drop what is damaged, too large or unknown: a sentence says so, and nothing is lost."""
    drop(doors.canvas, Parcel("broken.excalidraw", "", b'{"type":"excalidraw","elements":['))
    doors.asks(ASKS).get_by_role("button", name="Add the drawing").click()
    doors.says("This file is not a drawing made with Excalidraw, or it is damaged.")
    drop(doors.canvas, Parcel("huge.excalidraw", "", b" " * 6_000_000))
    doors.says("This drawing is too large to add here.")
    drop(doors.canvas, Parcel("plan.pdf", "application/pdf", b"%PDF-1.7"))
    doors.says("This cannot go on the wall.")
    drop(doors.canvas, Parcel("empty.excalidraw", "", b""))
    doors.says("This file is empty.")
    doors.stand("stroke")


def a_picture_opens_the_photo_panel(doors: Doors) -> None:
    """Drop and paste pictures: each is shown, with what Photo asks."""
    for number, parcel in enumerate(PICTURES):
        if number % 2:
            paste(doors.canvas, parcel)
        else:
            drop(doors.canvas, parcel)
        opened = doors.asks("Photo")
        expect(opened.get_by_role("img", name="The photo you chose")).to_be_visible()
        if parcel is not PICTURES[-1]:
            doors.leaves(opened)
    opened = doors.asks("Photo")
    opened.get_by_label("What is in the picture?").fill("A line")
    opened.get_by_role("button", name="Put it on the wall").click()
    doors.stand("stroke", "photo")
    (photo,) = (
        mark for mark in kept(doors.app, doors.session_id).marks.values() if isinstance(mark, Photo)
    )
    assert photo.words == "A line"
    doors.page.keyboard.press("Control+z")
    doors.stand("stroke")


def a_picture_with_a_drawing_in_it_may_be_either(doors: Doors) -> None:
    """Drop a PNG that holds a drawing: people choose which of the two it is."""
    drop(doors.canvas, Parcel("a.png", "image/png", a_picture("PNG", DRAWING)))
    doors.asks(ASKS).get_by_role("button", name="Add it as a picture").click()
    doors.leaves(doors.asks("Photo"))


def copies_of_this_wall_still_work(doors: Doors) -> None:
    """Copy a stroke, paste it, and duplicate it, as the board always could."""
    take(doors.hands, "select")
    tap(doors.hands, 0.5, 0.8)
    excalidraw = doors.page.locator(".wall-board .excalidraw").first
    excalidraw.focus()
    doors.page.keyboard.press("Control+a")
    doors.page.keyboard.press("Control+c")
    # The board writes to the clipboard in its own time.
    read = "() => navigator.clipboard.readText()"
    until(doors.page, lambda: "excalidraw/clipboard" in doors.page.evaluate(read), "it is copied")
    doors.page.get_by_role("button", name="Select").focus()
    doors.page.keyboard.press("Control+v")
    doors.stand("stroke", "stroke")
    doors.page.keyboard.press("Control+d")
    doors.stand("stroke", "stroke", "stroke")
    for left in (2, 1):
        doors.page.keyboard.press("Control+z")
        doors.stand(*["stroke"] * left)


def lines_become_cards(doors: Doors) -> None:
    """Paste one line and many: cards are offered, and one undo takes all away."""
    paste(doors.canvas, text="• A garden by the sea\n")
    expect(doors.asks("New card").get_by_label("The words")).to_have_value("A garden by the sea")
    doors.page.get_by_label("The words").fill("")
    doors.leaves(doors.asks("New card"))
    paste(doors.canvas, text="\n".join(f"{number}. Voice {number}" for number in range(1, 13)))
    asked = doors.asks("12 lines")
    asked.get_by_role("button", name="Add 12 cards").click()

    def said() -> set[str]:
        return {voice.text for voice in kept(doors.app, doors.session_id).voices.values()}

    until(
        doors.page,
        lambda: said() == {f"Voice {number}" for number in range(1, 13)},
        "twelve cards are kept",
    )
    doors.page.keyboard.press("Control+z")
    until(doors.page, lambda: not said(), "one undo takes them away")
    doors.stand("stroke")


def keys_open_nothing_of_excalidraw(doors: Doors) -> None:
    """Press what would open something of Excalidraw; Ctrl+O asks for a file, as a drop does."""
    doors.page.locator(".wall-board .excalidraw").first.focus()
    with doors.page.expect_file_chooser() as chooser:
        doors.page.keyboard.press("Control+o")
    chooser.value.set_files(
        {"name": "garden.excalidraw", "mimeType": "application/json", "buffer": DRAWING}
    )
    doors.leaves(doors.asks(ASKS))
    doors.page.keyboard.press("Control+s")
    doors.says("There is no need to save")
    doors.page.locator(".wall-board .excalidraw").first.focus()
    for key in KEYS:
        doors.page.keyboard.press(key)
        expect(doors.page.locator(OF_EXCALIDRAW)).to_have_count(0)
    doors.stand("stroke")


def moving_the_wall_draws_and_pastes_nothing(doors: Doors) -> None:
    """Press arrow keys with Ctrl over a box, and move the wall with the middle button."""
    take(doors.hands, "box")
    draw(doors.hands, (0.7, 0.7), ((0.0, 0.0), (0.05, 0.05)))
    doors.stand("stroke", "shape")
    for key in ("Control+ArrowRight", "Control+ArrowDown", "Alt+ArrowRight"):
        doors.page.keyboard.press(key)
    doors.stand("stroke", "shape")
    doors.page.keyboard.press("Control+z")
    doors.stand("stroke")
    doors.canvas.click(button="middle")
    # On Linux the browser pastes now what was marked last anywhere.
    assert not paste(doors.canvas, text="marked elsewhere")
    expect(doors.page.get_by_role("dialog")).to_have_count(0)
    doors.stand("stroke")


def stamps_land_on_free_ground(doors: Doors) -> None:
    """Put stamps on the wall by keyboard alone: none covers another, nor the words."""
    for _ in range(3):
        doors.page.locator(".wall-board .excalidraw").first.focus()
        doors.page.keyboard.press("s")
        expect(doors.asks("Stamps").get_by_role("searchbox")).to_be_focused()
        doors.page.keyboard.type("drum")
        doors.page.keyboard.press("Enter")
        doors.page.keyboard.press("Enter")
        expect(panel(doors.page, "Stamps")).to_have_count(0)
    doors.stand("stroke", "stamp", "stamp", "stamp")
    session = kept(doors.app, doors.session_id)
    boxes = list(occupied_boxes(session))
    boxes += [
        piece.box
        for piece in background_pieces(session, process_of(session))
        if piece.id.startswith("head-")
    ]
    stamps = [box_of_mark(mark) for mark in session.marks.values() if isinstance(mark, Stamp)]
    assert [sum(stamp.overlaps(box) for box in boxes) for stamp in stamps] == [1, 1, 1]
