"""`path-planner run`, as a person starts it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.entry import environment as entry_environment
from tests.server.running import Running, listening
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


@pytest.mark.parametrize("address", ["8.8.8.8", "0.0.0.0", "::", "example.org"])  # noqa: S104
def test_phones_are_let_in_at_no_public_address(tmp_path: Path, address: str) -> None:
    command = [sys.executable, "-m", "path_planner", "--phones", address, "--no-browser"]
    done = subprocess.run(
        command, capture_output=True, text=True, env=entry_environment(), cwd=tmp_path, check=False
    )
    assert done.returncode == 2
    assert "is not a private address" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("phones", ["", "127.0.0.2"])
def test_nothing_listens_but_loopback_and_what_was_chosen(tmp_path: Path, phones: str) -> None:
    more = ["--phones", phones] if phones else []
    command = [sys.executable, "-m", "path_planner", "--port", "0", "--no-browser", *more]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=entry_environment(), cwd=tmp_path
    ) as process:
        try:
            assert process.stdout
            while "http://" not in process.stdout.readline():
                assert process.poll() is None
            found = [address for address, _port in listening(process.pid)]
            assert found == sorted(filter(None, ["127.0.0.1", phones]))
        finally:
            process.kill()
