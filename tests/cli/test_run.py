"""`path-planner run`, as a person starts it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.entry import environment as entry_environment
from tests.server.running import Running
from tests.server.test_serve import open_page, shown

pytestmark = pytest.mark.slow


def test_it_serves_the_pages_with_a_sample_ready_and_stops_when_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "path_planner", "--sample", "--port", "0", "--no-browser"]
    store = tmp_path / "plans"
    environment = {**entry_environment(), "PATH_PLANNER_STORE": str(store)}
    log = tmp_path / "log"
    with (
        log.open("w") as errors,
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment, cwd=tmp_path
        ) as process,
    ):
        try:
            assert process.stdout
            app = Running(process, (process.stdout.readline().strip(),), log)
            assert app.ask("/_stcore/health").status == 200
            with open_page(app) as page:
                assert "Applewhite" in shown(page)
            assert app.stop(signal.SIGTERM) == 0
        finally:
            process.kill()
    assert log.read_text() == ""
    assert len(list(store.glob("*.path.json"))) == 1
    # Nothing is written where it was started but what was asked for.
    assert {path.name for path in tmp_path.iterdir()} == {"plans", "log"}
