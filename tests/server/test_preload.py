"""What pages need is imported before any page can run, while the browser gets its files."""

import asyncio
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from path_planner.server.serve import PreloadMiddleware
from path_planner.ui.preload import imports_of

SCRIPT = """
import gc, sys
from path_planner.server import streamlit_config
from path_planner.ui.preload import Preload

streamlit_config.apply(0)
preload = Preload()
preload.wait()
preload.import_first_page()
for name in ("path_planner.ui.sessions.session_list", "path_planner.ui.components.messages"):
    assert name in sys.modules, name
preload.wait()
print(gc.get_freeze_count() > 0, *sys.modules)
"""


@pytest.mark.slow
def test_all_layers_below_the_pages_are_imported(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, cwd=tmp_path
    )
    frozen, *modules = done.stdout.decode().split()
    loaded = {name.split(".")[1] for name in modules if name.startswith("path_planner.")}
    assert {"domain", "exports", "pdf", "scene", "storage", "ui", "services"} <= loaded
    assert not [name for name in modules if name.startswith("path_planner.pages.")]
    assert frozen == "True"


def test_the_imports_of_a_script_are_found_at_its_top() -> None:
    script = "import a.b, c\nfrom d.e import f as g\nfrom . import h\ndef i():\n    import j\n"
    assert imports_of(script) == ["a.b", "c", "d.e"]


async def _receive() -> dict[str, Any]:
    return {}


async def _send(_message: Any) -> None:
    pass


def test_files_are_served_while_pages_wait_for_the_imports() -> None:
    may_load, answered = threading.Event(), []

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        answered.append(scope["type"])
        if scope["type"] == "lifespan":
            await send({"type": "lifespan.startup.complete"})

    def load() -> None:
        may_load.wait(60)
        answered.append("loaded")

    async def start() -> None:
        preload = PreloadMiddleware(app, load)
        await preload({"type": "lifespan"}, _receive, _send)
        page = asyncio.ensure_future(preload({"type": "websocket"}, _receive, _send))
        left = asyncio.ensure_future(preload({"type": "websocket"}, _receive, _send))
        await preload({"type": "http"}, _receive, _send)
        assert answered == ["lifespan", "http"]
        left.cancel()
        may_load.set()
        await page
        assert answered == ["lifespan", "http", "loaded", "websocket"]
        await preload({"type": "websocket"}, _receive, _send)
        assert answered[-2:] == ["websocket", "websocket"]

    asyncio.run(start())


def test_nothing_is_imported_before_the_app_has_started() -> None:
    loaded = []

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        assert not loaded
        await send({"type": "lifespan.startup.failed"})

    async def start() -> None:
        await PreloadMiddleware(app, lambda: loaded.append(1))(
            {"type": "lifespan"}, _receive, _send
        )
        await asyncio.sleep(0)

    asyncio.run(start())
    assert not loaded
