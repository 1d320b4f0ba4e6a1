"""Undo takes back what this window did last, and nothing that others did or people withdrew."""

from dataclasses import replace
from pathlib import Path

import pytest

from path_planner.domain.base import put, with_fields
from path_planner.errors import NothingToUndo
from path_planner.services.records import delete
from path_planner.services.vision.plan import make_priority
from path_planner.services.vision.themes import (
    assign,
    delete_theme,
    keep_single,
    make_theme,
    rename,
    set_statement,
    unassign,
)
from path_planner.services.vision.undo import undo
from path_planner.services.vision.withdrawal import without_voices
from path_planner.storage.store_registry import open_vision_store
from tests.analysis.visions import NOON, small
from tests.services.vision.table import a_table, content, members


def test_one_window_does_not_undo_what_another_did() -> None:
    table = a_table(small())
    other = table.another_window()
    other.does(assign(other.meeting, "q6", "t1"))
    table.look_again()
    with pytest.raises(NothingToUndo):
        undo(table.meeting)
    table.does(assign(table.meeting, "q6", "t2"))
    table.does(undo(table.meeting))
    assert members(table.vision)["t1"] == {"q1", "q2", "q3", "q6"}
    assert members(table.vision)["t2"] == {"q4"}


def test_words_that_others_wrote_since_stay() -> None:
    table = a_table(small())
    table.does(rename(table.meeting, "t1", "Gardens"))
    other = table.another_window()
    other.does(set_statement(other.meeting, "t1", "We dig."))
    table.look_again()
    table.does(undo(table.meeting))
    assert table.vision.themes["t1"].name == "Green places"
    assert table.vision.themes["t1"].statement == "We dig."


def test_a_name_that_somebody_else_gave_since_is_not_undone() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q6", "t1"))
    table.does(rename(table.meeting, "t1", "Gardens"))
    other = table.another_window()
    other.does(rename(other.meeting, "t1", "Allotments"))
    table.look_again()
    table.does(undo(table.meeting))
    # The rename is over; the step before it went back.
    assert table.vision.themes["t1"].name == "Allotments"
    assert "q6" not in members(table.vision)["t1"]


def test_to_put_and_to_take_out_again_are_two_steps_to_undo() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q6", "t1"))
    table.does(unassign(table.meeting, "q6", "t1"))
    table.does(undo(table.meeting))
    assert "q6" in members(table.vision)["t1"]
    table.does(undo(table.meeting))
    assert content(table.vision) == content(small())


def test_a_dropped_theme_comes_back_with_all_that_pointed_at_it() -> None:
    table = a_table(small())
    table.does(delete_theme(table.meeting, "t2"))
    assert table.vision.causes == {}
    table.does(undo(table.meeting))
    assert content(table.vision) == content(small())


def test_steps_of_other_pages_are_left_alone() -> None:
    table = a_table(small())
    table.does(make_theme(table.meeting, "Home", ["q6"]))
    table.does(make_priority(table.meeting, "A key"))
    table.does(undo(table.meeting))
    assert [one.title for one in table.vision.priorities.values()] == ["A bus", "A garden", "A key"]
    assert set(table.vision.themes) == {"t1", "t2"}


def test_words_without_names_do_not_get_their_names_back() -> None:
    table = a_table(small())
    checked = with_fields(table.vision.voices["q1"], text="I go to [someone].", checked=True)
    table.does(table.meeting.keep(put(table.vision, "voices", checked)))
    assert table.vision.voices["q1"] == checked
    with pytest.raises(NothingToUndo):
        undo(table.meeting)


def test_a_voice_that_was_taken_back_does_not_come_back_by_undo() -> None:
    table = a_table(small())
    table.does(unassign(table.meeting, "q1", "t1"))
    table.does(keep_single(table.meeting, "q6"))
    table.does(delete(table.meeting, "disagreements", "d1"))
    gone = without_voices(table.vision, "s1", ["q1"], lambda: "w9", NOON)
    gone = without_voices(gone, "s3", ["q6"], lambda: "w8", NOON)
    table.does(table.meeting.keep(gone))
    table.does(undo(table.meeting))
    assert table.vision.disagreements["d1"].one.voices == ()
    with pytest.raises(NothingToUndo):
        undo(table.meeting)
    assert "q1" not in members(table.vision)["t1"]
    assert not {"q1", "q6"} & set(table.vision.voices)


def test_undo_goes_on_in_a_store_of_files_that_was_opened_again(tmp_path: Path) -> None:
    table = a_table(small(), str(tmp_path))
    table.does(assign(table.meeting, "q6", "t1"))
    table.does(delete_theme(table.meeting, "t1"))
    table.does(undo(table.meeting))
    table.meeting.store.checkpoint(table.vision.id)
    table.meeting = replace(table.meeting, store=open_vision_store(str(tmp_path)))
    table.look_again()
    table.does(undo(table.meeting))
    assert content(table.vision) == content(small())


def test_an_undo_that_is_told_twice_is_done_once() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q6", "t1"))
    table.does(assign(table.meeting, "q6", "t2"))
    table.meeting = replace(table.meeting, op_id="abcdefghjkmnpqrstuvw")
    table.does(undo(table.meeting))
    table.does(undo(table.meeting))
    assert "q6" in members(table.vision)["t1"]
    assert "q6" not in members(table.vision)["t2"]
