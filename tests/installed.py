"""What is installed does not change while tests run, so it is looked through once."""

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner


@pytest.fixture(scope="session", autouse=True)
def components_found_once() -> Iterator[None]:
    """Let each AppTest of this process know the components that the first one found.

    A server looks for them once, when it starts. An AppTest is a server of its own, and would look
    through all packages again: that takes longer than most pages.
    """
    with pytest.MonkeyPatch.context() as patched:
        found = cache(manifest_scanner.scan_component_manifests)
        patched.setattr(manifest_scanner, "scan_component_manifests", found)
        yield
