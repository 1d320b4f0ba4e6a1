"""What a device may ask of the app: nothing before it is paired, then the pages of its role.

Everything goes by lists of what is allowed: addresses, headers, and messages of the browser. The
app learns from a header which screen asks; what comes from outside by that name is left out.
"""

import asyncio
import re
from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import parse_qs

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from path_planner.i18n import _
from path_planner.server import asgi
from path_planner.server.asgi import Response, response
from path_planner.server.phones.limits import SECONDS_A_REQUEST
from path_planner.server.phones.token import LONGEST_OPEN
from path_planner.server.plain_page import HTML
from path_planner.server.screens.pairing_page import PAIR, pairing_page
from path_planner.server.screens.registry import ScreenRegistry
from path_planner.server.streamlit_config import LOOPBACK
from path_planner.ui.screens.roles import Screen, pages_of
from path_planner.ui.screens.screen_server import HEADER, OWN

COOKIE = "path_planner_screen"
STREAM = "/_stcore/stream"
_FILES = re.compile(
    r"/(favicon\.png|static/[\w./@~-]+|_stcore/(health|host-config)|"
    r"_stcore/bidi-components/path-planner[\w./@~-]*)"
)
_MESSAGES = frozenset({"rerun_script", "app_heartbeat"})
"""Others would clear the caches of everybody, or ask for places to upload files to."""
_PASSED = frozenset(
    {
        *(b"accept", b"accept-encoding", b"accept-language", b"connection", b"if-none-match"),
        *(b"if-modified-since", b"upgrade", b"user-agent"),
        *(b"sec-websocket-key", b"sec-websocket-version"),
    }
)
_XSRF = "_streamlit_xsrf"
_LARGEST_CODE = 200
_LARGEST_HEAD = 16 * 1024
_PLAIN = "text/plain; charset=utf-8"


class OwnWindows:
    """ASGI middleware of the first server: all windows there are the person's own."""

    def __init__(self, app: asgi.Application) -> None:
        self._app = app

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer one request or connection."""
        if scope["type"] in {"http", "websocket"}:
            scope = {**scope, "headers": _marked(scope["headers"], OWN)}
        await self._app(scope, receive, send)


class ScreenGate:
    """ASGI middleware of the server for second screens."""

    def __init__(self, app: asgi.Application, registry: ScreenRegistry) -> None:
        self._app = app
        self._registry = registry

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer one request or connection."""
        if sum(len(name) + len(value) for name, value in scope.get("headers", ())) > _LARGEST_HEAD:
            too_large = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
            await asgi.respond(scope, send, response(too_large, b"", _PLAIN, connection="close"))
            return
        screen = self._screen(scope)
        if scope["type"] == "websocket":
            if screen is None or scope["path"] != STREAM:
                await asgi.respond(scope, send, _nothing())
            else:
                connection = _Connection(self._registry, screen, receive, send)
                await connection.run(self._app, _inner(scope, screen))
        elif scope["type"] == "http":
            if screen is not None and is_allowed(screen, scope["method"], str(scope["path"])):
                await self._app(_inner(scope, screen), _without_body(receive), send)
            else:
                await asgi.respond(scope, send, await self._own_answer(scope, receive))

    def _screen(self, scope: asgi.Scope) -> Screen | None:
        secrets = list(_cookies(scope, COOKIE))
        return self._registry.screen_of(secrets[0]) if len(secrets) == 1 else None

    async def _own_answer(self, scope: asgi.Scope, receive: asgi.Receive) -> Response:
        if scope["method"] in {"GET", "HEAD"} and scope["path"] == "/":
            return response(HTTPStatus.OK, pairing_page(), HTML)
        if scope["method"] != "POST" or scope["path"] != PAIR:
            return _nothing()
        try:
            async with asyncio.timeout(SECONDS_A_REQUEST):
                typed = parse_qs((await _small_body(receive)).decode("ascii", "replace"))
        except TimeoutError:
            return response(HTTPStatus.REQUEST_TIMEOUT, b"", _PLAIN, connection="close")
        secret = self._registry.pair(" ".join(typed.get("code", ())))
        if secret is None:
            error = _(
                "That code is wrong or has run out. Please ask for a new one on the first screen."
            )
            return response(HTTPStatus.FORBIDDEN, pairing_page(error), HTML)
        seconds = int(LONGEST_OPEN.total_seconds())
        cookie = f"{COOKIE}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict"
        return response(HTTPStatus.SEE_OTHER, b"", HTML, location="/", set_cookie=cookie)


def is_allowed(screen: Screen, method: str, path: str) -> bool:
    """Say whether a paired screen may ask for this: a page of its role, or a file of the app."""
    if method not in {"GET", "HEAD"} or ".." in path:
        return False
    pages = pages_of(screen.role, screen.document_type)
    return path == "/" or path.removeprefix("/") in pages or bool(_FILES.fullmatch(path))


