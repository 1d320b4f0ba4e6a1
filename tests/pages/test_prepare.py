"""The prepare page: people, the day, the agreement, consent, each saved by itself."""

from datetime import date
from typing import Any

import pytest

from path_planner.domain.people import PhotoConsent, Role
from path_planner.domain.session import Columns, Session
from path_planner.errors import NotSaved
from path_planner.services.context import SessionContext
from path_planner.services.session.people import add_person, change_person, describe_session
from path_planner.storage.protocol import SessionStore
from path_planner.ui.prepare import details
from path_planner.ui.prepare.consent import SUGGESTED
from path_planner.ui.stores import session_store
from tests.pages.visiting import enter, field, html, labels, send_again, visit, words_of

NASTY = "<script>alert(1)</script> **bold** :red[x]"


def now(store: SessionStore, session: Session) -> Session:
    """Return the session as it is on the disk."""
    return store.open(session.id).document


def test_one_field_and_enter_adds_somebody_with_the_role_chosen(
    store: SessionStore, asha: Session
) -> None:
    at = visit("prepare", asha.id)
    field(at.selectbox, "Role of this person").set_value(Role.NEIGHBOUR)
    enter(at, "Add a person", "Ben Reed")
    people = now(store, asha).people.values()
    assert {(one.name, one.role) for one in people} == {
        ("Asha Quill", Role.PATHFINDER),
        ("Ben Reed", Role.NEIGHBOUR),
    }
    enter(at, "Add a person", "Cai Moss")
    assert len(now(store, asha).people) == 3


def test_each_fact_of_a_person_is_saved_as_it_changes(store: SessionStore, asha: Session) -> None:
    at = visit("prepare", asha.id)
    field(at.text_area, "What helps this person?").set_value("Large print").run()
    field(at.checkbox, "In the room").set_value(False).run()
    field(at.selectbox, "OK to be in photos?").set_value(PhotoConsent.NO).run()
    field(at.selectbox, "Role").set_value(Role.FRIEND).run()
    field(at.text_input, "Name").set_value("Asha Q.").run()
    session = now(store, asha)
    (person,) = session.people.values()
    assert (person.name, person.helps, person.present) == ("Asha Q.", "Large print", False)
    assert (person.photos, person.role) == (PhotoConsent.NO, Role.FRIEND)
    assert session.about.pathfinder.name == "Asha Q."


def test_taking_somebody_out_is_asked_twice(store: SessionStore, asha: Session) -> None:
    at = visit("prepare", asha.id)
    field(at.button, "Remove").click().run()
    assert len(now(store, asha).people) == 1
    assert "What was said stays" in html(at)
    field(at.button, "Yes, remove").click().run()
    assert now(store, asha).people == {}
    assert "Nobody yet" in html(at)


def test_what_the_session_is_can_be_put_right(store: SessionStore, asha: Session) -> None:
    at = visit("prepare", asha.id)
    field(at.text_input, "Title").set_value("The way of Asha").run()
    field(at.text_input, "Place").set_value("Hilltop Hall").run()
    field(at.date_input, "Date").set_value(date(2026, 12, 1)).run()
    field(at.radio, "Type of PATH").set_value("path8").run()
    field(at.radio, "Length").set_value(180).run()
    field(at.radio, "Order of the columns on the wall").set_value(Columns.AS_ASKED).run()
    field(at.selectbox, "Language").set_value("pl").run()
    about = now(store, asha).about
    assert (about.title, about.place) == ("The way of Asha", "Hilltop Hall")
    assert (about.held_on, about.process) == (date(2026, 12, 1), "path8")
    assert (about.minutes, about.columns, about.language) == (180, Columns.AS_ASKED, "pl")


def test_a_suggested_line_is_added_by_a_tap_and_reworded_and_emptied(
    store: SessionStore, asha: Session
) -> None:
    at = visit("prepare", asha.id)
    field(at.button, SUGGESTED[0]).click().run()
    assert [line.text for line in now(store, asha).agreement.values()] == [SUGGESTED[0]]
    assert SUGGESTED[0] not in labels(at.button)
    field(at.text_input, "Line 1").set_value("One at a time, please.").run()
    assert [line.text for line in now(store, asha).agreement.values()] == ["One at a time, please."]
    field(at.text_input, "Line 1").set_value("").run()
    assert now(store, asha).agreement == {}


def test_consent_begins_as_not_asked_and_a_yes_can_become_a_no(
    store: SessionStore, asha: Session
) -> None:
    question = "Can this plan be kept on this computer?"
    at = visit("prepare", asha.id)
    assert field(at.radio, question).value == "not asked"
    assert now(store, asha).consent.keep is None
    field(at.radio, question).set_value("yes").run()
    assert now(store, asha).consent.keep is True
    field(at.radio, question).set_value("no").run()
    assert now(store, asha).consent.keep is False


