"""The frame of the vision builder: when it was saved stays true while a part saves by itself."""

import pytest

from path_planner.domain.base import put
from path_planner.domain.vision.theme import Theme
from path_planner.errors import DocumentNotFound
from path_planner.services.context import VisionContext
from path_planner.storage.store_registry import open_vision_store
from path_planner.ui.vision import steps
from path_planner.ui.vision.steps import STEPS, step_reached
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
    monkeypatch.setattr(steps, "saved_line", told.append)
    monkeypatch.setattr(steps, "open_vision_context", lambda: VisionContext(store, newer))
    draw = steps.saved_line_updated.__wrapped__
    draw(shown)

    def gone() -> VisionContext:
        raise DocumentNotFound(session_id=shown.id)

    monkeypatch.setattr(steps, "open_vision_context", gone)
    draw(shown)
    assert told == [newer, shown]


def test_only_the_board_saves_by_itself() -> None:
    assert [one.name for one in STEPS if one.saves_alone] == ["theme"]


@pytest.mark.parametrize(
    ("known", "step"),
    [
        ((0, 0, 0, False), "Gather"),
        ((9, 0, 0, False), "Find themes"),
        ((9, 3, 0, False), "Choose priorities"),
        ((9, 3, 2, False), "Plan actions"),
        ((9, 3, 2, True), "Review"),
    ],
)
def test_a_list_says_which_step_a_vision_is_at(
    known: tuple[int, int, int, bool], step: str
) -> None:
    voices, themes, actions, reviewed = known
    found = step_reached(voices=voices, themes=themes, actions=actions, reviewed=reviewed)
    assert found == step


def test_how_far_each_step_is_names_what_is_counted() -> None:
    vision = a_vision()
    assert [step.how_far(vision) for step in STEPS] == [
        "no voices yet",
        "no themes yet",
        "no priority yet",
        "no actions yet",
        "no document yet",
        "no review yet",
    ]
