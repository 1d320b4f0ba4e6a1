"""The way in, a download, and what is left in the browser once a PATH is erased."""

import re
import webbrowser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from path_planner.server.serve import open_browser
from tests.browser.conditions import settled, titled
from tests.browser.conftest import Window
from tests.browser.hands import Keys, Mouse
from tests.browser.planner import Planner
from tests.browser.prepare import begin, go_to

STRANGER = {"storage_state": {"cookies": [], "origins": []}}
KEPT = """
async () => {
  const rows = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    for (const store of database.objectStoreNames) {
      rows.push(...await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      }));
    }
    database.close();
  }
  return JSON.stringify([{ ...sessionStorage }, { ...localStorage }, rows]);
}
"""
WAITS = """
(id) => new Promise((resolve) => {
  const request = indexedDB.open("path-planner-wall", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("changes", { keyPath: "id" });
  request.onsuccess = () => {
    const transaction = request.result.transaction("changes", "readwrite");
    const change = { id: "w1", text: "Left on the wall" };
    transaction.objectStore("changes").put({ id: "w1", session: id, wall: "w", order: 1, change });
    transaction.oncomplete = () => { request.result.close(); resolve(); };
  };
})
"""
LOOKS, LOOK = 900, 50
"""Looks at what the browser keeps at the most, and the milliseconds between two."""
LINKED = "data:text/html,<a href='{url}'>To the plan</a>"


def test_only_the_whole_address_leads_in_and_bookmarks_work_after_that(
    app: Planner, window: Window
) -> None:
    page, witness = window(**STRANGER)
    refused = page.goto(app.url)
    assert refused
    assert refused.status == 403
    expect(page.get_by_text("copy the whole address")).to_be_visible()
    token = app.whole_address.partition("token=")[2]
    assert token
    page.goto(app.whole_address)
    titled(page)
    settled(page)
    assert page.url == f"{app.url}/"
    assert token not in page.evaluate("document.documentElement.outerHTML + document.cookie")
    page.goto("about:blank")
    page.go_back()
    assert token not in page.url
    page.goto(f"{app.url}/vision_builder")
    expect(page.get_by_role("heading", name="Build a vision together")).to_be_visible()
    witness.nothing_amiss()


def test_the_file_that_starts_the_browser_leads_in(
    app: Planner, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    open_browser(app.whole_address, tmp_path)
    page, _ = window(**STRANGER)
    page.goto(opened[0])
    expect(page.get_by_role("heading", name="Plan a PATH together")).to_be_visible()
    assert page.url == f"{app.url}/"


def test_a_link_from_elsewhere_leads_in_who_was_let_in_and_nobody_else(
    app: Planner, window: Window
) -> None:
    for kind, heading in (({}, "Build a vision together"), (STRANGER, "Path Planner")):
        page, _ = window(**kind)
        page.goto(LINKED.format(url=f"{app.url}/vision_builder"))
        page.get_by_role("link").click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()


def nothing_is_kept(page: Page, session_id: str) -> None:
    """Wait until the browser has nothing of a session any more."""
    for _ in range(LOOKS):
        if session_id not in page.evaluate(KEPT):
            return
        page.wait_for_timeout(LOOK)
    raise AssertionError(page.evaluate(KEPT))


def name_of_the_licences(page: Page) -> str:
    """Take the licences by keyboard; return the name of the file."""
    button = page.get_by_role("button", name="Credits and licences (text)", exact=True)
    button.focus()
    with page.expect_download() as download:
        page.keyboard.press("Space")
    return download.value.suggested_filename


def test_a_file_is_taken_by_keyboard_and_erasing_leaves_nothing_behind(
    app: Planner, window: Window
) -> None:
    page, witness = window()
    hands = Mouse(page)
    session_id = begin(hands, app.url, "Zebedee Quill")
    page.get_by_label("Add a person").fill("A draft that waits")
    page.evaluate(WAITS, session_id)
    go_to(Keys(page), "Your PATHs")
    settled(page)
    kept = page.evaluate(KEPT)
    assert "A draft that waits" in kept
    assert "Left on the wall" in kept
    row = page.locator(f".st-key-session-{session_id}")
    row.get_by_role("button", name="More").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save a copy (file)", exact=True).click()
    assert "Zebedee Quill" in download.value.path().read_text("utf-8")
    assert re.fullmatch(rf"[\d-]+_{session_id}_\d+\.path\.json", download.value.suggested_filename)
    address = download.value.url
    assert page.request.get(address).status == 200
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("button", name="Yes, delete it").click()
    page.locator("summary").filter(has_text="Recently deleted").click()
    page.get_by_role("button", name="Delete for good").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.locator(f".st-key-gone-{session_id}")).to_have_count(0)
    nothing_is_kept(page, session_id)
    assert "A draft" not in page.evaluate(KEPT)
    assert page.request.get(address).status == 404
    assert name_of_the_licences(page) == "NOTICE.txt"
    typed = page.locator("input:is([type=text], [type=search]):not([role=combobox])")
    assert typed.count() > 0
    assert (
        page.locator("input:is([type=text], [type=search]):not([autocomplete=off])").evaluate_all(
            "found => found.map((one) => one.outerHTML)"
        )
        == []
    )
    witness.nothing_amiss()
