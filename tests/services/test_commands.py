"""What boards send is read as from a stranger, in one way for both of them."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from path_planner.errors import NotAChange
from path_planner.services import commands
from path_planner.services.session.wall import commands as wall
from path_planner.services.vision import theme_board_commands as board

ID = "a" * 20
Read = Callable[[object], commands.Command]
BOTH = pytest.mark.parametrize(
    ("read", "sound"),
    [
        (wall.read_command, {"id": ID, "do": "gone", "mark": "m1"}),
        (board.read_command, {"id": ID, "do": "apart", "theme": "t1"}),
    ],
    ids=["wall", "board"],
)


@BOTH
def test_what_a_later_version_adds_is_left_out(read: Read, sound: dict[str, Any]) -> None:
    command = read({**sound, "later": 1})
    assert command == read(sound)
    assert (command.id, command.left) == (ID, False)
    assert read({**sound, "left": True}).left
    with pytest.raises(ValidationError):
        command.id = "b" * 20  # type: ignore[misc] # that it cannot be changed is what is tested


@BOTH
@pytest.mark.parametrize(
    "bad",
    [{"id": "short"}, {"id": ID.upper()}, {"id": f"{ID}\n"}, {"id": 7}, {"do": "fly"}, {"left": 5}],
    ids=str,
)
def test_what_is_no_command_is_refused(
    read: Read, sound: dict[str, Any], bad: dict[str, Any]
) -> None:
    with pytest.raises(NotAChange) as refused:
        read({**sound, **bad})
    assert refused.value.__cause__ is None


@BOTH
@pytest.mark.parametrize("raw", [None, 7, "gone", [], {}])
def test_what_is_no_message_is_refused(read: Read, sound: dict[str, Any], raw: object) -> None:
    assert read(sound)
    with pytest.raises(NotAChange):
        read(raw)


@pytest.mark.parametrize("raw", [None, "change", [], {}, {"id": 1}, {"id": "A" * 20}, {"id": "a"}])
def test_a_message_without_a_proper_id_has_none(raw: object) -> None:
    assert commands.command_id(raw) is None
    assert commands.command_id({"id": ID}) == ID


def test_a_board_asks_about_a_voice_or_the_pile() -> None:
    asked = board.read_ask({"id": ID, "about": "voice", "voice": "q1"})
    assert isinstance(asked, board.AskAboutVoice)
    assert asked.voice == "q1"
    assert isinstance(board.read_ask({"id": ID, "about": "pile"}), board.AskAboutUnassigned)
    for bad in (None, {}, {"id": ID, "about": "voice"}, {"id": "a", "about": "pile"}):
        assert board.read_ask(bad) is None
