"""Keeps a page that was turned to: what the page before still says cannot turn it back.

Whatever a page says names the page that the browser shows at that moment. If it speaks, or a part
of it draws itself anew, between a press on a link and the answer, Streamlit joins both wishes into
one and takes the page of the later: the press would be lost. Here such a late word is told as one
of the new page, with all that its fields hold, so that both are heard.
"""

from dataclasses import dataclass

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from path_planner.server.guard import Application, Message, Receive, Scope, Send

_LARGEST_NEWS = 1 << 18
"""Bytes; the word that a page begins is far smaller, and drawings need not be read here."""


@dataclass(slots=True)
class Turn:
    """A page that the browser left, and the one it asked for."""

    left: str
    to: str
    begun: bool = False


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

        async def heard() -> Message:
            while True:
                message = await receive()
                said = message.get("bytes") if message["type"] == "websocket.receive" else None
                if said is None:
                    return message
                if (kept := turns.heard(said)) is not None:
                    return {**message, "bytes": kept}

        async def told(message: Message) -> None:
            if message["type"] == "websocket.send" and message.get("bytes"):
                turns.told(message["bytes"])
            await send(message)

        await self._app(scope, heard, told)


class Turns:
    """What one connection knows of the page that is shown and the one that was asked for."""

    def __init__(self) -> None:
        self._shown = ""
        self._turn: Turn | None = None

    def heard(self, said: bytes) -> bytes | None:
        """Return what the browser says as it should be understood, or nothing if it is stale."""
        message = BackMsg()
        try:
            message.ParseFromString(said)
        except DecodeError:
            return said
        if message.WhichOneof("type") != "rerun_script":
            return said
        wish = message.rerun_script
        if not wish.fragment_id and not self._comes_late(wish):
            self._ask_for(wish.page_script_hash)
            return said
        if self._turn is None or wish.page_script_hash != self._turn.left:
            self._turn = None
            return said
        if wish.is_auto_rerun:
            return None
        wish.page_script_hash = self._turn.to
        wish.fragment_id = ""
        return bytes(message.SerializeToString())

    def told(self, news: bytes) -> None:
        """Note the page that begins."""
        if len(news) > _LARGEST_NEWS:
            return
        message = ForwardMsg()
        try:
            message.ParseFromString(news)
        except DecodeError:
            return
        if message.WhichOneof("type") != "new_session" or message.metadata.run.fragment_ids:
            return
        page = message.new_session.page_script_hash
        if self._turn and page == self._turn.to:
            self._turn.begun = True
        elif self._turn and not self._turn.begun:
            # The page before was still on its way when the link was pressed.
            return
        else:
            self._turn = None
        self._shown = page

    def _comes_late(self, wish: ClientState) -> bool:
        """Say whether a whole page speaks that was left: nobody goes to where they still are."""
        turn = self._turn
        return (
            turn is not None
            and not turn.begun
            and wish.page_script_hash == turn.left
            and not wish.is_history_navigation
        )

    def _ask_for(self, page: str) -> None:
        turns = page and self._shown and page != self._shown
        self._turn = Turn(self._shown, page) if turns else None
