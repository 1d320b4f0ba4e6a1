"""Keeps a page that was turned to: what the page before still says cannot turn it back.

Whatever a page says names the address that the browser shows at that moment. If it speaks, or a
part of it draws itself anew, between a press on a link and the answer, Streamlit joins both wishes
into one and takes the address of the later: the press would be lost. Here such a late word is told
as one of the new page, with all that its fields hold, so that both are heard. What a field said
just before the press travels along with it for the same reason.
"""

import asyncio

from path_planner.server.guard import Application, Message, Receive, Scope, Send
from path_planner.server.turns import Turns, follows_a_link

A_MOMENT = 0.08
"""Seconds after a press on a link in which a field that was left tells what it holds."""
_MOST_WAITING = 64


class Turning:
    """The pages, each connection with a memory of which page was asked for last."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on requests as they are, and connections as their turns want it."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        turns = Turns()
        ear = Ear(turns, receive)

        async def told(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("bytes"):
                turns.told(message["bytes"])
            await send(message)

        listening = asyncio.create_task(ear.listen())
        try:
            await self._app(scope, ear.heard, told)
        finally:
            listening.cancel()


class Ear:
    """Hears a browser; after a press on a link it waits for what is still to be said."""

    def __init__(self, turns: Turns, receive: Receive) -> None:
        self._turns = turns
        self._receive = receive
        self._came: asyncio.Queue[Message] = asyncio.Queue(_MOST_WAITING)
        self._ready: list[Message] = []

    async def listen(self) -> None:
        """Take in what comes, until the browser is gone."""
        message: Message = {"type": "websocket.receive"}
        while message["type"] != "websocket.disconnect":
            message = await self._receive()
            await self._came.put(message)

    async def heard(self) -> Message:
        """Return what is to be understood next."""
        while not self._ready:
            await self._take(await self._came.get())
        return self._ready.pop(0)

    async def _take(self, message: Message) -> None:
        said = _said(message)
        if said is None:
            self._ready.append(message)
        elif (kept := self._turns.heard(said)) is None:
            return
        elif self._turns.turning and follows_a_link(said):
            await asyncio.sleep(A_MOMENT)
            self._join(kept)
        else:
            self._ready.append(_heard(kept))

    def _join(self, link: bytes) -> None:
        later, end = [], None
        while end is None and not self._came.empty():
            message = self._came.get_nowait()
            said = _said(message)
            if said is None:
                end = message
            else:
                later.append(said)
        self._ready += map(_heard, self._turns.joined(link, later))
        if end is not None:
            self._ready.append(end)


def _said(message: Message) -> bytes | None:
    said: bytes | None = message.get("bytes") if message["type"] == "websocket.receive" else None
    return said


def _heard(said: bytes) -> Message:
    return {"type": "websocket.receive", "bytes": said}
