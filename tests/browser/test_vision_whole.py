"""Twelve PATHs become one plan in a real browser, by mouse, by touch and by keyboard in turn."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from path_planner.analysis.queries import all_voices, unassigned_voices, voices_in
from path_planner.analysis.quotes import quote_of
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.sample.sessions import sample_sessions
from path_planner.services.vision.documents import read_open_data_package
from path_planner.storage.store_registry import open_store, open_vision_store
from tests.browser.conditions import settled, titled
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Mouse, Touch, replace
from tests.browser.planner import Planner
from tests.browser.theming import column, drag_by_mouse, kept, name_it, themed
from tests.browser.wall import until
from tests.exports.reading import words_of

PATHS = 12
HEARD = ("The library shuts when I finish work.", "I would read to children, if asked.")


def test_twelve_paths_become_a_plan_and_every_word_that_may_travel_is_in_it(
    own_app: Planner, window: Window, tmp_path: Path
) -> None:
    app = own_app
    page, witness = window(1280, 900)
    sessions = twelve(app)
    vision_id = begin(Mouse(page), app)
    gather(Keys(page), app, vision_id)
    holds_what_was_agreed(kept(app, vision_id), sessions)
    theme(page, app, vision_id)
    by_touch, other_witness = window(1024, 768, has_touch=True, is_mobile=True)
    choose(Touch(by_touch), app, vision_id)
    plan(Keys(page), app, vision_id)
    files = published(page, app, vision_id, tmp_path)
    vision = kept(app, vision_id)
    every_quote_stands_in(vision, files)
    assert {one.what for one in vision.printed.values()} == set(files)
    witness.nothing_amiss()
    other_witness.nothing_amiss()


def twelve(app: Planner) -> list:
    """Put twelve PATHs into the store, their voices shared in all five ways by turns."""
    levels, store, made = list(Share), open_store(str(app.store)), []
    for session in sample_sessions(PATHS, voices=12):
        voices = {
            one.id: one.model_copy(update={"share": levels[place % len(levels)]})
            for place, one in enumerate(session.voices.values())
        }
        made.append(store.create(session.model_copy(update={"voices": voices})))
    return made


def begin(hands: Hands, app: Planner) -> str:
    """Begin a vision on its page."""
    page = hands.page
    page.goto(f"{app.url}/vision_builder")
    replace(hands, page.get_by_label("What is the vision called?"), "Our valley, our plan")
    replace(hands, page.get_by_label("Which community is it?"), "Harrow Dell")
    hands.press(page.get_by_role("button", name="Start", exact=True))
    titled(page, "Gather")
    (entry,) = (
        one
        for one in open_vision_store(str(app.store)).summaries()
        if one.title == "Our valley, our plan"
    )
    return entry.id


def gather(hands: Hands, app: Planner, vision_id: str) -> None:
    """Gather all PATHs of the store, and a conversation beside them."""
    page = hands.page
    settled(page)
    hands.press(page.get_by_role("button", name="new one"))
    hands.press(page.get_by_role("button", name="Gather ", exact=False).first)
    until(page, lambda: len(kept(app, vision_id).sources) >= PATHS, "the PATHs are gathered")
    settled(page)
    replace(hands, page.get_by_label("What was said, one voice on each line"), "\n".join(HEARD))
    page.keyboard.press("ControlOrMeta+Enter")
    settled(page)
    record = page.locator("[class*=st-key-gather-paste]")
    hands.tick(record.get_by_role("radio", name="Quote, no name"))
    settled(page)
    hands.tick(record.get_by_role("checkbox", name="The people who said it agreed to this"))
    add = page.get_by_role("button", name="Add this conversation")
    expect(add).to_be_enabled()
    hands.press(add)
    until(page, lambda: len(kept(app, vision_id).sources) > PATHS, "the conversation is there")


def holds_what_was_agreed(vision: Vision, sessions: list) -> None:
    """Compare what came in with what was said, level by level."""
    ours = {session.id for session in sessions}
    said = {voice.id: voice for session in sessions for voice in session.voices.values()}
    came = [one for one in vision.voices.values() if one.original in said]
    assert {vision.sources[one.source].session for one in came} <= ours
    agreed = {one.id for one in said.values() if one.share in {"theme", "quote", "named"}}
    assert {one.original for one in came} == agreed
    assert all(said[one.original].share == one.share for one in came if one.original)
    assert set(HEARD) <= {one.text for one in vision.voices.values()}


def theme(page: Page, app: Planner, vision_id: str) -> None:
    """Make a theme from a suggestion, one by hand; accept a likely theme, drag, use the keys."""
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=theme")
    expect(page.locator("[data-card]").first).to_be_visible()
    page.get_by_role("button", name="Suggest small groups").click()
    seed = page.locator(".tb-seed").first
    expect(seed).to_be_visible()
    seed.get_by_label("What do people call it?").fill("What we like")
    seed.get_by_role("button", name="Make it a theme").click()
    expect(column(page, "What we like")).to_be_attached()
    page.keyboard.press("Escape")
    page.locator(".tb-pane-pile [data-card]").first.click()
    page.locator(".tb-begin").click()
    name_it(page, "My place")
    pile = page.locator(".tb-pane-pile [data-card]")
    drag_by_mouse(page, pile.nth(1), column(page, "My place"))
    until(page, lambda: len(themed(app, vision_id).get("My place", ())) == 2, "it is dragged")
    page.get_by_label("Search the voices").click()
    Keys(page).into(page.locator(".tb-pane-pile [data-card][tabindex='0']"))
    page.keyboard.press("2")
    until(page, lambda: len(themed(app, vision_id)["My place"]) == 3, "the key puts it there")
    before = {name: texts for name, texts in themed(app, vision_id).items() if name}
    page.locator(".tb-pane-pile").get_by_role("button", name="Move to … : ").first.click()
    page.get_by_role("button", name="Suggest …").click()
    page.locator(".tb-likely").first.click()
    until(
        page,
        lambda: (
            sum(map(len, _named(app, vision_id).values())) == 1 + sum(map(len, before.values()))
        ),
        "the suggestion is kept",
    )
    vision = kept(app, vision_id)
    inside = {one.id for theme_id in vision.themes for one in voices_in(vision, theme_id)}
    assert inside | {one.id for one in unassigned_voices(vision)} == vision.voices.keys()


def _named(app: Planner, vision_id: str) -> dict[str, set[str]]:
    return {name: texts for name, texts in themed(app, vision_id).items() if name}


def choose(hands: Hands, app: Planner, vision_id: str) -> None:
    """Make priorities of both themes, and let two people vote in secret."""
    page = hands.page
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=prioritise&part=list")
    themes = page.get_by_role("button", name="Make it a priority")
    for made, left in ((1, 1), (2, 0)):
        expect(themes).to_have_count(left + 1)
        settled(page)
        hands.press(themes.first)
        until(page, lambda n=made: len(kept(app, vision_id).priorities) == n, "it is a priority")
        expect(themes).to_have_count(left)
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=prioritise&part=vote")
    settled(page)
    hands.press(page.get_by_role("button", name="Open the vote"))
    hands.press(page.get_by_role("button", name="Pass the screen on"))
    for _ in range(2):
        hands.press(page.get_by_role("button", name="Start", exact=True))
        hands.press(page.get_by_role("button", name="One dot more: My place"))
        expect(page.get_by_text("You have 2 of your 3 dots left.")).to_be_visible()
        hands.tick(page.get_by_role("radio", name="People planning for themselves"))
        hands.press(page.get_by_role("button", name="Cast your vote"))
        expect(page.get_by_text("Thank you. Your vote is in.")).to_be_visible()
    hands.press(page.get_by_role("button", name="Back to the group"))
    hands.press(page.get_by_role("button", name="Close the vote and count"))
    hands.press(page.get_by_role("button", name="Yes, close and count"))
    expect(page.get_by_role("heading", name="What do we decide?")).to_be_visible()
    assert len(kept(app, vision_id).ballots) == 2


def plan(hands: Hands, app: Planner, vision_id: str) -> None:
    """Write an action."""
    page = hands.page
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=plan&part=actions")
    settled(page)
    replace(hands, page.get_by_label("What will be done?"), "Paint the red door")
    replace(hands, page.get_by_label("Who does it?"), "The Thursday group")
    hands.press(page.get_by_role("button", name="Add this action"))
    until(page, lambda: len(kept(app, vision_id).actions) == 1, "the action is kept")


def published(page: Page, app: Planner, vision_id: str, folder: Path) -> dict[str, bytes]:
    """Make every document and take it home."""
    page.goto(f"{app.url}/vision_builder?vision={vision_id}&step=publish")
    settled(page)
    anyway = page.get_by_role("checkbox", name="Make the documents anyway")
    if anyway.count():
        Mouse(page).tick(anyway)
    files = {}
    for export in VISION_EXPORTS.known:
        settled(page)
        box = page.locator(f".st-key-document-{export.key}")
        box.get_by_role("button", name="Make").click()
        take = box.get_by_role("button", name="Download and print")
        expect(take).to_be_visible()
        with page.expect_download() as download:
            take.click()
        download.value.save_as(folder / export.key)
        files[export.key] = (folder / export.key).read_bytes()
        noted = export.key
        until(
            page,
            lambda: noted in {one.what for one in kept(app, vision_id).printed.values()},  # noqa: B023
            "it is noted that it went out",
        )
    return files


def every_quote_stands_in(vision: Vision, files: dict[str, bytes]) -> None:
    """Compare the words of plan, edited plan and pack with what may be told."""
    quotes = [quote for one in all_voices(vision) if (quote := quote_of(vision, one))]
    silent = [one.text for one in vision.voices.values() if one.share is Share.THEME]
    assert len(quotes) > PATHS
    assert silent
    in_plan, in_evidence = ("".join(words_of(files[key])) for key in ("plan", "evidence"))
    document = docx.Document(BytesIO(files["docx"]))
    edited = "".join("".join(document.element.body.itertext()).split())
    back = read_open_data_package(files["giveaway"]).vision
    given = {one.text for one in back.voices.values()}
    for quote in quotes:
        spelled = "".join(quote.words.split())
        assert spelled in in_evidence, quote.words
        assert (spelled in edited) is (spelled in in_plan), quote.words
        assert quote.words in given
    assert any("".join(quote.words.split()) in in_plan for quote in quotes)
    quoted = {quote.words for quote in quotes}
    for text in set(silent) - quoted:
        spelled = "".join(text.split())
        assert spelled not in in_plan + in_evidence, text
        assert spelled not in edited, text
        assert text not in given
    with zipfile.ZipFile(BytesIO(files["giveaway"])) as pack:
        assert pack.testzip() is None
