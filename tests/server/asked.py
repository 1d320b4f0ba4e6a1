"""Asking a middleware without a server: an ASGI scope in, the answer out."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from path_planner.server.asgi import Application, Message, Receive, Scope, Send

REACHED = 299
"""The status with which the app behind the middleware answers."""


@dataclass
class Answer:
    """What came back: a status (nothing if a WebSocket was closed), headers, the body."""

    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    closed: bool = False


def scope(path: str = "/", kind: str = "http", method: str = "GET", **headers: str) -> Scope:
    """Return the scope of a request; an underscore in the name of a header stands for a hyphen."""
    raw, _mark, query = path.partition("?")
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": kind, "method": method, "path": raw, "query_string": query.encode(),
        "headers": pairs,
    }  # fmt: skip


async def behind(asked: Scope, _receive: Receive, send: Send) -> None:
    """Answer as the app does that a middleware stands before."""
    if asked["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": REACHED, "headers": []})
    await send({"type": "http.response.body", "body": b"the app"})


def ask(middleware: Application, asked: Scope) -> Answer:
    """Ask, and return the answer."""
    return asyncio.run(_ask(middleware, asked))


async def _ask(middleware: Application, asked: Scope) -> Answer:
    answer = Answer()

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        elif message["type"] == "http.response.body":
            answer.body += message["body"]
        elif message["type"] == "websocket.close":
            answer.closed = True
        else:
            answer.status = REACHED

    async def receive() -> Any:
        raise AssertionError

    await middleware(asked, receive, send)
    return answer
