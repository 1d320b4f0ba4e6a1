"""What later pages need is read in before any page can ask for it."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SCRIPT = """
import asyncio, gc, sys
from path_planner.server import serve, streamlit_config

streamlit_config.apply(0)

async def start():
    said, stop = [], asyncio.Event()
    async def receive():
        if said:
            await stop.wait()
            return {"type": "lifespan.shutdown"}
        return {"type": "lifespan.startup"}
    async def send(message):
        # uvicorn takes connections after this message, and no sooner.
        said.append(message["type"])
        if said == ["lifespan.startup.complete"]:
            print(gc.get_freeze_count() > 0, *sys.modules)
            stop.set()
    await serve.wrap_app("token", None)({"type": "lifespan"}, receive, send)

asyncio.run(start())
"""


def test_all_layers_below_the_pages_are_read_in_before_the_server_answers(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, cwd=tmp_path
    )
    frozen, *modules = done.stdout.decode().split()
    loaded = {name.split(".")[1] for name in modules if name.startswith("path_planner.")}
    assert {"domain", "exports", "pdf", "scene", "storage", "ui", "services"} <= loaded
    assert not [name for name in modules if name.startswith("path_planner.pages.")]
    assert frozen == "True"
