"""The way into the servers that tests start: all of them have the same token, kept apart."""

import os
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from playwright.sync_api import StorageState, StorageStateCookie

from path_planner.cli import run
from path_planner.server import entry
from path_planner.server.entry import load_token

HOSTS = ("127.0.0.1", "localhost")

_HOME = TemporaryDirectory(prefix="path-planner-entry-")


@cache
def private_folder() -> Path:
    """Return the folder in which the token of these servers is kept."""
    with patch.dict(os.environ, environment()):
        return run.private_folder()


def environment() -> dict[str, str]:
    """Return the environment in which the command keeps its token in that folder."""
    places = ["XDG_CONFIG_HOME", "LOCALAPPDATA", *(["HOME"] if sys.platform == "darwin" else [])]
    return {**os.environ, **dict.fromkeys(places, _HOME.name)}


TOKEN = load_token(private_folder())
COOKIE = f"{entry.COOKIE}={TOKEN}"


def let_in() -> StorageState:
    """Return what a browser that was let in before has kept, for any of these servers."""
    cookies: list[StorageStateCookie] = [
        {
            "name": entry.COOKIE, "value": TOKEN, "domain": host, "path": "/", "expires": -1,
            "httpOnly": True, "secure": False, "sameSite": "Strict",
        }
        for host in HOSTS
    ]  # fmt: skip
    return {"cookies": cookies, "origins": []}