class _Connection:
    """An open WebSocket of a screen: it ends when the screen is let go, at that moment."""

    def __init__(
        self, registry: ScreenRegistry, screen: Screen, receive: asgi.Receive, send: asgi.Send
    ) -> None:
        self._registry = registry
        self._screen = screen
        self._receive = receive
        self._send = send
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        self._is_open = False

    async def run(self, app: asgi.Application, scope: asgi.Scope) -> None:
        """Let the app answer until the browser leaves, or the screen is let go."""
        if not self._registry.connect(self._screen, self._ended):
            await asgi.respond(scope, self._send, _nothing())
            return
        try:
            await app(scope, self.receive, self.send)
        finally:
            self._registry.disconnect(self._screen, self._ended)

    def _ended(self) -> None:
        self._loop.call_soon_threadsafe(self._end.set)

    async def receive(self) -> asgi.Message:
        """Return the next message that a screen may send."""
        while not self._end.is_set():
            message = await self._next()
            if message["type"] != "websocket.receive" or _may_be_sent(message.get("bytes")):
                return message
        await self._leave()
        return {"type": "websocket.disconnect", "code": asgi.POLICY_VIOLATION}

    async def _next(self) -> asgi.Message:
        waiting = asyncio.ensure_future(self._receive())
        end = asyncio.ensure_future(self._end.wait())
        done, _pending = await asyncio.wait({waiting, end}, return_when=asyncio.FIRST_COMPLETED)
        end.cancel()
        if waiting in done and not self._end.is_set():
            return waiting.result()
        waiting.cancel()
        # Not of a kind that is passed on.
        return {"type": "websocket.receive", "bytes": b""}

    async def send(self, message: asgi.Message) -> None:
        """Send a message, as long as the screen is let in."""
        if self._end.is_set() or self._registry.screen(self._screen.id) is None:
            return
        self._is_open = self._is_open or message["type"] == "websocket.accept"
        await self._send(message)

    async def _leave(self) -> None:
        """Let the browser empty its page, and close."""
        if self._is_open:
            leave = ForwardMsg()
            leave.auth_redirect.url = "/"
            await self._send({"type": "websocket.send", "bytes": leave.SerializeToString()})
        await self._send({"type": "websocket.close", "code": asgi.POLICY_VIOLATION})


def _may_be_sent(content: bytes | None) -> bool:
    """Say whether this is a message that a screen may send to the app."""
    message = BackMsg()
    try:
        message.ParseFromString(content or b"")
    except Exception:  # noqa: BLE001  (whatever it is, it is none)
        return False
    return message.WhichOneof("type") in _MESSAGES


def _inner(scope: asgi.Scope, screen: Screen) -> asgi.Scope:
    """Return a request as the app gets it: from this computer, of this screen, nothing else."""
    path = str(scope["path"])
    passed = [pair for pair in scope["headers"] if pair[0] in _PASSED]
    host = LOOPBACK.encode()
    passed += [(b"host", host), (b"origin", b"http://" + host)]
    if xsrf := next(_cookies(scope, _XSRF), ""):
        passed.append((b"cookie", f"{_XSRF}={xsrf}".encode("latin-1", "replace")))
    protocols = [
        value.strip()
        for header in asgi.header_values(scope, b"sec-websocket-protocol")
        for value in header.split(",")
    ]
    # The third names a session to go on with: a screen always begins one of its own.
    if protocols:
        passed.append((b"sec-websocket-protocol", ", ".join(protocols[:2]).encode("latin-1")))
    headers = _marked(passed, screen.id)
    return {**scope, "headers": headers, "raw_path": path.encode(), "query_string": b""}


def _marked(headers: asgi.Headers, window: str) -> list[tuple[bytes, bytes]]:
    name = HEADER.encode()
    others = [pair for pair in headers if pair[0].lower() != name]
    return [*others, (name, window.encode())]


def _cookies(scope: asgi.Scope, name: str) -> Iterator[str]:
    for header in asgi.header_values(scope, b"cookie"):
        for pair in header.split(";"):
            key, _equals, value = pair.partition("=")
            if key.strip() == name:
                yield value.strip()


def _without_body(receive: asgi.Receive) -> asgi.Receive:
    async def receive_no_body() -> asgi.Message:
        message = await receive()
        if message["type"] == "http.request":
            return {"type": "http.request", "body": b"", "more_body": False}
        return message

    return receive_no_body


async def _small_body(receive: asgi.Receive) -> bytes:
    body, more = b"", True
    while more and len(body) <= _LARGEST_CODE:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body[:_LARGEST_CODE]


def _nothing() -> Response:
    return response(HTTPStatus.NOT_FOUND, b"Not Found\n", _PLAIN)
