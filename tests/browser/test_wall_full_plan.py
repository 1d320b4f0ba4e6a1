"""The wall of a plan that is full of photos: what does not fit is set aside, the rest goes on."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from path_planner.domain.image import Picture
from path_planner.services.context import fresh_id
from path_planner.storage.session_type import MOST_RECORDS
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


def session_full_of_pictures(app: Planner) -> str:
    """Put a session into the store that has room for no other photo."""
    store = open_store(str(app.store))
    names = [f"p{number}" for number in range(MOST_RECORDS["pictures"])]
    pictures = {name: Picture(id=name, width=9, height=9, base64="AAAA") for name in names}
    session = store.open(new_session(app)).document
    return store.create(session.model_copy(update={"id": fresh_id(), "pictures": pictures})).id


def a_photo() -> FilePayload:
    """Return a photo as a telephone would give it."""
    body = BytesIO()
    Image.new("RGB", (800, 600), (40, 110, 160)).save(body, "JPEG")
    return {"name": "boat.jpg", "mimeType": "image/jpeg", "buffer": body.getvalue()}


def put_the_photo(page: Page, hands: Mouse) -> None:
    """Choose the photo and put it on the wall."""
    hands.press(tool(page, "photo"))
    box = panel(page, "Photo")
    box.get_by_label("Choose a photo").set_input_files(a_photo())
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
    session_id = session_full_of_pictures(app)
    open_wall(page, app.url, session_id)
    put_the_photo(page, hands)
    aside = page.locator(".wall-aside")
    expect(aside).to_contain_text("A plan can hold at most")
    take(hands, "pen-2")
    draw(hands, (0.3, 0.3))
    until(page, lambda: kinds(kept(app, session_id)) == ["stroke"], "the stroke is kept")
    page.reload()
    stands(page)
    expect(aside).to_contain_text("A plan can hold at most")
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
