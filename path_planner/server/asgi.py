"""ASGI, the interface of web servers and applications: types, headers, plain responses."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, NamedTuple

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Iterable[tuple[bytes, bytes]]

POLICY_VIOLATION = 1008


class Response(NamedTuple):
    """A whole response."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...]


def response(status: int, body: bytes, media_type: str, **headers: str) -> Response:
    """Return a response that no browser keeps; an underscore in a name stands for a hyphen."""
    named = {"content_type": media_type, "cache_control": "no-store", **headers}
    pairs = ((name.replace("_", "-"), value) for name, value in named.items())
    return Response(status, body, tuple(pairs))


async def respond(scope: Scope, send: Send, response: Response) -> None:
    """Send a response; a WebSocket handshake is refused with a plain 403, whatever it says."""
    if scope["type"] == "websocket":
        # Closing before accepting answers the handshake so.
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    headers = [(name.encode(), value.encode()) for name, value in response.headers]
    headers.append((b"content-length", str(len(response.body)).encode()))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    body = b"" if scope.get("method") == "HEAD" else response.body
    await send({"type": "http.response.body", "body": body})


def header_values(scope: Scope, header: bytes) -> list[str]:
    """Return the values of a request header, one for each time that it was sent."""
    return [value.decode("latin-1") for name, value in scope["headers"] if name == header]
