"""Two people edit one voice: both see both versions, and one press takes either."""

import pytest
from playwright.sync_api import Locator, Page, expect

from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.services.context import SessionContext, VisionContext, based_on, fresh_id
from path_planner.services.session.voices import write_voice
from path_planner.services.vision.sources import change_source
from path_planner.services.vision.theme_board_commands import apply_command, read_command
from path_planner.storage.store_registry import open_store, open_vision_store
from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.hands import Keys, Mouse
from tests.browser.planner import Planner
from tests.browser.prepare import begin, go_to
from tests.browser.test_voting_and_planning import at, begun
from tests.browser.walking import at_stage

BEFORE = "She tells us off when we come round."
MINE = "She tells us off when we come round without ringing first."
THEIRS = "She tells us off when we come round and the kettle is not on."
JOINED = "She tells us off when we come round without ringing first and the kettle is not on."
THUMB = 44
"""The least width and height of a target, in CSS pixels."""


def stored(app: Planner, session_id: str) -> Session:
    """Return the session as it is in the store."""
    return open_store(str(app.store)).open(session_id).document


def words(page: Page) -> Locator:
    """Return the field of the words of the open voice."""
    return page.get_by_label("The words")


def both_are_shown(page: Page) -> Locator:
    """Wait until both versions are shown; return the place."""
    place = page.locator("[class*=st-key-two-versions-]").filter(has_text="Two people changed")
    for text in (MINE, THEIRS):
        expect(place.locator(".version-words").filter(has_text=text)).to_be_visible()
    return place


def test_both_people_see_both_versions_and_one_takes_one(app: Planner, window: Window) -> None:
    (here, witness), (there, _) = window(1366, 768), window(390, 844)
    session_id = begin(Mouse(here), app.url)
    store = open_store(str(app.store))
    write_voice(SessionContext(store, stored(app, session_id)), "dream", BEFORE)
    go_to(Mouse(here), "Stages")
    there.goto(here.url)
    for page in (here, there):
        at_stage(page, "Dream")
        settled(page)
        page.get_by_role("button", name="Change", exact=True).click()
        expect(words(page)).to_have_value(BEFORE)
    # The second person types on while the page already shows what the first one saved.
    words(there).press_sequentially("x")
    words(there).fill(THEIRS)
    before = there.locator(".saved").first.inner_text()
    words(here).fill(MINE)
    words(here).press("Control+Enter")
    expect(there.locator(".saved").first).not_to_have_text(before)
    expect(words(there)).to_have_value(THEIRS)
    words(there).press("Control+Enter")
    places = [both_are_shown(page) for page in (there, here)]
    assert [voice.text for voice in stored(app, session_id).voices.values()] == [THEIRS]
    for place in places:
        for button in place.get_by_role("button").all():
            box = button.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= THUMB
        expect(place.get_by_label("Or join them")).to_have_value(JOINED)
    Keys(here).press(places[1].get_by_role("button", name="Take mine"))
    for page in (here, there):
        expect(page.locator("[class*=st-key-two-versions-]")).to_have_count(0)
        expect(words(page)).to_have_value(MINE)
    (voice,) = stored(app, session_id).voices.values()
    assert voice.text == MINE
    witness.nothing_amiss()


def rename(app: Planner, vision: Vision, window_id: str, name: str) -> None:
    """Rename the first theme in another window, which had shown the vision as it is given."""
    store = open_vision_store(str(app.store))
    context = VisionContext(store, store.open(vision.id).document, by=window_id)
    theme = min(vision.themes)
    facts = {"id": fresh_id(20), "do": "rename", "theme": theme, "base": vision.revision}
    apply_command(context, read_command({**facts, "name": name}))


@pytest.mark.parametrize(("step", "field"), [("theme", ""), ("gather", "What was said")])
def test_both_versions_are_shown_in_a_vision_without_a_press(
    app: Planner, window: Window, step: str, field: str
) -> None:
    page, witness = window(1366, 768)
    vision = begun(app)
    at(page, app, vision, step)
    typed = page.get_by_label(field).first if field else None
    if typed:
        typed.fill("A bench by the river.")
    if step == "theme":
        rename(app, vision, "one", "Places to meet")
        rename(app, vision, "two", "Meeting places")
    else:
        change_place(app, vision, "one", "Upper Wold")
        change_place(app, vision, "two", "Nether Wold")
    place = page.locator("[class*=st-key-two-versions-]").filter(has_text="Two people changed")
    expect(place.locator(".version-words")).to_have_count(2)
    if typed:
        expect(typed).to_have_value("A bench by the river.")
    (other,) = place.locator("[class*=st-key-version-]").filter(has_not_text="in use").all()
    words = other.locator(".version-words").inner_text()
    other.get_by_role("button").click()
    expect(page.locator("[class*=st-key-two-versions-]")).to_have_count(0)
    now = open_vision_store(str(app.store)).open(vision.id).document
    found = now.themes[min(vision.themes)].name, now.sources[min(vision.sources)].place
    assert words in found
    witness.nothing_amiss()


def change_place(app: Planner, vision: Vision, window_id: str, place: str) -> None:
    """Change where the first conversation was, in a window that shows the vision as it is given."""
    store = open_vision_store(str(app.store))
    newest = VisionContext(store, store.open(vision.id).document, by=window_id)
    change_source(based_on(newest, vision.revision), min(vision.sources), place=place)
