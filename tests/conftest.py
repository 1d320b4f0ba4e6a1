"""Which tests stay together when several run at once."""

from pathlib import Path

import pytest

IN_A_BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a file together, and let one browser work at a time."""
    for item in items:
        # A browser, its server and the test are busy enough: two of each wait for one another.
        group = "browser" if IN_A_BROWSER in item.path.parents else str(item.path)
        item.add_marker(pytest.mark.xdist_group(group))
