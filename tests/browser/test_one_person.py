"""One person plans at home, from the first page to the poster: by keyboard, and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from path_planner.domain.voice import Share
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.services.session.people import add_person
from path_planner.services.session.voices import write_voice
from path_planner.storage.store_registry import open_store
from tests.browser.conditions import titled
from tests.browser.conftest import Window
from tests.browser.hands import Hands, Keys, Touch, write
from tests.browser.planner import Planner
from tests.browser.prepare import go_to, session_in
from tests.browser.test_access import lasting_findings, wrong_at
from tests.browser.walking import at_stage

SAY = "What do you say?"
SAID = {
    "Dream": "I play the drums in a band every Friday.",
    "Goal": "I have moved into my own flat.",
    "Now": "I live with my mum.",
    "Enrol": "I want my brother with me.",
    "Keeping strong": "Every week I go swimming.",
    "First steps": "I am a bit nervous.",
}
STEP = "I ring the housing office."


@pytest.mark.parametrize(
    ("hands_of", "width", "height"),
    [(Keys, 1366, 768), (Touch, 390, 844)],
    ids=["by keyboard", "on a phone"],
)
def test_one_person_plans_alone_from_start_to_poster(
    app: Planner, window: Window, hands_of: type[Keys | Touch], width: int, height: int
) -> None:
    touch = hands_of is Touch
    page, witness = window(width, height, has_touch=touch, is_mobile=touch)
    hands: Hands = hands_of(page)
    page.goto(app.url)
    hands.tick(page.get_by_role("radio", name="I am planning on my own"))
    write(hands, page.get_by_label("Your name"), "Maya Finch")
    titled(page, re.compile(r"What matters most to you\?"))
    titles = list(SAID)
    for title, after in zip(titles, [*titles[1:], None], strict=True):
        at_stage(page, title)
        field = page.get_by_label(SAY)
        # While a stage goes and the next one comes, the fields of both may be there.
        expect(field).to_have_count(1)
        write(hands, field, SAID[title])
        expect(page.locator("q.said", has_text=SAID[title])).to_be_visible()
        if after:
            hands.press(page.get_by_role("button", name=f"On to {after}", exact=True))
    write(hands, page.get_by_label("What will you do?"), STEP)
    expect(page.locator(".promise", has_text=STEP)).to_be_visible()
    hands.press(page.get_by_role("button", name="On to the close", exact=True))
    write(hands, page.get_by_label("What is the name of your PATH?"), "A band and a flat")
    expect(page.locator(".session-title")).to_have_text(["A band and a flat"])
    go_to(hands, "Poster")
    expect(
        page.get_by_role("img", name=re.compile("The poster of A band and a flat"))
    ).to_be_visible()
    session = open_store(str(app.store)).open(session_in(page)).document
    assert sorted(one.text for one in session.voices.values()) == sorted(SAID.values())
    assert {one.said_by for one in session.voices.values()} == {session.about.pathfinder.person}
    assert [(one.what, one.who) for one in session.commitments.values()] == [
        (STEP, session.about.pathfinder.person)
    ]
    witness.nothing_amiss()


def test_whoever_is_invited_sees_one_stage_and_adds_to_it(app: Planner, window: Window) -> None:
    store = open_store(str(app.store))
    session = begin(store, "Maya Finch", process="path6_alone")
    context = SessionContext(store, add_person(SessionContext(store, session), "Lena").document)
    context = SessionContext(store, write_voice(context, "dream", "I have a dog.").document)
    write_voice(context, "dream", "Only for me.", share=Share.PRIVATE)
    page, witness = window(1366, 768)
    hands = Keys(page)
    for address, waits_for in (("", SAY), ("&pause=1", ""), ("&invite=1", "Somebody else")):
        page.set_viewport_size({"width": 1366, "height": 768})
        page.goto(f"{app.url}/walk?session={session.id}&stage=dream{address}")
        if waits_for:
            expect(page.get_by_label(waits_for)).to_be_visible()
        else:
            expect(page.get_by_text("you go on with “Dream”")).to_be_visible()
        assert [one for one in lasting_findings(page) if not one.is_streamlits] == []
        assert wrong_at(page, (390, 844)) == []
    page.set_viewport_size({"width": 1366, "height": 768})
    hands.press(page.get_by_role("button", name="Open it for Lena", exact=True))
    field = page.get_by_label("What would you like to add?")
    write(hands, field, "I see you laughing.")
    expect(page.get_by_role("heading", name="What you added")).to_be_visible()
    main = page.locator("[data-testid=stMain]")
    expect(main).to_contain_text("I have a dog.")
    expect(main).not_to_contain_text("Only for me.")
    expect(page.locator(".st-key-bar")).to_have_count(0)
    assert [one for one in lasting_findings(page) if not one.is_streamlits] == []
    assert wrong_at(page, (390, 844)) == []
    page.reload()
    expect(main).to_contain_text("I see you laughing.")
    hands.press(page.get_by_role("button", name="I am done", exact=True))
    expect(page.get_by_label(SAY)).to_be_visible()
    witness.nothing_amiss()
