"""The server for second screens: devices that nobody knows do not hold its connections."""

import asyncio

import pytest

from path_planner.server import asgi
from path_planner.server.phones.protocol import HeadTimeoutProtocol
from path_planner.server.screens.listener import ScreenListener
from path_planner.storage.memory_store import STORE
from path_planner.ui.screens.roles import ScreenRole
from tests.domain.builders import a_session


async def nothing(scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
    """Answer nothing: no device gets as far as the app."""
    raise AssertionError(scope, receive, send)


def test_a_connection_that_says_nothing_is_closed_in_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(HeadTimeoutProtocol, "seconds_a_head", 0.2)
    store = STORE.make("").sessions
    store.create(a_session())

    async def wait() -> bytes:
        listener = ScreenListener()
        listener.port = 0
        listener.attach(nothing)
        listener.offer("127.0.0.2", store, "k7f3q2", ScreenRole.SHOWS)
        host, _colon, port = listener.address.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            return await asyncio.wait_for(reader.read(100), 60)
        finally:
            writer.close()
            listener.close()

    assert asyncio.run(wait()) == b""
