"""Two people change the same field on a page: both versions are shown, and one press takes one."""

from streamlit.testing.v1 import AppTest

from path_planner.domain.base import put, with_fields
from path_planner.domain.diff import diff
from path_planner.domain.other_versions import other_versions
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.services.context import SessionContext
from path_planner.services.session.voices import change_voice, write_voice
from path_planner.storage.protocol import SessionStore
from path_planner.ui.state import css_class
from tests.pages.visiting import field, html, labels, press, visit, words_of

BEFORE, MINE, THEIRS = "We sing.", "We sing on Fridays.", "We sing loudly."


def now(store: SessionStore, session: Session) -> Session:
    """Return the session as it is in the store."""
    return store.open(session.id).document


def with_voice(store: SessionStore, session: Session) -> str:
    """Add a voice; return its id."""
    (voice,) = write_voice(
        SessionContext(store, now(store, session)), "dream", BEFORE
    ).document.voices.values()
    return voice.id


def test_a_field_says_what_it_had_shown_and_both_versions_are_kept(
    store: SessionStore, asha: Session
) -> None:
    voice_id = with_voice(store, asha)
    here, there = visit("walk", asha.id), visit("walk", asha.id)
    for window in (here, there):
        press(window, "Change")
    field(there.text_area, "The words").set_value(THEIRS).run()
    field(here.text_area, "The words").set_value(MINE).run()
    there.run()
    assert now(store, asha).voices[voice_id].text == MINE
    for window, whose in ((here, "You · in use for now"), (there, "Someone else · in use for now")):
        assert "Two people changed the same words" in words_of(window)
        assert f"Before: “{BEFORE}”" in words_of(window)
        assert "<mark>on Fridays</mark>" in html(window)
        assert whose in words_of(window)
        assert field(window.text_area, "Or join them").value == "We sing loudly on Fridays."
    press(there, "Take mine")
    here.run()
    assert now(store, asha).voices[voice_id].text == THEIRS
    assert other_versions(now(store, asha)) == {}
    for window in (here, there):
        assert "Two people changed" not in words_of(window)
        assert field(window.text_area, "The words").value == THEIRS


def overtaken(store: SessionStore, session: Session) -> AppTest:
    """Open a voice in a window, change it in another, and let the first show the page anew."""
    voice_id = with_voice(store, session)
    window = visit("walk", session.id)
    press(window, "Change")
    change_voice(SessionContext(store, now(store, session), by="there"), voice_id, text=THEIRS)
    window.run()
    assert field(window.text_area, "The words").value == THEIRS
    return window


def test_words_that_were_begun_before_the_page_showed_the_others_clash(
    store: SessionStore, asha: Session
) -> None:
    window = overtaken(store, asha)
    words = field(window.text_area, "The words")
    began = {css_class(words.key): [now(store, asha).revision - 1, 1]}
    window.session_state["typing-watch"] = {"typing": began}
    # While they type, the browser may still say what the field held before.
    words.set_value(BEFORE).run()
    field(window.text_area, "The words").set_value(MINE).run()
    (version,) = other_versions(now(store, asha)).values()
    assert (version.value, version.before) == (THEIRS, BEFORE)
    # What the browser said counts for what was typed then, and not for what is typed later.
    field(window.text_area, "The words").set_value("We dance.").run()
    assert set(other_versions(now(store, asha))) == {version.id}


def test_words_that_were_begun_after_the_page_showed_the_others_do_not_clash(
    store: SessionStore, asha: Session
) -> None:
    window = overtaken(store, asha)
    field(window.text_area, "The words").set_value(MINE).run()
    (voice,) = now(store, asha).voices.values()
    assert (voice.text, other_versions(now(store, asha))) == (MINE, {})


