"""A store for each test."""

from pathlib import Path

import pytest

from path_planner.domain.session import Session
from path_planner.services.session.documents import begin
from path_planner.storage.protocol import SessionStore, VisionStore
from path_planner.storage.store_registry import open_store, open_vision_store
from path_planner.ui import erased
from path_planner.ui.stores import STORE_VARIABLE
from tests.installed import components_found_once

__all__ = ["components_found_once"]

QUICK = {"test_frame.py", "test_sessions.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all but a few files: each test is soon over, but there are hundreds of whole pages."""
    for item in items:
        if Path(__file__).parent in item.path.parents and item.path.name not in QUICK:
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SessionStore:
    """Give the app a store of its own."""
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path / "store"))
    # What other tests of this process erased is nothing to this one.
    monkeypatch.setattr(erased, "ERASED", {})
    return open_store(str(tmp_path / "store"))


@pytest.fixture
def visions(store: SessionStore, tmp_path: Path) -> VisionStore:
    """Return the visions of the same place, where no session is yet."""
    assert store.summaries() == []
    return open_vision_store(str(tmp_path / "store"))


@pytest.fixture
def asha(store: SessionStore) -> Session:
    """Begin the session of somebody who does not exist."""
    return begin(store, "Asha Quill", title="Asha’s way")
