"""A press on a link is never lost to what the page before still says."""

import asyncio
from collections.abc import Iterable
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from path_planner.server.middleware import Message, Receive, Scope, Send
from path_planner.server.rerun_filter import Turning, Turns

WALK, WALL, POSTER, BUILDER = "walk", "wall", "poster", "vision_builder"
GATHER, PLAN, PUBLISH = (f"vision=v&step={step}" for step in ("gather", "plan", "publish"))


def asks(
    page: str,
    *,
    at: str = "",
    part: str = "",
    auto: bool = False,
    held: str = "",
    pressed: bool = False,
    back: bool = False,
) -> bytes:
    """Write what a browser says: draw this page, or a part of it, anew."""
    message = BackMsg()
    wish = message.rerun_script
    wish.page_script_hash, wish.fragment_id, wish.is_auto_rerun = page, part, auto
    wish.query_string, wish.is_history_navigation = at, back
    if held:
        widget = wish.widget_states.widgets.add()
        widget.id, widget.string_value = "pad", held
    if pressed:
        widget = wish.widget_states.widgets.add()
        widget.id, widget.trigger_value = "button", True
    return bytes(message.SerializeToString())


def begins(page: str, *parts: str) -> bytes:
    """Write what the server says when it begins to draw a page, or parts of it."""
    message = ForwardMsg()
    message.new_session.page_script_hash = page
    message.metadata.run.fragment_ids.extend(parts)
    return bytes(message.SerializeToString())


def knows(page: str) -> bytes:
    """Write how the server tells a browser that came by an address which page that is."""
    message = ForwardMsg()
    message.navigation.page_script_hash = page
    return bytes(message.SerializeToString())


def is_at(query: str) -> bytes:
    """Write how the server tells the browser its address."""
    message = ForwardMsg()
    message.page_info_changed.query_string = query
    return bytes(message.SerializeToString())


def on(page: str, query: str = "") -> Turns:
    """Return a connection whose browser shows a page."""
    turns = Turns()
    assert turns.on_client_message(asks("", at=query)) == asks("", at=query)
    turns.on_server_message(begins("main"))
    turns.on_server_message(knows(page))
    turns.on_server_message(is_at(query))
    return turns


def test_what_a_page_says_while_it_stays_is_passed_on_as_it_is() -> None:
    turns = on(WALK)
    for said in (asks(WALK), asks(WALK, part="clock", auto=True), asks(WALK, part="pad")):
        assert turns.on_client_message(said) == said
        turns.on_server_message(begins(WALK, "clock"))


def test_a_late_word_of_the_page_before_is_told_as_one_of_the_new_page() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    assert turns.on_client_message(asks(WALK, part="pad", held="a stroke")) == asks(
        POSTER, held="a stroke"
    )


def test_the_clock_of_the_page_before_is_not_heard_any_more() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    assert turns.on_client_message(asks(WALK, part="clock", auto=True)) is None


def test_a_late_word_is_late_even_after_the_new_page_has_begun() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_server_message(begins(POSTER))
    assert turns.on_client_message(asks(WALK, part="pad", held="a stroke")) == asks(
        POSTER, held="a stroke"
    )
    assert turns.on_client_message(asks(WALK, part="clock", auto=True)) is None


def test_a_run_of_the_page_before_that_was_on_its_way_ends_nothing() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_server_message(begins(WALK))
    turns.on_server_message(begins(WALK, "clock"))
    assert turns.on_client_message(asks(WALK, part="pad")) == asks(POSTER)


def test_the_new_page_speaks_for_itself_once_it_is_there() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_server_message(begins(POSTER))
    said = asks(POSTER, part="film", auto=True)
    assert turns.on_client_message(said) == said


def test_a_page_that_sends_on_to_another_is_followed() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_server_message(begins(POSTER))
    turns.on_server_message(begins(WALL))
    said = asks(WALL, part="board", auto=True)
    assert turns.on_client_message(said) == said


def test_a_page_that_sends_back_is_followed_too() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_server_message(begins(POSTER))
    turns.on_server_message(begins(WALK))
    said = asks(WALK, part="clock", auto=True)
    assert turns.on_client_message(said) == said


def test_the_last_of_two_presses_holds() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_client_message(asks(WALL))
    turns.on_server_message(begins(POSTER))
    assert turns.on_client_message(asks(WALK, part="pad")) == asks(WALL)


def test_a_late_word_of_the_whole_page_before_is_told_as_one_of_the_new_page() -> None:
    turns = on(POSTER)
    turns.on_client_message(asks(WALK))
    assert turns.on_client_message(asks(POSTER, held="a choice")) == asks(WALK, held="a choice")


def test_whoever_comes_from_the_new_page_is_heard() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_server_message(begins(POSTER))
    assert turns.on_client_message(asks(WALK)) == asks(WALK)


def test_whoever_goes_back_at_once_is_back() -> None:
    turns = on(WALK)
    turns.on_client_message(asks(POSTER))
    turns.on_client_message(asks(WALK, back=True))
    said = asks(WALK, part="clock", auto=True)
    assert turns.on_client_message(said) == said


def test_a_page_that_the_server_turned_to_is_no_turn_of_the_browser() -> None:
    turns = on(WALK)
    turns.on_server_message(begins(POSTER))
    assert turns.on_client_message(asks(POSTER)) == asks(POSTER)
    turns.on_server_message(begins(WALK))
    said = asks(WALK, part="clock", auto=True)
    assert turns.on_client_message(said) == said