def test_a_browser_that_has_not_heard_of_the_other_words_does_not_bring_the_old_ones_back(
    store: SessionStore, asha: Session
) -> None:
    window = overtaken(store, asha)
    field(window.text_area, "The words").set_value(BEFORE).run()
    (voice,) = now(store, asha).voices.values()
    assert voice.text == THEIRS
    assert field(window.text_area, "The words").value == THEIRS


def test_the_joined_words_are_taken(store: SessionStore, asha: Session) -> None:
    voice_id = with_voice(store, asha)
    shown = now(store, asha)
    for number, text in enumerate((THEIRS, MINE)):
        change_voice(SessionContext(store, shown, by=f"window {number}"), voice_id, text=text)
    window = visit("walk", asha.id)
    field(window.text_area, "Or join them").set_value("We sing, loudly, on Fridays.").run()
    press(window, "Take the joined words")
    assert now(store, asha).voices[voice_id].text == "We sing, loudly, on Fridays."
    assert other_versions(now(store, asha)) == {}


def test_different_fields_of_one_voice_never_clash(store: SessionStore, asha: Session) -> None:
    voice_id = with_voice(store, asha)
    here, there = visit("walk", asha.id), visit("walk", asha.id)
    for window in (here, there):
        press(window, "Change")
    field(there.text_area, "The words").set_value(THEIRS).run()
    field(here.selectbox, "How can it be shared?").set_value(Share.THEME).run()
    voice = now(store, asha).voices[voice_id]
    assert (voice.text, voice.share) == (THEIRS, Share.THEME)
    assert other_versions(now(store, asha)) == {}


def test_the_narrower_share_level_stands_and_the_wider_has_no_button(
    store: SessionStore, asha: Session
) -> None:
    voice_id = with_voice(store, asha)
    here, there = visit("walk", asha.id), visit("walk", asha.id)
    for window in (here, there):
        press(window, "Change")
    field(there.selectbox, "How can it be shared?").set_value(Share.PRIVATE).run()
    field(here.selectbox, "How can it be shared?").set_value(Share.NAMED).run()
    assert now(store, asha).voices[voice_id].share is Share.PRIVATE
    assert "The version that shares less is used." in words_of(here)
    assert "Take mine" not in labels(here.button)
    press(here, "Take the other person’s")
    assert now(store, asha).voices[voice_id].share is Share.PRIVATE
    assert other_versions(now(store, asha)) == {}


def test_a_voice_that_was_deleted_does_not_come_back(store: SessionStore, asha: Session) -> None:
    voice_id = with_voice(store, asha)
    here = visit("walk", asha.id)
    press(here, "Change")
    shown = now(store, asha)
    without = shown.model_copy(update={"voices": {}})
    store.append(
        asha.id,
        diff(shown, without),
        expected_revision=shown.revision,
        op_id="deleted",
        by="there",
        at=shown.updated,
    )
    field(here.text_area, "The words").set_value(MINE).run()
    assert voice_id not in now(store, asha).voices


def test_a_field_of_the_preparation_shows_both_at_the_top(
    store: SessionStore, asha: Session
) -> None:
    shown = now(store, asha)
    for place, by in (("The hall", "one"), ("The park", "two")):
        after = shown.model_copy(update={"about": with_fields(shown.about, place=place)})
        SessionContext(store, shown, by=by).keep(after)
    window = visit("prepare", asha.id)
    assert "One person · in use for now" in words_of(window)
    press(window, "Take that one")
    assert now(store, asha).about.place == "The hall"


def test_what_is_shown_to_the_room_shows_no_two_versions(
    store: SessionStore, asha: Session
) -> None:
    voice_id = with_voice(store, asha)
    shown = now(store, asha)
    for text, by in ((THEIRS, "one"), (MINE, "two")):
        voice = with_fields(shown.voices[voice_id], text=text)
        SessionContext(store, shown, by=by).keep(put(shown, "voices", voice))
    window = visit("present", asha.id)
    assert "Two people changed" not in words_of(window)
    assert THEIRS not in words_of(window)
