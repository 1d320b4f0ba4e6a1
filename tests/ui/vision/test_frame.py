"""The frame of the vision builder: when it was saved stays true while a part saves by itself."""

import pytest

from path_planner.domain.editing import put
from path_planner.domain.vision.theme import Theme
from path_planner.errors import SessionNotFound
from path_planner.storage.open_store import open_vision_store
from path_planner.ui.vision import frame
from path_planner.ui.vision.steps import STEPS
from path_planner.visioning.meeting import Meeting
from tests.evidence.visions import a_vision


def test_the_line_tells_of_the_newest_state_and_stays_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = open_vision_store("memory:")
    shown = store.begin(a_vision())
    newer = Meeting(store, shown).keep(put(shown, "themes", Theme(id="t1", name="Buses"))).document
    told: list[object] = []
    monkeypatch.setattr(frame, "saved_line", told.append)
    monkeypatch.setattr(frame, "the_meeting", lambda: Meeting(store, newer))
    draw = frame.saved_meanwhile.__wrapped__
    draw(shown)

    def gone() -> Meeting:
        raise SessionNotFound(session_id=shown.id)

    monkeypatch.setattr(frame, "the_meeting", gone)
    draw(shown)
    assert told == [newer, shown]


def test_only_the_board_saves_by_itself() -> None:
    assert [one.name for one in STEPS if one.saves_alone] == ["theme"]
