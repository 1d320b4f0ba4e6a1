"""In a real browser, with scripts and without: the form with a photo arrives; no rule is broken."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, Route

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


def test_with_scripts_a_draft_outlives_a_reload_and_a_cut_line_doubles_nothing(
    invited: Invited, tmp_path: Path
) -> None:
    file = tmp_path / "garden.jpg"
    file.write_bytes(large_photo())
    sizes: list[int] = []

    def cut(route: Route) -> None:
        """Let the post through, but not its answer: the first time."""
        sizes.append(len(route.request.post_data_buffer or b""))
        if len(sizes) == 1:
            route.fetch(max_redirects=0)
            route.abort()
        else:
            route.continue_()

    said_in_console: list[str] = []
    with chromium() as browser:
        page = browser.new_page()
        page.on("console", lambda said: said_in_console.append(said.text))
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW_LINE)
        page.goto(invited.listener.link)
        page.get_by_label("Your words").fill("Ein Garten für alle")
        page.get_by_text("Count it, but do not quote it").click()
        page.get_by_role("button", name="Draw something").click()
        draw_a_line(page)
        page.reload()
        assert page.get_by_label("Your words").input_value() == "Ein Garten für alle"
        assert page.get_by_label("Count it, but do not quote it").is_checked()
        page.get_by_label("A picture").set_input_files(file)
        page.route(f"http://{invited.listener.address}/j/*", cut)
        page.get_by_role("button", name="Send").click()
        page.get_by_text("The connection was lost").wait_for()
        page.get_by_role("heading", name="It waits to be read").wait_for()
        assert page.evaluate("JSON.stringify(localStorage)") == "{}"
    assert not [said for said in said_in_console if "Policy" in said]
    assert len(sizes) == 2
    assert max(sizes) < len(large_photo()) / 2
    (waiting,) = invited.waiting()
    assert (waiting.text, waiting.share.value) == ("Ein Garten für alle", "theme")
    picture = picture_of(invited.store, ID, waiting)
    assert picture is not None
    # The photo is wider than high, and the drawing stands below it.
    assert picture.height > picture.width


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
        asked = invited.room.question
        titles = tuple((each, f"{each} " * 9) for each in ("bees", "bus"))
        for path, options in (("/", ()), (invited.path, ()), (invited.path, titles)):
            invited.room.ask(replace(asked, options=options))
            page.goto(f"http://{invited.listener.address}{path}")
            if (drawing := page.locator("button[type=button]")).count():
                drawing.click()
            check(page)
            # 200 % on a phone of 320 px, as browsers do it: half the width, twice the size.
            page.add_style_tag(content="html{zoom:2}")
            assert not scrolls_sideways(page)


SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 200_000,
}
"""1.6 Mbit/s."""


def large_photo() -> bytes:
    """Return a photo as cameras make it: large, with some noise."""
    noise = Image.effect_noise((2_400, 1_800), 40).convert("RGB")
    colours = Image.linear_gradient("L").resize(noise.size).convert("RGB")
    body = BytesIO()
    ImageChops.add(noise, colours).save(body, "JPEG", quality=95)
    return body.getvalue()


def draw_a_line(page: Page) -> None:
    """Draw a line on the pad."""
    box = page.get_by_role("img", name="Your drawing").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=4)
    page.mouse.up()


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
