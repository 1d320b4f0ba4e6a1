"""Who is chosen to speak counts, also when the next run cut the choice off."""

import pytest

from path_planner.domain.base import sorted_records
from path_planner.domain.session import Session
from path_planner.services.context import SessionContext
from path_planner.services.session.people import add_person
from path_planner.storage.protocol import SessionStore
from path_planner.ui.walk import speaker
from tests.pages.visiting import enter, field, visit


def cut_off(*_things: object) -> None:
    """Do nothing, as a callback does that the next run cut off."""


def test_a_choice_that_was_cut_off_counts_for_the_next_voice(
    asha: Session, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    friend = add_person(SessionContext(store, asha), "Bo Larkspur").changes[0].id
    at = visit("walk", asha.id)
    monkeypatch.setattr(speaker, "choose_speaker", cut_off)
    field(at.selectbox, "Who is speaking?").set_value(friend)
    enter(at, "What do they say?", "This was Bo.")
    (voice,) = sorted_records(store.open(asha.id).document.voices)
    assert (voice.text, voice.said_by) == ("This was Bo.", friend)
    assert field(at.selectbox, "Who is speaking?").value == friend


def test_a_new_name_that_was_cut_off_joins_the_people_in_the_next_run(
    asha: Session, store: SessionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = visit("walk", asha.id)
    real = speaker.choose_speaker
    calls: list[str] = []

    def once_cut_off(field_key: str, name: str) -> None:
        calls.append(name)
        if len(calls) > 1:
            real(field_key, name)

    monkeypatch.setattr(speaker, "choose_speaker", once_cut_off)
    box = field(at.selectbox, "Who is speaking?")
    box.options.append("Caz Thistlewood")
    box.set_value("Caz Thistlewood").run()
    people = store.open(asha.id).document.people.values()
    (new,) = [one for one in people if one.name == "Caz Thistlewood"]
    assert field(at.selectbox, "Who is speaking?").value == new.id
