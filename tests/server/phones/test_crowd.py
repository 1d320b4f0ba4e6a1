"""Many phones at once: nothing is lost, nothing is there twice, and few writes do for all."""

import asyncio
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from path_planner.errors import NotSaved
from path_planner.server.phones.limits import LARGEST_POST, PostLimits
from path_planner.server.phones.room import PostQueue
from path_planner.services.arrivals.tray import Post
from tests.server.phones.phone import Invited, Phone, op_of


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
    host, port = invited.listener.address.split(":")
    silent = [socket.create_connection((host, int(port)), timeout=30) for _ in range(200)]
    try:
        for one in silent:
            one.sendall(b"POST / HTTP/1.1\r\nContent-Length: " + str(LARGEST_POST).encode())
        assert invited.phone().ask("GET", invited.path).status == 200
    finally:
        for one in silent:
            one.close()
