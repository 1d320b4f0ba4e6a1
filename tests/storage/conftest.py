"""Stores to test with."""

from pathlib import Path

import pytest

from path_planner.storage.file_store.store import FileStore
from path_planner.storage.protocol import SessionStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import schemes


@pytest.fixture(params=sorted(schemes()))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> SessionStore:
    """Return an empty store of every kind there is."""
    return schemes()[request.param].make(str(tmp_path / "plans")).sessions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the place of a folder of plans that is not there yet."""
    return tmp_path / "plans"


@pytest.fixture
def files(folder: Path) -> FileStore:
    """Return an empty store of files."""
    return FileStore(folder, SESSIONS)
