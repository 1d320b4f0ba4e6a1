"""Whoever was thanked is in the tray, though the server is killed while fifty phones send."""

import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from path_planner.services.arrivals.tray import read_tray
from path_planner.storage.store_registry import open_store
from tests.domain.builders import a_session
from tests.server.phones.phone import ID, Phone

SERVER = """
import sys, threading
from path_planner.server.phones.listener import PhoneListener
from path_planner.services.arrivals.asking import stage_question
from path_planner.storage.store_registry import open_store
store = open_store(sys.argv[1])
listener = PhoneListener()
listener.listen("127.0.0.1", 0)
room = listener.let_in(store, "k7f3q2", stage_question(store.open("k7f3q2").document, "dream"))
room.limits.allow = lambda phone: True
print(listener.link, flush=True)
threading.Event().wait()
"""
PHONES = 50
THANKED_BEFORE_THE_KILL = 120


@pytest.mark.kill
def test_every_post_that_was_thanked_for_outlives_a_kill(tmp_path: Path) -> None:
    location = str(tmp_path / "plans")
    open_store(location).create(a_session())
    thanked: list[str] = []
    enough = threading.Event()
    command = [sys.executable, "-c", SERVER, location]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        found = re.fullmatch(r"http://([^/]+)(/j/\S+)", process.stdout.readline().strip())
        assert found
        listener = SimpleNamespace(address=found[1])

        def sends(number: int) -> None:
            turn = 0
            while process.poll() is None:
                words = f"{number}/{turn}"
                try:
                    answer: Any = Phone(listener).send(found[2], {"words": words})
                except (OSError, HTTPException):
                    return
                if answer.status == 303:
                    thanked.append(words)
                if len(thanked) >= THANKED_BEFORE_THE_KILL:
                    enough.set()
                turn += 1

        with ThreadPoolExecutor(PHONES) as pool:
            running = [pool.submit(sends, number) for number in range(PHONES)]
            assert enough.wait(120)
            process.kill()
        for one in running:
            one.result()
    waiting = [one.text for one in read_tray(open_store(location), ID).waiting()]
    assert len(thanked) >= THANKED_BEFORE_THE_KILL
    assert set(thanked) <= set(waiting)
    assert len(waiting) == len(set(waiting))
