"""The wall of a plan that is nearly full: what does not fit is set aside, the rest goes on."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from path_planner.domain.image import MOST_BASE64, Picture
from path_planner.storage import serializer
from path_planner.storage.limits import MOST_BYTES
from path_planner.storage.store_registry import open_store
from tests.browser.conditions import new_session
from tests.browser.conftest import Window
from tests.browser.hands import Keys, Mouse
from tests.browser.planner import Planner
from tests.browser.wall import (
    all_is_kept,
    draw,
    kept,
    kinds,
    open_wall,
    panel,
    stands,
    take,
    tool,
    until,
    waiting,
)

ROOM = 60_000
"""Enough for many strokes, and for no photo."""


def nearly_full_session(app: Planner) -> str:
    """Put a session into the store that has room for little more."""
    store = open_store(str(app.store))
    session = store.open(new_session(app)).document.model_copy(update={"id": "nearlyfull"})
    pictures: dict[str, Picture] = {}
    while (left := MOST_BYTES - ROOM - len(serializer.write(session))) > ROOM:
        letters = min(left - 500, MOST_BASE64) // 4 * 4
        name = f"p{len(pictures)}"
        pictures[name] = Picture(id=name, width=9, height=9, base64="A" * letters)
        session = session.model_copy(update={"pictures": dict(pictures)})
    return store.create(session).id


def photo_of_noise() -> FilePayload:
    """Return a photo that cannot be made small."""
    body = BytesIO()
    Image.effect_noise((800, 600), 100).convert("RGB").save(body, "JPEG", quality=95)
    return {"name": "boat.jpg", "mimeType": "image/jpeg", "buffer": body.getvalue()}


def put_the_photo(page: Page, hands: Mouse) -> None:
    """Choose the photo and put it on the wall."""
    hands.press(tool(page, "photo"))
    box = panel(page, "Photo")
    box.get_by_label("Choose a photo").set_input_files(photo_of_noise())
    box.get_by_label("What is in the picture?").fill("Our boat")
    hands.press(box.get_by_role("button", name="Put it on the wall", exact=True))
    expect(box).to_have_count(0)


def tall(button: Locator) -> float:
    """Return the height of a button."""
    box = button.bounding_box()
    assert box
    return box["height"]


def test_a_photo_that_does_not_fit_is_set_aside_and_the_strokes_behind_it_are_kept(
    app: Planner, window: Window
) -> None:
    page, witness = window()
    hands, keys = Mouse(page), Keys(page)
    session_id = nearly_full_session(app)
    open_wall(page, app.url, session_id)
    put_the_photo(page, hands)
    aside = page.locator(".wall-aside")
    expect(aside).to_contain_text("does not fit into the plan any more")
    take(hands, "pen-2")
    draw(hands, (0.3, 0.3))
    until(page, lambda: kinds(kept(app, session_id)) == ["stroke"], "the stroke is kept")
    page.reload()
    stands(page)
    expect(aside).to_contain_text("does not fit into the plan any more")
    save = aside.get_by_role("button", name="Save as a file")
    discard = aside.get_by_role("button", name="Discard")
    assert min(tall(save), tall(discard)) >= 44
    assert waiting(page) == 1
    with page.expect_download() as download:
        keys.press(save)
    assert download.value.suggested_filename == "not-kept.jpg"
    with Image.open(download.value.path()) as picture:
        assert picture.size == (800, 600)
    keys.press(discard)
    expect(aside).to_have_count(0)
    all_is_kept(page)
    assert kinds(kept(app, session_id)) == ["stroke"]
    assert witness.outside == []
