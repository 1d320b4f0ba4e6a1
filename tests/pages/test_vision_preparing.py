"""A large vision is read while people gather: the page says how far, and one press stops it."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.services.vision import theme_suggestions
from path_planner.storage.protocol import SessionStore, VisionStore
from path_planner.ui.vision import preparing
from path_planner.ui.vision.background import BackgroundWorker
from tests.analysis.visions import a_source, a_vision, a_voice
from tests.pages.visiting import html, labels, press, visit

BUILDER = "vision_builder"


class SlowReader:
    """Reads half of the voices, and the rest when it is let."""

    def __init__(self) -> None:
        self.go_on, self.is_half_way, self.ended = Event(), Event(), Event()
        self.kept = False

    def read(self, _vision: Vision, _keep_in: Any, progress: Any) -> Any:
        """Stand in for the corpus of a vision."""
        try:
            progress(0, preparing.LARGE)
            progress(preparing.LARGE // 2, preparing.LARGE)
            self.is_half_way.set()
            assert self.go_on.wait(60)
            progress(preparing.LARGE, preparing.LARGE)
            self.kept = True
            return theme_suggestions.corpus_of(a_vision())
        finally:
            self.ended.set()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowReader]:
    """Let voices be read slowly."""
    slow = SlowReader()
    monkeypatch.setattr(preparing, "corpus_of", slow.read)
    # What other tests of this process asked for may still be at work.
    monkeypatch.setattr(preparing, "SUGGESTIONS", BackgroundWorker("test"))
    yield slow
    slow.go_on.set()
    assert slow.ended.wait(60)


def large(visions: VisionStore, count: int = preparing.LARGE) -> Vision:
    """Begin a vision with many voices."""
    voices = [a_voice(f"q{n}", text=f"Voice {n}", checked=True, order=n) for n in range(count)]
    return visions.create(a_vision(sources=[a_source()], voices=voices))


def test_it_says_how_far_it_is_and_stops_without_a_trace(
    store: SessionStore, visions: VisionStore, reader: SlowReader
) -> None:
    del store
    vision = large(visions)
    at = visit(BUILDER, vision=vision.id, step="gather")
    assert reader.is_half_way.wait(60)
    at.run()
    (bar,) = at.get("progress")
    assert bar.proto.text.startswith("Getting ready to find themes: 150 of 300 voices read.")
    press(at, "Stop")
    reader.go_on.set()
    assert reader.ended.wait(60)
    assert not reader.kept
    at.run()
    assert "Stop" not in labels(at.button)
    assert not at.get("progress")


def test_a_small_vision_is_read_only_once_somebody_asks(
    store: SessionStore, visions: VisionStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    del store
    monkeypatch.setattr(preparing, "corpus_of", lambda *_: pytest.fail("it was read"))
    at = visit(BUILDER, vision=large(visions, preparing.LARGE - 1).id, step="gather")
    assert "Getting ready" not in html(at)
    assert not at.get("progress")


def test_what_is_known_of_a_vision_is_not_taken_for_another_of_the_same_id_and_revision() -> None:
    count = memo_by_revision(lambda vision: len(vision.voices))
    few, many = a_vision(), a_vision(voices=[a_voice("q1"), a_voice("q2")])
    assert (few.id, few.revision, few.updated) == (many.id, many.revision, many.updated)
    assert [count(few), count(many), count(few)] == [0, 2, 0]
