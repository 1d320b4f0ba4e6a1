"""Which tests stay together when several run at once."""

from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

BROWSER = "tests/browser"


class OneBrowser(LoadFileScheduling):  # type: ignore[misc]  # xdist tells no types
    """The tests of a file together, and those in a browser one after another.

    A browser, its server and the test are busy enough: two of each would wait for one another.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = str(super()._split_scope(nodeid))
        return BROWSER if file.startswith(f"{BROWSER}/") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneBrowser:
    """Share the tests out."""
    return OneBrowser(config, log)
