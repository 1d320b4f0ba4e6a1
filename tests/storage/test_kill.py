"""A program that is killed in the middle of a save has lost nothing that it confirmed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 200


@pytest.mark.kill
@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")
def test_two_hundred_killed_writers_lose_nothing_they_confirmed(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.storage.killing", str(tmp_path), str(KILLS), "20261122"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["kills"] == KILLS
    assert found["confirmed"] >= 5 * KILLS
    assert found["lost"] == 0
    assert found["unreadable"] == 0
    assert found["other_notices"] == 0
    assert found["unwell"] == 0
    # That they were killed in the middle of things is seen by what lies about.
    assert found["unfinished_files"] > 0
    assert found["closed_journals"] > 50
