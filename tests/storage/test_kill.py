"""A program that is killed in the middle of a save has lost nothing that it confirmed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.kill
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("sort", "kills"), [("session", 50), ("vision", 25), ("event", 25)])
@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked")
def test_killed_writers_lose_nothing_they_confirmed(
    tmp_path: Path, pytestconfig: pytest.Config, sort: str, kills: int
) -> None:
    if pytestconfig.getoption("long"):
        kills *= 14
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.storage.killing",
            str(tmp_path),
            str(kills),
            "20261122",
            sort,
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout)
    assert found["kills"] == kills
    assert found["confirmed"] >= 5 * kills
    assert found["lost"] == 0
    assert found["unreadable"] == 0
    assert found["other_notices"] == 0
    assert found["behind"] == 0
    assert found["unwell"] == 0
    # That they were killed in the middle of things is seen by what lies about.
    assert found["unfinished_files"] > 0
    assert found["closed_journals"] >= kills // 10
