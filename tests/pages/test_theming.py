"""The step of themes: what the browser tells is kept, suggestions come when they are asked for."""

import json
import secrets
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from path_planner.analysis.queries import unassigned_voices, voices_in
from path_planner.domain.base import put
from path_planner.domain.vision.theme import Disagreement, Side, Theme
from path_planner.domain.vision.vision import Vision
from path_planner.services.context import VisionContext
from path_planner.storage.protocol import SessionStore
from path_planner.ui.stores import vision_store
from path_planner.ui.vision.theme_board import suggestions as board_asking
from tests.analysis.visions import a_source, a_vision, a_voice
from tests.pages.visiting import html, visit

NAME = "board_stand_in"
TEXTS = (
    "I want to get the bus on Sundays.",
    "There is no bus on a Sunday.",
    "I decide who has my key.",
    "<b>=1+1</b> | **words**",
)


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show something in place of the browser's side, which only a build brings."""

    def component() -> Any:
        return st.components.v2.component(NAME, js="export default () => {}", isolate_styles=False)

    monkeypatch.setattr("path_planner.ui.vision.theme_board.component", component)


@pytest.fixture
def vision(store: SessionStore) -> Vision:
    """Begin a vision with four voices and one theme."""
    del store
    voices = [a_voice(f"q{n}", text=text, order=n) for n, text in enumerate(TEXTS, 1)]
    themes = [Theme(id="t1", name="Getting about", statement="I get where I want to go by bus.")]
    return vision_store().create(a_vision(sources=[a_source()], voices=voices, themes=themes))


def kept(vision: Vision) -> Vision:
    """Return the vision as it is in the store."""
    return vision_store().open(vision.id).document


def told(at: AppTest) -> dict[str, Any]:
    """Return what the browser is told."""
    (found,) = [one.proto for one in at.get("bidi_component") if one.proto.component_name == NAME]
    answer: dict[str, Any] = json.loads(found.json or found.bytes)
    return answer


def report(at: AppTest, vision: Vision, *changes: dict[str, Any], **more: Any) -> AppTest:
    """Let the browser report."""
    facts = {"turn": 1, "has": None, "wall": "mine", "changes": list(changes), **more}
    at.session_state[f"{vision.id}:board"] = {"board": facts}
    return at.run()


def change(do: str, **facts: Any) -> dict[str, Any]:
    """Return a change with a fresh id."""
    return {"id": secrets.token_hex(10), "do": do, **facts}


def themes(vision: Vision) -> AppTest:
    """Open the step of themes."""
    return visit("vision_builder", vision=vision.id, step="theme")


def test_it_tells_the_browser_every_voice_at_first(vision: Vision) -> None:
    answer = told(themes(vision))
    assert answer["base"] is None
    assert [one["text"] for one in answer["cards"]] == list(TEXTS)
    assert [one["name"] for one in answer["themes"]] == ["Getting about"]
    assert answer["setting"]["words"]["board.undo"] == "Undo"


def test_a_move_is_on_the_disk_when_the_browser_is_told_so(vision: Vision) -> None:
    move = change("place", put=[["q1", "t1"]])
    at = report(themes(vision), vision, move)
    assert told(at)["done"] == [move["id"]]
    assert [voice.id for voice in voices_in(kept(vision), "t1")] == ["q1"]
    again = report(at, vision, move, has=told(at)["revision"])
    assert told(again)["cards"] == []
    assert len(unassigned_voices(kept(vision))) == 3


def test_what_cannot_be_kept_is_refused_with_a_sentence(vision: Vision) -> None:
    bad = change("rename", theme="gone", name="Other")
    at = report(themes(vision), vision, bad)
    assert told(at)["done"] == []
    (refused,) = told(at)["refused"]
    assert refused["id"] == bad["id"]
    assert "no longer" in refused["why"]


