"""Only our own pages, asked for under our own name, come through the door."""

import asyncio
import re
from typing import Any

import pytest

from path_planner.server import security_headers
from path_planner.server.asgi import Message, Receive, Scope, Send
from path_planner.server.middleware import HostOriginMiddleware
from tests.server.running import Running


def test_our_own_name_is_answered_with_any_port_and_in_any_case(server: Running) -> None:
    for host in (server.host, f"localhost:{server.port}", "LocalHost:9000", "127.0.0.1"):
        assert server.ask("/_stcore/health", Host=host).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example", "localhost:x", "[::1]",
     "me@localhost", "localhost:80:80", ""],
)  # fmt: skip
def test_a_foreign_name_is_turned_away(server: Running, host: str) -> None:
    for path in ("/", "/_stcore/health", "/media/x", "/_stcore/host-config"):
        assert server.ask(path, Host=host).status == 421


def test_a_page_of_ours_may_ask(server: Running) -> None:
    assert server.ask("/_stcore/health", Origin=server.url).status == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1:1", "http://localhost", "file://", ""],
)
def test_a_page_from_elsewhere_may_not_even_from_another_port(server: Running, origin: str) -> None:
    assert server.ask("/_stcore/health", Origin=origin).status == 403
    assert server.shake_hands(Origin=origin) == 403


def test_a_connection_that_names_no_page_is_refused(server: Running) -> None:
    assert server.shake_hands() == 403


def test_a_connection_from_our_page_is_opened(server: Running) -> None:
    assert server.shake_hands(Origin=server.url) == 101


def test_a_connection_under_a_foreign_name_is_refused(server: Running) -> None:
    assert server.shake_hands(Host="evil.example", Origin="http://evil.example") == 403


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_what_nothing_of_ours_asks_for_is_closed(server: Running, path: str) -> None:
    assert server.ask(path).status == 404


def test_every_answer_carries_the_security_headers(server: Running) -> None:
    answers = [server.ask("/"), server.ask("/_stcore/health"), server.ask("/media/none")]
    answers += [server.ask("/", Host="evil.example"), server.ask("/_stcore/metrics")]
    for answer in answers:
        for name, value in security_headers.headers():
            assert answer.headers.get_all(name.decode()) == [value.decode()], answer.status
        assert answer.headers["server"] is None


def test_the_policy_knows_the_script_in_the_served_page_and_no_other(server: Running) -> None:
    answer = server.ask("/")
    scripts = security_headers.inline_scripts(answer.body.decode())  # type: ignore[attr-defined]
    assert scripts
    assert answer.headers["content-security-policy"] == security_headers.content_policy(scripts)
    changed = [f"{script};" for script in scripts]
    assert answer.headers["content-security-policy"] != security_headers.content_policy(changed)


def test_scripts_run_only_from_us() -> None:
    written = security_headers.content_policy(["a"])
    scripts = re.search(r"script-src ([^;]*)", written)
    assert scripts
    assert "unsafe-inline" not in scripts[1]
    assert "'unsafe-eval'" not in scripts[1]
    assert not re.search(r"https?:|\*", written)


def test_bad_handshakes_never_reach_streamlit_and_health_is_answered_each_time(
    server: Running,
) -> None:
    refused = [server.shake_hands(Origin=f"http://evil{n}.example") for n in range(20)]
    healthy = [server.ask("/_stcore/health").status for _ in range(20)]
    assert (refused, healthy) == ([403] * 20, [200] * 20)
    assert asyncio.run(_reached(b"http://evil.example")) == 0
    assert asyncio.run(_reached(b"http://localhost")) == 20


async def _reached(origin: bytes) -> int:
    reached: list[Scope] = []

    async def inner(scope: Scope, _receive: Receive, _send: Send) -> None:
        reached.append(scope)

    async def send(_message: Message) -> None: ...

    async def receive() -> Any:
        raise AssertionError

    guard = HostOriginMiddleware(inner, ["localhost"], security_headers.headers())
    headers = [(b"host", b"localhost"), (b"origin", origin)]
    for _ in range(20):
        scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
        await guard(scope, receive, send)
    return len(reached)
