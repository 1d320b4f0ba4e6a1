"""Everything our pages are made of works under the policy, and nothing leaves the machine."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.chromium import chromium
from tests.entry import let_in
from tests.server.running import Running

pytestmark = pytest.mark.browser

VIOLATIONS = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""


def use_every_part(page: Page, brought: Path) -> None:
    """Type, choose, open, download, bring a file and draw."""
    page.get_by_label("Name").fill("Ada Quill")
    page.keyboard.press("Enter")
    page.get_by_text("Ada Quill", exact=True).wait_for()
    page.get_by_text("ticking").wait_for()
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name="two").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Take away").click()
    assert download.value.path().read_bytes() == b"words of a person"
    page.get_by_role("button", name="Ask me").click()
    page.get_by_text("inside the dialog").wait_for()
    page.keyboard.press("Escape")
    page.locator("input[type=file]").set_input_files(brought)
    page.get_by_text(brought.name).first.wait_for()
    draw(page)
    page.get_by_text("strokes: 1").wait_for()


def draw(page: Page) -> None:
    """Draw one stroke on the sketch pad."""
    pad = page.locator("canvas").last
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    assert box
    page.mouse.move(box["x"] + 30, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 100, steps=10)
    page.mouse.up()


def test_every_part_works_with_no_violation_and_no_request_outside(
    server: Running, tmp_path: Path
) -> None:
    brought = tmp_path / "plan.json"
    brought.write_text("{}")
    asked: list[str] = []
    complaints: list[str] = []
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 1400}, storage_state=let_in())
        page.add_init_script(VIOLATIONS)
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:")))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(server.url)
        use_every_part(page, brought)
        colour = page.locator(".probe").evaluate("part => getComputedStyle(part).color")
        violations = page.evaluate("window.violations")
    ours = (server.url, "data:", f"blob:{server.url}")
    assert [url for url in asked if not url.startswith(ours)] == []
    assert violations == []
    assert [line for line in complaints if "Policy" in line] == []
    assert colour == "rgb(31, 92, 139)"
    assert len(asked) > 20


def test_a_page_cannot_be_put_into_a_frame_of_another(server: Running, tmp_path: Path) -> None:
    outer = tmp_path / "outer.html"
    outer.write_text(f"<iframe src='{server.url}'></iframe>")
    said: list[str] = []
    with chromium() as browser:
        page = browser.new_page(storage_state=let_in())
        page.on("console", lambda message: said.append(message.text))
        page.goto(outer.as_uri())
        page.wait_for_load_state("networkidle")
        frame = page.frames[1]
        assert frame.locator("[data-testid=stApp]").count() == 0
    assert any("frame" in line for line in said)
