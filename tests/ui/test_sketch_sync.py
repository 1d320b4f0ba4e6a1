"""The sheet on the pad: every stroke is kept once, none is lost, none comes back."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any
from unittest.mock import Mock

import pytest

from path_planner.domain.marks import Pen, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.errors import DocumentFull, NotSaved
from path_planner.formats.fabric import write_object
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.documents import begin
from path_planner.services.session.sketches import sketches_of, strokes_of
from path_planner.services.session.wall.records import delete_with_card
from path_planner.storage.protocol import SessionStore
from path_planner.storage.store_registry import open_store
from path_planner.ui.walk.sketch_sync import (
    SketchState,
    background_strokes,
    discard_set_aside,
    flatten,
    on_pad,
    save_drawn,
    simplified,
    undo,
    weight,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Window:
    """One window with its pad: what is on it, and what was kept."""

    def __init__(
        self, store: SessionStore, session: Session, sheet: SketchState | None = None
    ) -> None:
        self.store = store
        self.id = session.id
        self.sheet = sheet or SketchState(slot="new")
        self.pad: list[dict[str, Any]] = []
        self.begun_with = self.beginning()

    def beginning(self) -> dict[str, Any]:
        """Return what the pad is told to begin with."""
        return deepcopy({"objects": self.sheet.loaded, "turn": self.sheet.turns})

    @property
    def session(self) -> Session:
        """The session as it is kept."""
        return self.store.open(self.id).document

    @property
    def strokes(self) -> list[Stroke]:
        """The strokes of the sketch on the pad, as they are kept."""
        return strokes_of(self.session, self.sheet.sketch or "")

    def room(self) -> SessionContext:
        """Return the room as this window sees it now."""
        return SessionContext(self.store, self.session, now=lambda: NOON)

    def draw(self, *rows: tuple[float, ...]) -> SessionResult:
        """Draw lines; the pad tells all that is on it."""
        self.pad += [write_object(Pen(width=14), row) for row in rows]
        return self.tell()

    def tell(self) -> SessionResult:
        """Tell what is on the pad, as it does after each stroke and at each run."""
        told = deepcopy(self.pad)
        return save_drawn(self.room(), self.sheet, "dream", told)

    def show(self) -> int:
        """Draw the page; return how many strokes one sees. A pad told anew begins anew."""
        staying = on_pad(self.sheet, deepcopy(self.pad), self.session)
        below = background_strokes(self.sheet, staying, self.session)
        if self.beginning() != self.begun_with:
            self.begun_with = self.beginning()
            self.pad = deepcopy(self.sheet.loaded)
        return len(self.pad) + len(below)


@pytest.fixture
def window() -> Window:
    """Open a window on an empty sheet."""
    store = open_store("memory:")
    return Window(store, begin(store, "Robin"))


def test_the_first_stroke_begins_the_sketch_and_each_is_kept_once(window: Window) -> None:
    """The pad tells its whole content again and again; only what is new is kept."""
    window.draw((0, 0, 100, 100))
    window.draw((0, 50, 100, 50), (0, 60, 100, 60))
    window.tell()
    assert window.tell().changes == ()
    assert [one.points for one in window.strokes] == [
        (0, 0, 100, 100),
        (0, 50, 100, 50),
        (0, 60, 100, 60),
    ]
    assert len(sketches_of(window.session, "dream")) == 1
    assert window.show() == 3


def test_undo_takes_the_last_stroke_and_a_late_message_does_not_bring_it_back(
    window: Window,
) -> None:
    """The pad tells once more what it held before it was brought up to date."""
    window.draw((0, 0, 100, 100), (0, 50, 100, 50))
    undo(window.room(), window.sheet)
    window.tell()
    assert [one.points for one in window.strokes] == [(0, 0, 100, 100)]
    assert window.show() == 1
    window.tell()
    assert len(window.strokes) == 1


def test_the_same_line_can_be_drawn_again_after_undo(window: Window) -> None:
    """It is a new stroke."""
    window.draw((0, 0, 100, 100))
    undo(window.room(), window.sheet)
    window.show()
    window.tell()
    window.draw((0, 0, 100, 100))
    assert len(window.strokes) == 1
    assert window.show() == 1


def test_undo_again_after_drawing_again_leaves_nothing_behind(window: Window) -> None:
    """The pad begins anew each time, even with the same strokes as before."""
    window.draw((0, 0, 100, 100), (0, 50, 100, 50))
    for _ in range(3):
        undo(window.room(), window.sheet)
        assert (window.show(), len(window.pad)) == (1, 1)
        window.tell()
        window.draw((0, 50, 100, 50))
        assert (window.show(), len(window.strokes)) == (2, 2)


def test_a_late_message_between_undo_and_the_new_beginning_changes_nothing(
    window: Window,
) -> None:
    """The pad is told once to begin anew, and not at each run until it has."""
    window.draw((0, 0, 100, 100), (0, 50, 100, 50))
    before = deepcopy(window.pad)
    undo(window.room(), window.sheet)
    window.show()
    turns = window.sheet.turns
    on_pad(window.sheet, before, window.session)
    assert window.sheet.turns == turns
    window.tell()
    assert (window.show(), window.sheet.turns) == (1, turns)


def test_what_makes_the_pad_heavy_is_laid_beneath_and_still_seen(window: Window) -> None:
    """The pad is empty then; drawing and undo go on as before."""
    window.draw((0, 0, 100, 100), (0, 50, 100, 50))
    heavy = weight(window.sheet, window.pad)
    flatten(window.sheet)
    assert window.show() == 2
    assert (window.pad, weight(window.sheet, window.pad) < heavy) == ([], True)
    window.tell()
    window.draw((0, 70, 100, 70))
    assert (window.show(), len(window.strokes), len(window.pad)) == (3, 3, 1)
    for left in (2, 1, 0):
        undo(window.room(), window.sheet)
        assert (window.show(), len(window.strokes)) == (left, left)
        window.tell()


def test_undo_on_an_empty_sheet_changes_nothing(window: Window) -> None:
    """There is nothing to take away."""
    assert undo(window.room(), window.sheet).changes == ()
    window.draw((0, 0, 9, 9))
    undo(window.room(), window.sheet)
    assert undo(window.room(), window.sheet).changes == ()


def test_what_vanishes_from_the_pad_is_not_taken_out(window: Window) -> None:
    """A refresh empties the pad: the strokes lie beneath it then."""
    window.draw((0, 0, 100, 100), (0, 50, 100, 50))
    window.pad = []
    window.tell()
    assert len(window.strokes) == 2
    assert window.show() == 2
    again = Window(window.store, window.session, SketchState(slot="s", sketch=window.sheet.sketch))
    assert again.show() == 2
    undo(again.room(), again.sheet)
    assert [one.points for one in again.strokes] == [(0, 0, 100, 100)]


def test_two_windows_draw_on_one_sheet_and_each_takes_back_its_own(window: Window) -> None:
    """Strokes of the other stay, in whatever order."""
    window.draw((0, 0, 100, 100))
    other = Window(window.store, window.session, SketchState(slot="o", sketch=window.sheet.sketch))
    other.draw((0, 50, 100, 50))
    window.draw((0, 70, 100, 70))
    assert (window.show(), other.show()) == (3, 3)
    undo(other.room(), other.sheet)
    assert [one.points for one in window.strokes] == [(0, 0, 100, 100), (0, 70, 100, 70)]
    assert (window.show(), other.show()) == (2, 2)
    window.tell()
    other.tell()
    assert len(window.strokes) == 2


def test_a_sketch_taken_out_elsewhere_leaves_nothing_and_drawing_begins_a_new_one(
    window: Window,
) -> None:
    """What was taken out does not come back with the next stroke."""
    window.draw((0, 0, 100, 100))
    gone = window.sheet.sketch or ""
    delete_with_card(window.room(), "marks", gone)
    assert window.show() == 0
    window.draw((0, 50, 100, 50))
    assert window.sheet.sketch != gone
    assert [one.points for one in window.strokes] == [(0, 50, 100, 50)]
    assert isinstance(window.session.marks[window.sheet.sketch or ""], Sketch)


def test_what_is_no_stroke_on_the_pad_is_left_alone(window: Window) -> None:
    """It is neither kept nor does it begin a sketch."""
    window.pad = [{"type": "Circle", "radius": 4}]
    assert window.tell().changes == ()
    assert window.sheet.sketch is None
    assert window.show() == 1


def test_points_that_only_make_a_stroke_heavy_are_left_out() -> None:
    """Its ends stay, and no point strays from the line by more than the distance left out."""
    crowded = tuple(number / 10 for step in range(500) for number in (step, step))
    _, points = simplified((Pen(), crowded))
    assert points[:2] == (0, 0)
    assert points[-2:] == (49.9, 49.9)
    assert len(points) < len(crowded) / 10
    assert simplified((Pen(), (1, 1)))[1] == (1, 1)
    assert simplified((Pen(), (1, 1, 1.5, 1)))[1] == (1, 1, 1.5, 1)


def test_what_can_never_be_saved_is_set_aside_and_holds_up_nothing(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are saved; it stays on the pad, is tried no more, and can be discarded."""
    append = window.store.append

    def refusing(session_id: str, changes: Any, **named: Any) -> Any:
        if any(isinstance(each.record, Stroke) and 7 in each.record.points for each in changes):
            raise DocumentFull
        return append(session_id, changes, **named)

    monkeypatch.setattr(window.store, "append", refusing)
    window.draw((0, 0, 100, 100), (7, 7, 200, 200), (0, 50, 100, 50))
    assert [one.points for one in window.strokes] == [(0, 0, 100, 100), (0, 50, 100, 50)]
    [aside] = window.sheet.set_aside.values()
    assert aside.why == str(DocumentFull())
    assert [points for _pen, points in aside.strokes] == [(7, 7, 200, 200)]
    assert window.tell().changes == ()
    assert window.show() == 3

    assert weight(window.sheet, window.pad) < weight(SketchState(slot="x"), window.pad)
    flatten(window.sheet)
    assert (window.show(), len(window.pad)) == (3, 1)
    window.draw((0, 60, 100, 60))
    assert (window.show(), len(window.strokes)) == (4, 3)

    discard_set_aside(window.sheet, deepcopy(window.pad))
    assert (window.show(), window.sheet.set_aside) == (3, {})


def test_what_may_be_saved_later_is_not_set_aside(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk is told as it is, and the stroke is tried again with the next message."""
    with monkeypatch.context() as full:
        full.setattr(window.store, "append", Mock(side_effect=NotSaved(why="full")))
        with pytest.raises(NotSaved):
            window.draw((0, 0, 100, 100))
    assert window.sheet.set_aside == {}
    window.tell()
    assert len(window.strokes) == 1