def asks(at: AppTest, vision: Vision, **ask: str) -> dict[str, Any]:
    """Ask for a suggestion and return the answer once it is there."""
    asked = secrets.token_hex(10)
    at = report(at, vision, ask={"id": asked, **ask})
    board_asking.wait_for(vision.id, asked)
    answer: dict[str, Any] = told(at.run())["answer"]
    assert answer["id"] == asked
    return answer


def test_one_voice_is_shown_those_like_it_and_the_likeliest_themes(vision: Vision) -> None:
    answer = asks(themes(vision), vision, about="voice", voice="q1")
    assert answer["alike"][0]["voice"] == "q2"
    assert "“bus”" in answer["alike"][0]["because"]
    assert [one["theme"] for one in answer["themes"]] == ["t1"]
    assert answer["themes"][0]["because"]


def test_a_pile_is_shown_seeds_and_nothing_is_done_with_them(vision: Vision) -> None:
    answer = asks(themes(vision), vision, about="pile")
    assert [["q1"], ["q2"]] in [one["lines"] for one in answer["seeds"]]
    assert kept(vision).revision == vision.revision


def test_a_theme_is_offered_voices_and_nothing_is_done_with_them(vision: Vision) -> None:
    (theme, *_) = vision.themes
    answer = asks(themes(vision), vision, about="theme", theme=theme)
    assert answer["offers"]
    assert answer["offers"][0]["because"]
    assert kept(vision).revision == vision.revision


@pytest.mark.parametrize("ask", [{}, {"about": "voice"}, {"about": "voice", "voice": "../q"}, 7])
def test_what_makes_no_sense_is_not_answered(vision: Vision, ask: Any) -> None:
    asked = {"id": secrets.token_hex(10), **ask} if isinstance(ask, dict) else ask
    assert "answer" not in told(report(themes(vision), vision, ask=asked))


def test_both_sides_of_a_disagreement_stand_side_by_side(vision: Vision) -> None:
    one, other = Side(words="Early & late", voices=("q1",)), Side(words="<i>", voices=("q4",))
    store = vision_store()
    differ = Disagreement(id="d1", about="When?", theme="t1", one=one, other=other)
    again = a_vision(**{**_as_lists(vision), "disagreements": [differ], "id": "v8f3q2m"})
    at = themes(store.create(again))
    shown = html(at)
    assert "Early &amp; late" in shown
    assert "&lt;i&gt;" in shown
    assert "&lt;b&gt;=1+1&lt;/b&gt; | **words**" in shown
    at.button(key="v8f3q2m:ask disagreement d1").click().run()
    at.button(key="v8f3q2m:yes disagreement d1").click().run()
    assert store.open("v8f3q2m").document.disagreements == {}


def _as_lists(vision: Vision) -> dict[str, Any]:
    names = ("sources", "voices", "themes")
    return {name: list(getattr(vision, name).values()) for name in names}


def test_without_voices_it_says_what_to_do_first(store: SessionStore) -> None:
    del store
    at = themes(vision_store().create(a_vision()))
    assert "Gather some first" in html(at)


def test_both_sides_of_a_disagreement_are_put_in_better_words(vision: Vision) -> None:
    differ = Disagreement(id="d1", about="Sundays", one=Side(words="Stay in", voices=("q1",)))
    with_it = put(vision, "disagreements", differ)
    VisionContext(vision_store(), vision).keep(with_it)
    at = themes(vision)
    at.text_area(key=f"{vision.id}:disagreement d1 other").input("Go <b>out</b>").run()
    at.text_area(key=f"{vision.id}:disagreement d1 one").input("Stay at home").run()
    at.text_area(key=f"{vision.id}:disagreement d1 next").input("We ask again").run()
    (now,) = kept(vision).disagreements.values()
    assert (now.one, now.other) == (
        Side(words="Stay at home", voices=("q1",)),
        Side(words="Go <b>out</b>"),
    )
    assert now.what_next == "We ask again"
    assert "Go &lt;b&gt;out" in html(at)
