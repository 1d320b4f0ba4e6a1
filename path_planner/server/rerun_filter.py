"""What one connection knows of the page that is shown and the one that was asked for.

It reads and writes the messages of Streamlit's own line, which are its private matter: the version
is pinned, and the tests in a browser hold it.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import parse_qsl

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates

from path_planner.server.middleware import Application, Message, Receive, Scope, Send

_LARGEST_NEWS = 1 << 18
"""Bytes; the word that a page begins is far smaller, and drawings need not be read here."""
_PRESSES = {"trigger_value", "string_trigger_value", "json_trigger_value", "chat_input_value"}


class Address(NamedTuple):
    """Where a browser is: a page, and what of it is shown."""

    page: str
    query: str

    def same_as(self, other: "Address") -> bool:
        """Say whether both lead to the same, however they are written."""
        return self.page == other.page and _parts(self.query) == _parts(other.query)


@dataclass(slots=True)
class Turn:
    """A page that the browser left, and the address it asked for."""

    left: str
    to: Address
    begun: bool = False

    @property
    def stays(self) -> bool:
        """Say whether the page is the same and only another part of it was asked for."""
        return self.left == self.to.page


class Turns:
    """Tells what is said by the page that is shown from what was left behind."""

    def __init__(self) -> None:
        self._shown = Address("", "")
        self._turn: Turn | None = None
        self._unanswered = WidgetStates()

    def on_client_message(self, said: bytes) -> bytes | None:
        """Return what the browser says as it should be understood, or nothing if it is stale."""
        message = _wish_in(said)
        if message is None:
            return said
        wish = message.rerun_script
        if _follows_a_link(wish):
            return self._follow(message) or said
        if (turn := self._left_by(wish)) is None:
            self._unanswered = _lasting(wish.widget_states)
            return said
        if wish.is_auto_rerun:
            return None
        wish.page_script_hash, wish.query_string = turn.to
        wish.fragment_id = ""
        return bytes(message.SerializeToString())

    def joined(self, link: bytes, later: Iterable[bytes]) -> list[bytes]:
        """Return a link with what was said late in it, and after it what was not late."""
        whole, after = BackMsg.FromString(link), []
        for said in later:
            kept = self.on_client_message(said)
            if kept is None:
                continue
            if kept is said or follows_a_link(said):
                after.append(kept)
            else:
                _join(whole.rerun_script, BackMsg.FromString(kept).rerun_script)
        return [whole.SerializeToString(), *after]

    @property
    def turning(self) -> bool:
        """Say whether a page was asked for that has not begun."""
        return self._turn is not None and not self._turn.begun

    def on_server_message(self, news: bytes) -> None:
        """Note the page that begins."""
        if len(news) > _LARGEST_NEWS:
            return
        message = ForwardMsg()
        try:
            message.ParseFromString(news)
        except DecodeError:
            return
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self._moved(message.page_info_changed.query_string)
        elif kind == "navigation":
            # A browser that came by an address hears only now which page that is.
            self._begins(message.navigation.page_script_hash)
        elif kind == "new_session":
            self._unanswered = WidgetStates()
            if not message.metadata.run.fragment_ids:
                self._begins(message.new_session.page_script_hash)

    def _follow(self, message: BackMsg) -> bytes:
        """Note where a link leads; return it with what a field said just before, if it did."""
        wish = message.rerun_script
        to = Address(wish.page_script_hash, wish.query_string)
        turns = to.page and self._shown.page and not to.same_as(self._shown)
        self._turn = Turn(self._shown.page, to) if turns else None
        if not (turns and self._unanswered.widgets):
            return b""
        wish.widget_states.CopyFrom(self._unanswered)
        return bytes(message.SerializeToString())

    def _left_by(self, wish: ClientState) -> Turn | None:
        """Return the turn by which the speaker was left; if none, the browser is where it says."""
        here = Address(wish.page_script_hash, wish.query_string)
        turn = self._turn
        if turn and here.page == turn.left and not (turn.stays and here.same_as(turn.to)):
            return turn
        self._turn = None
        if here.page:
            self._shown = here
        return None

    def _begins(self, page: str) -> None:
        turn = self._turn
        if turn and page == turn.to.page:
            turn.begun = True
            self._shown = turn.to
        elif turn and not turn.begun:
            # The page before was still on its way when the link was pressed.
            return
        else:
            self._turn = None
            self._shown = Address(page, self._shown.query)

    def _moved(self, query: str) -> None:
        """Note that the server tells the browser where it is now."""
        turn = self._turn
        here = Address(self._shown.page, query)
        if turn and turn.stays and turn.begun and not here.same_as(turn.to):
            self._turn = None
        self._shown = here


def _parts(query: str) -> list[tuple[str, str]]:
    return sorted(parse_qsl(query))


def follows_a_link(said: bytes) -> bool:
    """Say whether this is a press on a link, or Back or Forward."""
    message = _wish_in(said)
    return message is not None and _follows_a_link(message.rerun_script)


def _wish_in(said: bytes) -> BackMsg | None:
    """Read a wish to have a page drawn, or nothing if it is something else."""
    message = BackMsg()
    try:
        message.ParseFromString(said)
    except DecodeError:
        return None
    return message if message.WhichOneof("type") == "rerun_script" else None


def _follows_a_link(wish: ClientState) -> bool:
    """Say whether somebody went to an address: whatever else is said tells what fields hold."""
    return not (wish.fragment_id or wish.widget_states.widgets)


def _lasting(said: WidgetStates) -> WidgetStates:
    """Return what fields hold, without presses: those are for one time."""
    held = (one for one in said.widgets if one.WhichOneof("value") not in _PRESSES)
    return WidgetStates(widgets=held)


def _join(link: ClientState, late: ClientState) -> None:
    held = {one.id: one for said in (link, late) for one in said.widget_states.widgets}
    link.widget_states.CopyFrom(WidgetStates(widgets=held.values()))


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
                turns.on_server_message(message["bytes"])
            await send(message)

        listening = asyncio.create_task(ear.listen())
        try:
            await self._app(scope, ear.receive, told)
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

    async def receive(self) -> Message:
        """Return what is to be understood next."""
        while not self._ready:
            await self._take(await self._came.get())
        return self._ready.pop(0)

    async def _take(self, message: Message) -> None:
        said = _said(message)
        if said is None:
            self._ready.append(message)
        elif (kept := self._turns.on_client_message(said)) is None:
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
