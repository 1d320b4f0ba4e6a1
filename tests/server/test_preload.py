"""What later pages need is read in before they are asked for."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

SCRIPT = """
import gc, sys
from path_planner.server.serve import preload_modules
preload_modules()
print(gc.get_freeze_count() > 0, *sys.modules)
"""


def test_all_layers_below_the_pages_are_read_in_and_no_page_is_run() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True)
    frozen, *modules = done.stdout.decode().split()
    loaded = {name.split(".")[1] for name in modules if name.startswith("path_planner.")}
    assert {"domain", "exports", "pdf", "scene", "storage", "ui", "services"} <= loaded
    assert not [name for name in modules if name.startswith("path_planner.pages.")]
    assert frozen == "True"
