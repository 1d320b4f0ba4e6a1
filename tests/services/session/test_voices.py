"""Voices are written, put right, moved and taken out."""

import pytest

from path_planner.domain.base import sorted_records
from path_planner.domain.voice import Share
from path_planner.errors import UnknownRecord
from path_planner.services.records import delete, reorder
from path_planner.services.session import voices
from tests.services.session.rooms import a_group


def test_a_voice_is_kept_with_who_said_it_and_when() -> None:
    group = a_group()
    group.does(voices.write_voice(group.room, "now", " I live alone. ", said_by="robin"))
    voice = group.session.voices["n1"]
    assert (voice.text, voice.stage, voice.said_by) == ("I live alone.", "now", "robin")
    assert voice.at == group.clock.time
    assert group.room.store.open("k7f3q2").document.voices["n1"] == voice


def test_silence_writes_nothing() -> None:
    group = a_group()
    kept = group.does(voices.write_voice(group.room, "now", " \n "))
    assert kept.changes == ()
    assert kept.document.revision == group.session.revision


def test_voices_stay_in_the_order_they_were_said() -> None:
    group = a_group()
    for text in ("one", "two", "three"):
        group.does(voices.write_voice(group.room, "now", text))
    group.does(reorder(group.room, "voices", "n3", -2))
    assert [voice.text for voice in sorted_records(group.session.voices, "now")] == [
        "three",
        "one",
        "two",
    ]


def test_changed_words_must_be_read_back_again() -> None:
    group = a_group()
    group.does(voices.change_voice(group.room, "v1", approved=True))
    group.does(voices.change_voice(group.room, "v1", share=Share.PRIVATE))
    assert group.session.voices["v1"].approved
    group.does(voices.change_voice(group.room, "v1", text="I grow roses."))
    assert not group.session.voices["v1"].approved


def test_words_cannot_be_emptied_by_accident() -> None:
    group = a_group()
    group.does(voices.change_voice(group.room, "v1", text="  "))
    assert group.session.voices["v1"].text == "I am growing sunflowers."


def test_a_voice_taken_out_is_gone_and_stays_in_the_history() -> None:
    group = a_group()
    before = group.session.revision
    group.does(delete(group.room, "voices", "v1"))
    assert "v1" not in group.session.voices
    assert "v1" in group.room.store.at_revision("k7f3q2", before).voices


def test_what_somebody_else_took_out_is_named_so() -> None:
    group = a_group()
    with pytest.raises(UnknownRecord):
        delete(group.room, "voices", "gone")
    with pytest.raises(UnknownRecord):
        voices.change_voice(group.room, "gone")


def test_two_windows_do_not_lose_each_others_voices() -> None:
    one = a_group()
    other = one.room
    one.does(voices.write_voice(one.room, "now", "from the first"))
    kept = voices.write_voice(other, "now", "from the second")
    texts = {voice.text for voice in kept.document.voices.values()}
    assert {"from the first", "from the second"} <= texts


def test_changing_the_same_words_in_two_windows_is_told() -> None:
    one = a_group()
    other = one.room
    one.does(voices.change_voice(one.room, "v1", text="Roses"))
    kept = voices.change_voice(other, "v1", text="Tulips")
    assert kept.document.voices["v1"].text == "Tulips"
    assert [(conflict.collection, conflict.id) for conflict in kept.conflicts] == [("voices", "v1")]
