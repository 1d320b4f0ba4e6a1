"""The frame of the vision builder: when it was saved stays true while a part saves by itself."""

import pytest

from path_planner.domain.base import put
from path_planner.domain.vision.theme import Theme
from path_planner.errors import DocumentNotFound
from path_planner.services.context import VisionContext
from path_planner.storage.store_registry import open_vision_store
from path_planner.ui.vision import frame
from path_planner.ui.vision.steps import STEPS
from tests.analysis.visions import a_vision


def test_the_line_tells_of_the_newest_state_and_stays_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = open_vision_store("memory:")
    shown = store.create(a_vision())
    newer = (
        VisionContext(store, shown)
        .keep(put(shown, "themes", Theme(id="t1", name="Buses")))
        .document
    )
    told: list[object] = []
    monkeypatch.setattr(frame, "saved_line", told.append)
    monkeypatch.setattr(frame, "open_vision_context", lambda: VisionContext(store, newer))
    draw = frame.saved_line_updated.__wrapped__
    draw(shown)

    def gone() -> VisionContext:
        raise DocumentNotFound(session_id=shown.id)

    monkeypatch.setattr(frame, "open_vision_context", gone)
    draw(shown)
    assert told == [newer, shown]


def test_only_the_board_saves_by_itself() -> None:
    assert [one.name for one in STEPS if one.saves_alone] == ["theme"]
