"""The page of phones: off, let in, stopped; what waits goes in, aside or out without trace."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.errors import FileGone
from path_planner.server.phones.listener import PhoneListener
from path_planner.services.arrivals.poll import SLIP_SIGNS
from path_planner.services.arrivals.tray import Place, Post, arrive, read_tray
from path_planner.services.context import EventContext
from path_planner.services.event.agenda import write_topic
from path_planner.services.event.documents import begin as begin_event
from path_planner.services.session.documents import begin
from path_planner.storage.protocol import SessionStore
from path_planner.ui.phones import interest as interest_page
from path_planner.ui.phones import letting_in as letting_in_page
from path_planner.ui.phones import tray as tray_page
from path_planner.ui.phones.letting_in import questions_of
from path_planner.ui.phones.phone_server import PHONES
from path_planner.ui.stores import event_store
from tests.domain.builders import NOON
from tests.exports.reading import words_of as words_of_pdf
from tests.pages.visiting import enter, field, html, labels, page_buttons, press, visit, words_of
from tests.server.phones.phone import Phone


@pytest.fixture
def session_id(store: SessionStore) -> str:
    """Begin a PATH."""
    return begin(store, "Robin").id


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PhoneListener]:
    """Start the server for phones, as `run --phones 127.0.0.1` does."""
    listener = PhoneListener()
    listener.listen("127.0.0.1", 0)
    monkeypatch.setattr(PHONES, "server", listener)
    yield listener
    listener.close()


def send(store: Any, document_id: str, op: str, text: str, **facts: Any) -> None:
    """Put something into the tray."""
    facts = {"text": text, "place": Place(stage="dream"), "at": NOON, **facts}
    assert arrive(store, document_id, [Post(op, facts)]) == (True,)


def test_without_the_option_phones_are_off_and_in_no_bar(session_id: str) -> None:
    at = visit("phones", session_id)
    assert "Phones are off" in words_of(at)
    assert "Phones" not in labels(page_buttons(at))
    assert "Something went wrong" not in html(at)


def test_phones_are_let_in_asked_another_question_and_stopped(
    session_id: str, server: PhoneListener
) -> None:
    at = visit("phones", session_id)
    assert server.room is None
    press(at, "Let phones in")
    room = server.room
    assert room is not None
    shown = html(at)
    assert room.invitation.code[:3] in shown
    assert shown.count('class="phone-qr"') == 1
    assert Phone(server).ask("GET", server.link.partition(server.address)[2]).status == 200
    questions = field(at.selectbox, "What is asked?")
    questions.set_value(questions.options[1]).run()
    assert room.question.heading == questions.options[1]
    press(at, "Stop")
    assert server.room is None
    assert "Something went wrong" not in html(at)


def test_the_codes_are_shown_big_with_nothing_of_the_tray(
    session_id: str, store: SessionStore, server: PhoneListener
) -> None:
    send(store, session_id, "one", "Not for the room")
    at = visit("phones", session_id)
    press(at, "Let phones in")
    field(at.text_input, "Its name").set_value("Thistledown").run()
    assert html(at).count('class="phone-qr"') == 2
    press(at, "Show the codes big")
    assert html(at).count('class="phone-qr"') == 2
    assert server.address in html(at)
    assert "Not for the room" not in html(at)
    press(at, "Close")
    assert "Not for the room" in html(at)
    assert html(at).count('class="phone-qr"') == 2


def test_the_sheet_is_made_while_phones_are_let_in_and_not_after(
    session_id: str, server: PhoneListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers: list[Any] = []
    monkeypatch.setattr(
        letting_in_page, "download_button", lambda _label, offer, *_, **__: offers.append(offer)
    )
    at = visit("phones", session_id)
    press(at, "Let phones in")
    field(at.text_input, "Its name").set_value("Thistledown; Day").run()
    assert "What can be read along on this network?" in {one.label for one in at.expander}
    # At 127.0.0.1 no phone of the room can come, and the list says so.
    assert "127.0.0.1 is only this computer" in html(at)
    sheet = " ".join(words_of_pdf(offers[-1].content()))
    assert "Thistledown; Day" in sheet
    assert server.address in sheet
    press(at, "Stop")
    with pytest.raises(FileGone):
        offers[-1].content()


def test_what_waits_is_put_where_it_belongs(
    session_id: str, store: SessionStore, server: PhoneListener
) -> None:
    del server
    send(store, session_id, "one", "A garden <b>I</b> can get into")
    at = visit("phones", session_id)
    assert "1 waits to be read" in words_of(at)
    assert "<b>I</b>" not in html(at)
    press(at, "Put it in")
    (voice,) = store.open(session_id).document.voices.values()
    assert (voice.text, voice.stage) == ("A garden <b>I</b> can get into", "dream")
    assert "Nothing waits" in words_of(at)


def test_a_refusal_comes_back_within_its_time_and_not_later(
    session_id: str, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(store, session_id, "one", "Nonsense")
    at = visit("phones", session_id)
    press(at, "Refuse: no trace stays")
    assert read_tray(store, session_id).arrivals == {}
    press(at, "Undo: refused")
    assert len(read_tray(store, session_id).arrivals) == 1
    monkeypatch.setattr(tray_page, "UNDO_SECONDS", 0.0)
    press(at, "Refuse: no trace stays")
    assert "Undo: refused" not in labels(at.button)
    assert "Nonsense" not in html(at)


def test_one_is_set_aside_and_two_are_joined(session_id: str, store: SessionStore) -> None:
    send(store, session_id, "one", "First")
    send(store, session_id, "two", "Second")
    at = visit("phones", session_id)
    first = next(iter(read_tray(store, session_id).waiting())).text
    press(at, "Set aside")
    waiting = read_tray(store, session_id).waiting()
    assert [one.set_aside for one in waiting] == [False, True]
    assert waiting[1].text == first
    same = field(at.selectbox, "It says the same as …")
    same.set_value(same.options[0]).run()
    press(at, "Join the two")
    assert len(read_tray(store, session_id).waiting()) == 1
    press(at, "Put it in")
    (voice,) = store.open(session_id).document.voices.values()
    assert set(voice.text.split("\n")) == {"First", "Second"}


def test_what_says_the_same_is_joined_to_the_line_that_is_there(
    session_id: str, store: SessionStore
) -> None:
    send(store, session_id, "one", "A garden of my own")
    at = visit("phones", session_id)
    press(at, "Put it in")
    send(store, session_id, "two", "A garden with bees", share=Share.THEME)
    at.run()
    same = field(at.selectbox, "It says the same as …")
    assert same.value == "A garden of my own"
    press(at, "Join the two")
    (voice,) = store.open(session_id).document.voices.values()
    assert voice.text == "A garden of my own\nA garden with bees"
    assert voice.share is Share.CIRCLE
    assert read_tray(store, session_id).waiting() == []


def test_another_is_opened_and_after_a_decision_the_next_one(
    session_id: str, store: SessionStore
) -> None:
    for number, text in enumerate(("First", "Second", "Third")):
        send(store, session_id, f"op{number}", text, at=NOON + timedelta(seconds=number))
    at = visit("phones", session_id)
    press(at, next(label for label in labels(at.button) if label.startswith("Third")))
    press(at, "The one before")
    press(at, "Refuse: no trace stays")
    press(at, "Put it in")
    (voice,) = store.open(session_id).document.voices.values()
    assert voice.text == "Third"
    assert [one.text for one in read_tray(store, session_id).waiting()] == ["First"]
    keys = {one.label: one.proto.shortcut for one in at.button if one.proto.shortcut}
    assert keys["Put it in"] == "ctrl+enter"
    assert len({*keys.values()}) == len(keys) == 3
    # A key alone would be a letter of the words (WCAG 2.1.4).
    assert all("+" in key for key in keys.values())


def test_words_are_typed_for_people_without_a_device(session_id: str, store: SessionStore) -> None:
    at = visit("phones", session_id)
    chosen = {"share": "quote", "role": "family", "helped": "1"}
    enter(at, "Their words", "A dog", "Bees", chosen=chosen)
    enter(at, "Their words", "A boat", chosen={"share": "named", "role": "mayor"})
    assert "Something went wrong" not in html(at)
    voices = sorted(store.open(session_id).document.voices.values(), key=lambda one: one.order)
    assert [one.text for one in voices] == ["A dog", "Bees", "A boat"]
    assert (voices[0].share, voices[0].role, voices[0].supported) == (
        Share.QUOTE, Role.FAMILY, True,
    )  # fmt: skip
    assert (voices[2].share, voices[2].role) == (Share.CIRCLE, Role.OTHER)
    field(at.selectbox, "What do they answer?").select_index(1).run()
    enter(at, "Their words", "Later")
    assert len({one.stage for one in store.open(session_id).document.voices.values()}) == 2


def test_a_sound_is_typed_first(session_id: str, store: SessionStore) -> None:
    facts = {"text": "", "place": Place(stage="dream"), "at": NOON, "sound_type": "audio/mp4"}
    assert arrive(store, session_id, [Post("one", facts, None, b"a sound")]) == (True,)
    at = visit("phones", session_id)
    assert at.get("audio") == []
    press(at, "Put it in")
    assert "listen to it and type" in html(at)
    field(at.text_area, "Type what you hear. The sound itself is not saved.").set_value("A dog")
    press(at, "Put it in")
    (voice,) = store.open(session_id).document.voices.values()
    assert voice.text == "A dog"
    assert store.blobs(session_id) == frozenset()


def test_interest_is_counted_by_slips_with_and_without_a_phone(
    store: SessionStore, server: PhoneListener, monkeypatch: pytest.MonkeyPatch
) -> None:
    del store
    offers: list[Any] = []
    monkeypatch.setattr(
        interest_page, "download_button", lambda _label, offer, *_, **__: offers.append(offer)
    )
    day = begin_event(event_store(), "Our day", "open-space")
    write_topic(EventContext(event_store(), day), "Bees")
    at = visit("day_phones", event=day.id)
    field(at.number_input, "How many slips?").set_value(2).run()
    press(at, "Make the slips")
    sheet = "".join(words_of_pdf(offers[-1].content()))
    slips = re.findall(f"[{SLIP_SIGNS}]{{4}} ?[{SLIP_SIGNS}]{{4}}", sheet)
    assert len(slips) == 2
    for typed in (slips[0], slips[0]):
        field(at.text_input, "The number on their slip").set_value(typed)
        topics = field(at.multiselect, "Their topics")
        topics.set_value(topics.options)
        press(at, "Count them in")
    assert "This slip has been used" in html(at)
    press(at, "Let phones in")
    field(at.selectbox, "What is asked?").set_value("Interest in topics").run()
    assert server.room is not None
    assert [title for _key, title in server.room.question.options] == ["1. Bees"]
    assert "1 of 2 slips are used" in words_of(at)
    press(at, "Close and count")
    event = event_store().open(day.id).document
    assert [each.count for each in event.interest.values()] == [1]
    with pytest.raises(FileGone):
        offers[-1].content()


@pytest.mark.parametrize("method", ["open-space", "world-cafe"])
def test_a_day_has_the_page_too(store: SessionStore, server: PhoneListener, method: str) -> None:
    del store
    day = begin_event(event_store(), "Our day", method)
    at = visit("day_phones", event=day.id)
    press(at, "Let phones in")
    assert server.room is not None
    assert len(questions_of(day)) == 1 + len(day.tables) * len(day.rounds)
    table = next(iter(day.tables), None)
    place = Place(table=table) if table else Place(part="harvest")
    send(event_store(), day.id, "one", "Bees", place=place)
    at.run()
    press(at, "Put it in")
    (line,) = event_store().open(day.id).document.voices.values()
    assert (line.text, line.table) == ("Bees", table)
