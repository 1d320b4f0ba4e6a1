"""The witness of the other tests sees what it is there to see; links open the whole app."""

import pytest
from playwright.sync_api import expect

from tests.browser.conditions import titled
from tests.browser.conftest import Window
from tests.browser.planner import Planner, planner
from tests.browser.witness import leaves


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "wss://example.org/",
        "http://127.0.0.1.example.org/",
        "blob:https://example.org/1",
        "//example.org/",
    ],
)
def test_a_request_that_leaves_the_machine_is_told_from_the_others(url: str) -> None:
    assert leaves(url)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "ws://localhost:1/", "data:,x", "blob:http://127.0.0.1:1/1"]
)
def test_a_request_that_stays_is_fine(url: str) -> None:
    assert not leaves(url)


def test_violations_and_dialogs_are_seen(app: Planner, window: Window) -> None:
    page, witness = window()
    page.goto(app.url)
    titled(page)
    witness.nothing_amiss()
    page.evaluate("() => fetch('https://example.org/').catch(() => null)")
    page.evaluate("() => alert('hello')")
    assert any("connect-src" in line for line in witness.violations)
    assert witness.dialogs == ["hello"]
    with pytest.raises(AssertionError):
        witness.nothing_amiss()


def test_a_link_is_the_first_thing_a_fresh_server_is_asked(
    tmp_path_factory: pytest.TempPathFactory, window: Window
) -> None:
    with planner(tmp_path_factory.mktemp("fresh") / "store") as app:
        page, _ = window()
        page.goto(f"{app.url}/walk?session=nowhere222")
        expect(page.get_by_role("alert")).to_contain_text("nowhere222")
        expect(page.get_by_role("button", name="Back to all PATHs")).to_be_visible()
