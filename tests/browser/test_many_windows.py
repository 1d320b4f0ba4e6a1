"""Two windows on one session, and a server that dies in the middle of work."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from path_planner.storage.store_registry import open_store
from tests.browser.conditions import settled
from tests.browser.conftest import Window
from tests.browser.hands import Mouse, write
from tests.browser.planner import Planner, planner
from tests.browser.prepare import begin, go_to
from tests.browser.told import Said
from tests.browser.walking import at_stage, say

SAVED = re.compile(r"Saved \d\d:\d\d:\d\d")

WRITE_AT_ONCE = """(field, words) => {
  field.maxLength = 1e6;
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
"""Whenever the page is drawn, the field takes no more than its most again."""


def voices(app: Planner, session_id: str) -> set[str]:
    """Read what is kept in the store."""
    session = open_store(str(app.store)).open(session_id).document
    return {voice.text for voice in session.voices.values()}


def test_the_words_of_two_windows_come_together(app: Planner, window: Window) -> None:
    (here, _), (there, _) = window(), window(1024, 768)
    session_id = begin(Mouse(here), app.url)
    go_to(Mouse(here), "Stages")
    there.goto(here.url)
    at_stage(there, "Dream")
    first, second, third = "From the first", "From the second", "And once more"
    write(Mouse(there), there.get_by_label("What do they say?"), second)
    write(Mouse(here), here.get_by_label("What do they say?"), first)
    for page in (here, there):
        for words in (first, second):
            expect(page.locator(".voice").get_by_text(words, exact=True)).to_be_visible()
    say(Mouse(there), Said(third))
    expect(here.locator(".voice").get_by_text(third, exact=True)).to_be_visible()
    expect(here.locator(".st-key-bar .saved")).to_have_text(SAVED)
    assert voices(app, session_id) == {first, second, third}


def test_what_was_saved_outlives_a_server_that_is_killed(tmp_path: Path, window: Window) -> None:
    page, _ = window()
    hands = Mouse(page)
    with planner(tmp_path / "store") as app:
        session_id = begin(hands, app.url)
        go_to(hands, "Stages")
        for number in range(3):
            say(hands, Said(f"Saved before, {number}"))
        acknowledged = voices_on(page)
        write(hands, page.get_by_label("What do they say?"), "On the way when it died")
        app.kill()
        expect_to_be_told(page)
    assert len(acknowledged) == 3
    with planner(app.store, port=app.port) as again:
        assert again.url == app.url
        page.reload()
        at_stage(page, "Dream")
        for words in acknowledged:
            expect(page.locator(".voice").get_by_text(words, exact=True)).to_be_visible()
        kept = voices(again, session_id)
        assert kept - acknowledged <= {"On the way when it died"}
        assert acknowledged <= kept
        say(hands, Said("And the work goes on."))


def test_lines_entered_while_the_server_was_gone_are_kept_when_it_is_back(
    tmp_path: Path, window: Window
) -> None:
    page, _ = window()
    hands = Mouse(page)
    lines = [f"Entered without a server, {number}" for number in range(3)]
    with planner(tmp_path / "store") as app:
        session_id = begin(hands, app.url)
        go_to(hands, "Stages")
        say(hands, Said("Before."))
        app.kill()
        for line in lines:
            page.get_by_label("What do they say?").fill(line)
            page.keyboard.press("Enter")
        expect(page.get_by_text("Not saved yet.")).to_be_visible()
        expect(page.locator(".next-line-card .next-line-words")).to_have_text(lines)
        expect(page.locator(".next-line-mark")).to_have_text(["Saving …"] * len(lines))
    with planner(app.store, port=app.port) as again:
        for line in lines:
            expect(page.locator(".voice").get_by_text(line, exact=True)).to_be_visible()
        expect(page.get_by_text("Not saved yet.")).to_be_hidden()
        assert voices(again, session_id) == {"Before.", *lines}


def test_a_line_that_is_refused_stays_in_sight_over_a_reload_and_can_be_put_right(
    app: Planner, window: Window
) -> None:
    page, _ = window()
    session_id = begin(Mouse(page), app.url)
    go_to(Mouse(page), "Stages")
    field = page.get_by_label("What do they say?")
    too_long = "too long " * 1_200
    field.evaluate(WRITE_AT_ONCE, too_long)
    field.press("Enter")
    expect(page.get_by_text("Is it too long?")).to_be_visible()
    expect(field).to_have_value("")
    say(Mouse(page), Said("And the work goes on."))
    page.reload()
    at_stage(page, "Dream")
    expect(page.get_by_text("Is it too long?")).to_be_visible()
    page.get_by_role("button", name="Edit again").click()
    expect(field).to_have_value(too_long.strip())
    expect(page.get_by_text("Is it too long?")).to_be_hidden()
    assert voices(app, session_id) == {"And the work goes on."}


def test_what_the_server_answers_leaves_the_focus_where_it_is(app: Planner, window: Window) -> None:
    page, witness = window()
    hands = Mouse(page)
    begin(hands, app.url)
    go_to(hands, "Stages")
    place = page.locator(".st-key-add-voice")
    add = place.get_by_role("button", name="Someone new")
    newcomer = place.get_by_label("Their name")
    supported = place.get_by_label("Supported by")
    for name, elsewhere in (("Bea", supported), ("Cal", add), ("Dot", newcomer)):
        expect(add).to_be_visible()
        settled(page)
        with app.paused():
            hands.press(add)
            page.keyboard.insert_text(name)
            expect(newcomer).to_have_value(name)
            page.keyboard.press("Enter")
            if elsewhere is newcomer:
                hands.press(add)
                page.keyboard.insert_text("Eve")
            elsewhere.focus()
        # Only the server's answer makes this choice of them.
        expect(supported.locator("option", has_text=f"Supported by {name}")).to_have_count(1)
        expect(elsewhere).to_be_focused()
    expect(newcomer).to_have_value("Eve")
    witness.nothing_amiss()


def voices_on(page: Page) -> set[str]:
    """Read the voices on the page."""
    return set(page.locator(".voice .said").all_inner_texts())


def expect_to_be_told(page: Page) -> None:
    """Wait until the page says plainly that the connection is gone."""
    told = page.get_by_text(re.compile("connection|connecting|still running", re.IGNORECASE))
    expect(told.filter(visible=True).first).to_be_visible()