def test_a_late_word_of_the_step_before_is_told_as_one_of_the_new_step() -> None:
    turns = on(BUILDER, GATHER)
    assert turns.on_client_message(asks(BUILDER, at=PLAN)) == asks(BUILDER, at=PLAN)
    for news in (begins(BUILDER), is_at(PLAN)):
        said = turns.on_client_message(asks(BUILDER, at=GATHER, part="paste", held="a bench"))
        assert said == asks(BUILDER, at=PLAN, held="a bench")
        assert turns.on_client_message(asks(BUILDER, at=GATHER, part="clock", auto=True)) is None
        turns.on_server_message(news)


def test_the_new_step_speaks_for_itself_however_its_address_is_written() -> None:
    turns = on(BUILDER, GATHER)
    turns.on_client_message(asks(BUILDER, at=PLAN))
    turns.on_server_message(begins(BUILDER))
    turns.on_server_message(is_at(PLAN))
    for at in ("step=plan&vision=v", f"{PLAN}&part="):
        said = asks(BUILDER, at=at, part="words", held="a bench")
        assert turns.on_client_message(said) == said
    said = asks(BUILDER, at=GATHER, held="once there, it is where it says")
    assert turns.on_client_message(said) == said


def test_a_step_that_sends_on_to_another_is_followed() -> None:
    turns = on(BUILDER, GATHER)
    turns.on_client_message(asks(BUILDER, at=PLAN))
    turns.on_server_message(begins(BUILDER))
    turns.on_server_message(is_at(PUBLISH))
    said = asks(BUILDER, at=PUBLISH, held="a bench")
    assert turns.on_client_message(said) == said


def test_whoever_goes_back_a_step_is_back() -> None:
    turns = on(BUILDER, GATHER)
    turns.on_client_message(asks(BUILDER, at=PLAN))
    turns.on_server_message(begins(BUILDER))
    turns.on_server_message(is_at(PLAN))
    for said in (asks(BUILDER, at=GATHER, back=True), asks(BUILDER, at=GATHER, held="a bench")):
        assert turns.on_client_message(said) == said


def test_a_link_to_the_step_before_is_followed_at_once() -> None:
    turns = on(BUILDER, GATHER)
    turns.on_client_message(asks(BUILDER, at=PLAN))
    assert turns.on_client_message(asks(BUILDER, at=GATHER)) == asks(BUILDER, at=GATHER)
    said = asks(BUILDER, at=GATHER, held="a bench")
    assert turns.on_client_message(said) == said


@pytest.mark.parametrize("to", [(BUILDER, PLAN), (WALK, "session=s")])
def test_what_was_said_just_before_a_press_on_a_link_travels_along(to: tuple[str, str]) -> None:
    turns = on(BUILDER, GATHER)
    turns.on_client_message(asks(BUILDER, at=GATHER, held="a bench", pressed=True))
    page, at = to
    assert turns.on_client_message(asks(page, at=at)) == asks(page, at=at, held="a bench")


def test_what_was_heard_already_does_not_travel() -> None:
    turns = on(BUILDER, GATHER)
    turns.on_client_message(asks(BUILDER, at=GATHER, held="a bench"))
    turns.on_server_message(begins(BUILDER))
    assert turns.on_client_message(asks(BUILDER, at=PLAN)) == asks(BUILDER, at=PLAN)


def test_what_cannot_be_read_is_passed_on() -> None:
    turns = on(WALK)
    assert turns.on_client_message(b"\xff\xff\xff") == b"\xff\xff\xff"
    turns.on_server_message(b"\xff\xff\xff")
    turns.on_server_message(b"\xff" * (1 << 19))
    stop = BackMsg()
    stop.stop_script = True
    assert turns.on_client_message(stop.SerializeToString()) == stop.SerializeToString()


def test_late_words_travel_with_the_link_and_all_else_comes_after_it() -> None:
    turns = on(WALK)
    link = turns.on_client_message(asks(POSTER, at="session=s"))
    assert link
    later = [
        asks(WALK, part="clock", auto=True),
        asks(WALK, part="pad", held="a stroke"),
        asks(WALK, at="stage=goal", part="pad", held="two strokes", pressed=True),
        asks(WALL),
        asks(WALK, part="pad", held="three strokes"),
    ]
    joined = [
        asks(POSTER, at="session=s", held="three strokes", pressed=True),
        asks(WALL),
    ]
    assert turns.joined(link, later) == joined


def test_a_connection_hears_all_but_what_is_stale() -> None:
    came = run([asks(""), asks(POSTER), asks(WALK, part="clock", auto=True), asks(POSTER)])
    assert came == [asks(""), asks(POSTER), asks(POSTER)]


def test_a_connection_waits_a_moment_for_the_last_words_of_a_page() -> None:
    late = asks(WALK, part="pad", held="a stroke")
    came = run([asks(""), asks(POSTER), late, asks(POSTER, part="film", auto=True)])
    assert came == [
        asks(""),
        asks(POSTER, held="a stroke"),
        asks(POSTER, part="film", auto=True),
    ]


def run(said: Iterable[bytes]) -> list[bytes]:
    """Let a browser say all this to an app that shows the walk; return what the app heard."""
    heard: list[bytes] = []
    waiting = [{"type": "websocket.connect"}]
    waiting += [{"type": "websocket.receive", "bytes": one} for one in said]  # type: ignore[dict-item]
    waiting += [{"type": "websocket.disconnect"}]
    sent: list[Message] = []

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            if "bytes" in message:
                heard.append(message["bytes"])
                await send({"type": "websocket.send", "bytes": begins(WALK)})

    async def receive() -> Any:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Turning(app)({"type": "websocket"}, receive, send))
    assert [one["bytes"] for one in sent] == [begins(WALK)] * len(heard)
    return heard
