"""Middleware: host and origin checks, closed paths, security headers."""

from collections.abc import Iterable

from path_planner.server import asgi

# No page of ours requests these. Streamlit serves files from /media as long as it pleases: even
# after the document that they were made from was erased.
CLOSED_PATHS = ("/_stcore/metrics", "/_stcore/agent", "/media/")
PLAIN = "text/plain; charset=utf-8"


class HostOriginMiddleware:
    """ASGI middleware that refuses foreign hosts and origins, and adds the security headers."""

    def __init__(self, app: asgi.Application, hosts: Iterable[str], headers: asgi.Headers) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._headers = tuple(headers)

    async def __call__(self, scope: asgi.Scope, receive: asgi.Receive, send: asgi.Send) -> None:
        """Answer one request or connection."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        secured = self._with_headers(send)
        if (status := self.refusal(scope)) is not None:
            await asgi.respond(scope, secured, asgi.response(status, b"Not allowed.\n", PLAIN))
        else:
            await self._app(scope, receive, secured)

    def refusal(self, scope: asgi.Scope) -> int | None:
        """Return the status to refuse a request with, or nothing if it may pass."""
        host, origin = (asgi.header_values(scope, name) for name in (b"host", b"origin"))
        if len(host) != 1 or _host_name(host[0]) not in self._hosts:
            return 421
        # A browser sends the origin of each WebSocket handshake; without one it is no browser.
        if len(origin) > 1 or (not origin and scope["type"] == "websocket"):
            return 403
        if origin and origin[0] not in {f"http://{host[0]}", f"https://{host[0]}"}:
            return 403
        return 404 if str(scope["path"]).startswith(CLOSED_PATHS) else None

    def _with_headers(self, send: asgi.Send) -> asgi.Send:
        async def send_with_headers(message: asgi.Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in self._headers}
                others = [
                    pair for pair in message.get("headers", ()) if pair[0].lower() not in ours
                ]
                message = {**message, "headers": [*others, *self._headers]}
            await send(message)

        return send_with_headers


def _host_name(host: str) -> str:
    name, colon, port = host.partition(":")
    return name.lower() if not colon or port.isdecimal() else ""
