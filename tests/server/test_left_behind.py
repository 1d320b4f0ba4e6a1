"""The readable files when the server ends: by Ctrl+C, by a stop signal, by a kill."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from path_planner.storage import serializer
from path_planner.storage.file_store.store import FileStore
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store
from tests.domain.builders import a_session
from tests.server.running import Running, running
from tests.server.test_serve import open_page, shown
from tests.storage.writers import say

SAVING = Path(__file__).with_name("saving_app.py")

pytestmark = pytest.mark.slow


@contextmanager
def saving(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """Run a server whose page saves a voice when it is opened."""
    monkeypatch.setenv("PATH_PLANNER_STORE", str(folder / "store"))
    with running(folder, script=SAVING) as server:
        yield server


def voices_in_file(folder: Path) -> set[str]:
    """Return the ids of the voices that the file alone has."""
    (file,) = (folder / "store").glob("*.path.json")
    return set(serializer.read(file.read_bytes(), SESSIONS).voices)


@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_stopped_leaves_the_files_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: signal.Signals
) -> None:
    open_store(str(tmp_path / "store")).create(a_session())
    with saving(tmp_path, monkeypatch) as server, open_page(server) as page:
        assert "Saved" in shown(page)
        assert server.stop(wish) == 0
    assert voices_in_file(tmp_path) == {"v1", "v2"}


def test_what_a_killed_server_left_is_in_the_files_after_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileStore(tmp_path / "store", SESSIONS)
    say(store, store.create(a_session()), "v3")
    assert voices_in_file(tmp_path) == {"v1"}
    with saving(tmp_path, monkeypatch) as server:
        until(lambda: "v3" in voices_in_file(tmp_path))
        server.process.kill()


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds, for half a minute at most."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
