"""One server for all tests that only look at it."""

from collections.abc import Iterator

import pytest

from tests.server.running import Running, running


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run a server that shows the probe page."""
    with running(tmp_path_factory.mktemp("server")) as started:
        yield started
