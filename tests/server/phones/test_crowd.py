"""Many phones at once: nothing is lost, nothing is there twice, and few writes do for all."""

import asyncio
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from path_planner.errors import NotSaved
from path_planner.server.phones.limits import LARGEST_POST, PostLimits
from path_planner.server.phones.protocol import HeadTimeoutProtocol
from path_planner.server.phones.room import PostQueue
from path_planner.services.arrivals.tray import Post
from tests.server.phones.phone import Invited, Phone, multipart, op_of


class NoLimits(PostLimits):
    """Lets everybody send as much as they like: here all phones have one address."""

    def allow(self, phone: str) -> bool:
        """Allow it."""
        del phone
        return True


def a_post(number: int) -> Post:
    """Return a post."""
    return Post(f"op-{number}", {"text": str(number)})


def test_posts_of_one_moment_are_written_together() -> None:
    writes: list[int] = []
    begun, goes_on = threading.Event(), threading.Event()

    def save(posts: Any) -> tuple[bool, ...]:
        writes.append(len(posts))
        begun.set()
        assert goes_on.wait(30)
        return tuple(post.op != "op-7" for post in posts)

    async def send() -> list[bool]:
        queue = PostQueue(save)
        first = asyncio.create_task(queue.put(a_post(0)))
        assert await asyncio.to_thread(begun.wait, 30)
        others = [asyncio.create_task(queue.put(a_post(number))) for number in range(1, 30)]
        await asyncio.sleep(0)
        goes_on.set()
        return list(await asyncio.gather(first, *others))

    answers = asyncio.run(send())
    assert [number for number, answer in enumerate(answers) if not answer] == [7]
    assert writes == [1, 29]


def test_a_write_that_fails_is_known_to_each_and_the_next_goes_on() -> None:
    fails = [True]

    def save(posts: Any) -> tuple[bool, ...]:
        if fails.pop():
            fails.append(False)
            raise NotSaved(why="")
        fails.append(False)
        return (True,) * len(posts)

    async def send() -> tuple[object, bool]:
        queue = PostQueue(save)
        (first,) = await asyncio.gather(queue.put(a_post(1)), return_exceptions=True)
        return first, await queue.put(a_post(2))

    first, second = asyncio.run(send())
    assert isinstance(first, NotSaved)
    assert second


def test_thirty_phones_lose_and_double_nothing(invited: Invited) -> None:
    def sends(number: int) -> None:
        phone = Phone(invited.listener)
        for turn in range(10):
            op = op_of(phone.ask("GET", invited.path))
            for _ in range(1 + (number + turn) % 2):
                answer = phone.send(invited.path, {"op": op, "words": f"{number}/{turn}"})
                assert answer.status in {303, 429}
                if answer.status == 429:
                    refused.append(f"{number}/{turn}")

    refused: list[str] = []
    invited.room.limits = NoLimits(lambda: 0.0)
    with ThreadPoolExecutor(30) as pool:
        list(pool.map(sends, range(30)))
    assert refused == []
    texts = [one.text for one in invited.waiting()]
    assert sorted(texts) == sorted(f"{number}/{turn}" for number in range(30) for turn in range(10))


def test_connections_that_say_nothing_keep_nobody_out(invited: Invited) -> None:
    silent = [connected(invited) for _ in range(200)]
    try:
        for one in silent:
            one.sendall(b"POST / HTTP/1.1\r\nContent-Length: " + str(LARGEST_POST).encode())
        assert invited.phone().ask("GET", invited.path).status == 200
    finally:
        for one in silent:
            one.close()


def test_half_a_head_is_closed_in_its_time_and_a_slow_body_is_not(
    invited: Invited, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HeadTimeoutProtocol, "seconds_a_head", 1.0)
    path, address = invited.path.encode(), invited.listener.address.encode()
    form = multipart("x", {"words": "A garden"})
    whole = (
        b"POST " + path + b" HTTP/1.1\r\nHost: " + address + b"\r\nContent-Length: "
        + str(len(form)).encode() + b"\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n"
    )  # fmt: skip
    with ExitStack() as closing:
        slow, silent, half, second = (closing.enter_context(connected(invited)) for _ in range(4))
        slow.sendall(whole + form[:9])
        half.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: ")
        # The head of a second request, on a connection whose first one was answered.
        second.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: " + address + b"\r\n\r\nGET ")
        assert silent.recv(100) == half.recv(100) == b""
        assert b"</html>" in all_of(second)
        slow.sendall(form[9:])
        assert slow.recv(100).startswith(b"HTTP/1.1 303")
    assert [one.text for one in invited.waiting()] == ["A garden"]


async def nothing(scope: Any, receive: Any, send: Any) -> None:
    """Answer nothing."""
    del scope, receive, send


def test_more_connections_than_are_allowed_are_closed_as_they_come() -> None:
    class Transport:
        aborted = False

        def abort(self) -> None:
            self.aborted = True

        def close(self) -> None:
            """Do nothing."""

        def get_extra_info(self, _name: str) -> None:
            return None

    async def connect() -> list[bool]:
        config = uvicorn.Config(nothing, limit_concurrency=2, log_config=None, lifespan="off")
        config.load()
        state, transports = ServerState(), [Transport() for _ in range(4)]
        for transport in transports:
            HeadTimeoutProtocol(config, state, {}).connection_made(transport)
        return [transport.aborted for transport in transports]

    assert asyncio.run(connect()) == [False, False, True, True]


def connected(invited: Invited) -> socket.socket:
    """Return a connection."""
    host, port = invited.listener.address.split(":")
    return socket.create_connection((host, int(port)), timeout=30)


def all_of(connection: socket.socket) -> bytes:
    """Return what comes until the other side closes the connection."""
    return b"".join(iter(lambda: connection.recv(65536), b""))
