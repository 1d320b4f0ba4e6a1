"""One Chromium and one app for all browser tests, fresh windows for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.planner import Planner, planner
from tests.browser.witness import Witness
from tests.chromium import chromium
from tests.entry import let_in

NO_CHROMIUM = (
    "No Chromium could be started, and these tests are never skipped. Install one "
    "(“apt install chromium” or “playwright install chromium”), "
    "or name one in PATH_PLANNER_CHROMIUM."
)
PATIENCE = 45_000
"""Milliseconds to wait for a condition: slow shared machines, never a sleep."""

Window = Callable[..., tuple[Page, Witness]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here, so that nobody forgets it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Open the Chromium of this machine."""
    expect.set_options(timeout=PATIENCE)
    opened = chromium()
    try:
        found = opened.__enter__()
    except Error as error:
        pytest.fail(f"{NO_CHROMIUM}\n{error}")
    yield found
    opened.__exit__(None, None, None)


@pytest.fixture(scope="package")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planner]:
    """Run the app on an empty store."""
    with planner(tmp_path_factory.mktemp("planner") / "store") as running:
        yield running


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[Planner]:
    """Run an app on a store of its own, which this test may stop."""
    with planner(tmp_path / "store") as running:
        yield running


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    """Open windows of any size and kind, each with its witness and a memory of its own."""
    yield from _windows(browser)


@pytest.fixture(scope="module")
def lasting_window(browser: Browser) -> Iterator[Window]:
    """Open windows that the tests of a module share, for tests that only look."""
    yield from _windows(browser)


def _windows(browser: Browser) -> Iterator[Window]:
    contexts = []

    def opened(width: int = 1280, height: int = 900, **kind: Any) -> tuple[Page, Witness]:
        # Painting what moves while a page loads would take a quarter of the processor's time.
        kind.setdefault("reduced_motion", "reduce")
        kind.setdefault("storage_state", let_in())
        context = browser.new_context(viewport={"width": width, "height": height}, **kind)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        witness = Witness()
        witness.watch(context)
        return context.new_page(), witness

    yield opened
    for context in contexts:
        context.close()
