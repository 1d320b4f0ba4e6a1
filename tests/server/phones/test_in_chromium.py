"""In a real browser with scripts off: the form with a photo goes through; nothing breaks a rule."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from path_planner import i18n
from path_planner.services.arrivals.tray import picture_of
from tests.browser.axe import findings
from tests.chromium import chromium
from tests.server.phones.phone import ID, Invited, photo

pytestmark = pytest.mark.browser


def test_the_plain_form_with_a_photo_arrives_without_scripts(
    invited: Invited, tmp_path: Path
) -> None:
    file = tmp_path / "garden.jpg"
    file.write_bytes(photo())
    asked: list[str] = []
    with chromium() as browser:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://{invited.listener.address}/")
        page.get_by_label("Which code do you see?").fill(invited.room.invitation.code)
        page.get_by_role("button", name="Go on").click()
        page.get_by_label("Your words").fill("میرا اپنا باغ ہو")
        page.get_by_label("A picture").set_input_files(file)
        page.get_by_text("Quote it, without my name").click()
        page.get_by_label("I am helping somebody to write this").check()
        page.get_by_role("button", name="Send").click()
        page.get_by_role("heading", name="It waits to be read").wait_for()
        (waiting,) = invited.waiting()
        assert (waiting.text, waiting.share.value) == ("میرا اپنا باغ ہو", "quote")
        assert picture_of(invited.store, ID, waiting) is not None
        page.get_by_role("button", name="Take it back").click()
        page.get_by_text("Nothing of it is left").wait_for()
        assert invited.waiting() == []
        page.get_by_role("link", name="Another one").click()
        page.get_by_role("button", name="Send").click()
        page.get_by_text("Please write something").wait_for()
    assert {url.split("/")[2] for url in asked} == {invited.listener.address}
    assert not [url for url in asked if url.endswith((".js", ".css", ".ico"))]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pages_are_for_everybody(
    invited: Invited, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(i18n, "languages", lambda: ("en", language))
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": 320, "height": 640}, bypass_csp=True, locale=language
        )
        page = context.new_page()
        for path in ("/", invited.path):
            page.goto(f"http://{invited.listener.address}{path}")
            check(page)
            # 200 % on a phone of 320 px, as browsers do it: half the width, twice the size.
            page.add_style_tag(content="html{zoom:2}")
            assert not scrolls_sideways(page)


def check(page: Page) -> None:
    """Check contrast and names by axe, the size of targets, and that nothing is cut off."""
    assert findings(page) == []
    assert not scrolls_sideways(page)
    targets = page.locator("button, a, select, textarea, label.o, label.f, input.code")
    heights = [box["height"] for one in targets.all() if (box := one.bounding_box())]
    assert heights
    assert min(heights) >= 44


def scrolls_sideways(page: Page) -> bool:
    """Say whether the page is wider than the screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
