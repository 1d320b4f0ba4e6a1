"""The app as people start it: its own command, its own process, a store of its own."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.entry import environment

ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)\S*")


@dataclass(frozen=True)
class Planner:
    """A running app: where it is and where it keeps its sessions."""

    process: subprocess.Popen[str]
    url: str
    whole_address: str
    """The address as it was printed, with the token."""
    store: Path

    @property
    def port(self) -> int:
        """The port it took."""
        return int(self.url.rpartition(":")[2])

    def stop(self) -> None:
        """Stop it as Ctrl+C does."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(60) == 0

    def kill(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait(60)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Hold it still for a while, as on a machine at work: what it is told it answers later."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@contextmanager
def planner(store: Path, *, port: int = 0, phones: str = "") -> Iterator[Planner]:
    """Run `path-planner run` on this store until the block ends."""
    command = [sys.executable, "-m", "path_planner", "run", "--no-browser"]
    command += ["--phones", phones] if phones else []
    log = store.parent / f"{store.name}.log"
    with log.open("a") as errors:
        process = subprocess.Popen(
            [*command, "--port", str(port), "--store", str(store)],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment(),
        )
    assert process.stdout
    try:
        whole_address, url = _where(process.stdout.readline, log)
        yield Planner(process, url, whole_address, store)
    finally:
        process.kill()
        process.wait(60)
        process.stdout.close()


def _where(read: object, log: Path) -> tuple[str, str]:
    assert callable(read)
    while line := read():
        if found := ADDRESS.search(line):
            return found[0], found[1]
    raise AssertionError(log.read_text())
