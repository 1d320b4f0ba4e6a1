"""A report is read as if it came from a stranger: what cannot be read of it is left out."""

import pytest

from path_planner.ui.sync.component import ClientMessage, read_message

ID = "a" * 20


def test_what_is_sound_is_read() -> None:
    told = {"wall": "w-1", "has": 3, "changes": [{"id": ID, "do": "gone"}], "turn": 9}
    assert read_message(told, ClientMessage) == ClientMessage(
        "w-1", 3, ({"id": ID, "do": "gone"},), 9
    )


@pytest.mark.parametrize("raw", [None, 7, "wall", [], {}, {"wall": 1, "has": "3", "changes": {}}])
def test_what_is_no_report_says_nothing(raw: object) -> None:
    assert read_message(raw, ClientMessage) == ClientMessage()


@pytest.mark.parametrize("revision", [-1, True, 1.5, "1", None])
def test_a_place_that_is_no_revision_is_nowhere(revision: object) -> None:
    assert read_message({"wall": "w", "has": revision}, ClientMessage).revision is None


@pytest.mark.parametrize("sequence", [-1, True, 1.5, "1", None])
def test_a_sequence_that_is_no_number_is_the_one_before_all(sequence: object) -> None:
    assert read_message({"wall": "w", "turn": sequence}, ClientMessage).sequence == 0


@pytest.mark.parametrize("window_id", ["", "a b", "<b>", "w" * 41, None])
def test_a_window_without_a_proper_id_has_none(window_id: object) -> None:
    assert not read_message({"wall": window_id}, ClientMessage).window_id


@pytest.mark.parametrize("bad", [None, "change", {}, {"id": 1}, {"id": "A" * 20}, {"id": "a"}])
def test_a_change_that_could_not_be_answered_is_left_out(bad: object) -> None:
    assert read_message({"changes": [bad, {"id": ID}]}, ClientMessage).changes == ({"id": ID},)
