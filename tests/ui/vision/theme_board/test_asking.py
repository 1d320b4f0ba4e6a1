"""Asking the machine: beside the page, said in the asker's language, and never in the way."""

import logging
from threading import Event
from typing import Any

import pytest

from path_planner import i18n
from path_planner.i18n import _
from path_planner.services.vision.theme_board_commands import AskAboutVoice
from path_planner.ui.vision.theme_board import suggestions as board_asking
from path_planner.ui.vision.theme_board.suggestions import suggestions_for, wait_for
from tests.analysis.visions import a_source, a_voice
from tests.services.vision.circle import Circle, a_circle


@pytest.fixture
def circle() -> Circle:
    """Return a circle with two voices."""
    return a_circle(sources=[a_source()], voices=[a_voice("q1"), a_voice("q2", text="No bus.")])


def test_while_it_is_worked_out_it_says_how_far_and_then_answers(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, is_working = Event(), Event()

    def slow(_vision: Any, voice: str, _keep_in: Any, progress: Any) -> dict[str, Any]:
        progress(1, 3)
        is_working.set()
        assert go_on.wait(60)
        return {"note": f"about {voice}"}

    monkeypatch.setattr(board_asking, "suggest_for_voice", slow)
    ask = AskAboutVoice(id="a" * 20, about="voice", voice="q1")
    assert suggestions_for(circle.meeting, ask).keys() == {"busy"}
    assert is_working.wait(60)
    assert suggestions_for(circle.meeting, ask)["busy"].startswith("1 of 3 voices read.")
    go_on.set()
    wait_for(circle.vision.id, ask.id)
    answer = suggestions_for(circle.meeting, ask)["answer"]
    assert (answer["id"], answer["note"]) == (ask.id, "about q1")


def test_what_fails_is_said_plainly_and_quotes_nobody_in_the_log(
    circle: Circle, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_vision: Any, _voice: str, _keep_in: Any, _progress: Any) -> dict[str, Any]:
        raise ValueError("Canary words")

    monkeypatch.setattr(board_asking, "suggest_for_voice", broken)
    ask = AskAboutVoice(id="b" * 20, about="voice", voice="q1")
    suggestions_for(circle.meeting, ask)
    wait_for(circle.vision.id, ask.id)
    with caplog.at_level(logging.ERROR):
        answer = suggestions_for(circle.meeting, ask)["answer"]
    assert answer["note"] == "No suggestions at the moment."
    assert "Canary" not in caplog.text


def test_the_answer_is_in_the_language_of_the_one_who_asked(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board_asking, "suggest_for_voice", lambda *_args: {"note": _("Undo")})
    ask = AskAboutVoice(id="c" * 20, about="voice", voice="q1")
    i18n.set_language(i18n.PSEUDO)
    try:
        suggestions_for(circle.meeting, ask)
    finally:
        i18n.set_language(i18n.ENGLISH)
    wait_for(circle.vision.id, ask.id)
    assert suggestions_for(circle.meeting, ask)["answer"]["note"] not in ("", "Undo")