def test_who_explained_consent_and_when_it_is_looked_at_again(
    store: SessionStore, asha: Session
) -> None:
    at = visit("prepare", asha.id)
    (person,) = now(store, asha).people
    field(at.selectbox, "Who explained it?").set_value(person).run()
    field(at.text_input, "How was it explained?").set_value("With pictures").run()
    field(at.date_input, "Review this plan on").set_value(date(2027, 3, 1)).run()
    consent = now(store, asha).consent
    assert (consent.explained_by, consent.explained_how) == (person, "With pictures")
    assert consent.review_on == date(2027, 3, 1)
    field(at.selectbox, "Who explained it?").set_value("").run()
    assert now(store, asha).consent.explained_by is None


def test_the_same_address_shows_the_same_session_again(store: SessionStore, asha: Session) -> None:
    add_person(SessionContext(store, now(store, asha)), "Ben Reed")
    at = visit("prepare", asha.id)
    again = visit("prepare", asha.id)
    for one in (at, again):
        assert [widget.value for widget in one.text_input if widget.label == "Name"] == [
            "Asha Quill",
            "Ben Reed",
        ]


def test_peoples_words_are_never_markdown_or_html(store: SessionStore, asha: Session) -> None:
    describe_session(SessionContext(store, now(store, asha)), title=NASTY)
    add_person(SessionContext(store, now(store, asha)), NASTY)
    at = visit("prepare", asha.id)
    assert "<script>" not in html(at)
    assert "&lt;script&gt;" in html(at)
    field(at.button, "Remove").click().run()
    assert not [label for label in labels(at.button) if "**bold**" in label]
    assert not at.exception


def test_a_save_that_fails_is_told_and_what_was_typed_stays(
    store: SessionStore, asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = visit("prepare", asha.id)

    def full(*_things: Any, **_facts: Any) -> None:
        raise NotSaved(why="the disk is full")

    whole = session_store()
    with monkeypatch.context() as broken:
        broken.setattr(type(whole), "append", full)
        field(at.text_input, "Title").set_value("Typed with care").run()
        assert "the disk is full" in html(at)
        assert field(at.text_input, "Title").value == "Typed with care"
        enter(at, "Add a person", "Ben Reed")
        assert "the disk is full" in html(at)
        assert len(now(store, asha).people) == 1
    send_again(at, "Add a person")
    assert "Ben Reed" in {one.name for one in now(store, asha).people.values()}
    # It is tried again without being typed again.
    assert now(store, asha).about.title == "Typed with care"
    field(at.text_input, "Place").set_value("Old Net Loft").run()
    assert "the disk is full" not in html(at)
    field(at.text_input, "Title").set_value("Typed with more care").run()
    assert now(store, asha).about.title == "Typed with more care"


def test_what_another_window_changed_appears_in_the_field(
    store: SessionStore, asha: Session
) -> None:
    at = visit("prepare", asha.id)
    (person,) = now(store, asha).people
    change_person(SessionContext(store, now(store, asha)), person, helps="A quiet corner")
    at.run()
    assert field(at.text_area, "What helps this person?").value == "A quiet corner"


def test_words_changed_by_two_at_once_are_both_shown(store: SessionStore, asha: Session) -> None:
    here, there = visit("prepare", asha.id), visit("prepare", asha.id)
    field(there.text_input, "Title").set_value("Mine").run()
    field(here.text_input, "Title").set_value("Mine, later").run()
    assert now(store, asha).about.title == "Mine, later"
    for window in (here, there.run()):
        assert "Two people changed the same words" in html(window)
        shown = words_of(window)
        assert "Mine, later" in shown.replace(" ,", ",")
        assert "You" in shown
        assert "Someone else" in shown
        assert field(window.button, "Take mine")
    field(there.button, "Take mine").click().run()
    assert now(store, asha).about.title == "Mine"
    for window in (here.run(), there):
        assert "Two people changed" not in html(window)
        assert field(window.text_input, "Title").value == "Mine"


def test_words_too_long_to_keep_are_refused_and_stay_in_the_field(
    store: SessionStore, asha: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(details, "MOST_LETTERS_IN_A_LINE", 5000)
    at = visit("prepare", asha.id)
    long = "long " * 100
    field(at.text_input, "Title").set_value(long).run()
    assert "it was not saved" in html(at)
    assert field(at.text_input, "Title").value == long
    assert now(store, asha).about.title == asha.about.title
