"""Middleware: host and origin checks, closed paths, security headers and cache control."""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = Iterable[tuple[bytes, bytes]]

# Streamlit serves these to anybody, and no page of ours requests them.
CLOSED_PATHS = ("/_stcore/metrics", "/_stcore/agent")


class HostOriginMiddleware:
    """ASGI middleware that refuses foreign hosts and origins, and adds the security headers."""

    def __init__(self, app: Application, hosts: Iterable[str], headers: Headers) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._headers = tuple(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
        elif (status := self.refusal(scope)) is not None:
            await self._refuse(scope, status, send)
        else:
            await self._app(scope, receive, self._with_headers(scope, send))

    def refusal(self, scope: Scope) -> int | None:
        """Return the status to refuse a request with, or nothing if it may pass."""
        host, origin = (_values(scope, name) for name in (b"host", b"origin"))
        if len(host) != 1 or _host_name(host[0]) not in self._hosts:
            return 421
        # A browser sends the origin of each WebSocket handshake; without one it is no browser.
        if len(origin) > 1 or (not origin and scope["type"] == "websocket"):
            return 403
        if origin and origin[0] not in {f"http://{host[0]}", f"https://{host[0]}"}:
            return 403
        return 404 if str(scope["path"]).startswith(CLOSED_PATHS) else None

    async def _refuse(self, scope: Scope, status: int, send: Send) -> None:
        if scope["type"] == "websocket":
            # Closing before accepting answers the handshake with a plain 403.
            await send({"type": "websocket.close", "code": 1008})
            return
        plain = (b"content-type", b"text/plain; charset=utf-8")
        start = {"type": "http.response.start", "status": status}
        await send({**start, "headers": [plain, *self._headers]})
        await send({"type": "http.response.body", "body": b"Not allowed.\n"})

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        private = [(b"cache-control", b"no-store")] if _is_media(scope) else []

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in (*self._headers, *private)}
                others = [
                    pair for pair in message.get("headers", ()) if pair[0].lower() not in ours
                ]
                message = {**message, "headers": [*others, *self._headers, *private]}
            await send(message)

        return send_with_headers


def _values(scope: Scope, header: bytes) -> list[str]:
    return [value.decode("latin-1") for name, value in scope["headers"] if name == header]


def _host_name(host: str) -> str:
    name, colon, port = host.partition(":")
    return name.lower() if not colon or port.isdecimal() else ""


def _is_media(scope: Scope) -> bool:
    # Exports and pictures are about people: the browser must not cache them.
    return str(scope["path"]).startswith("/media/")
