"""Which tests stay together when several run at once, and which examples they try."""

from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture.providers import Constants, HypothesisProvider
from xdist.scheduler import LoadFileScheduling

BROWSER = "tests/browser/"

# The same examples in every run and on every machine. Others: `--hypothesis-profile default`.
# None has a deadline: no test fails because a machine is slow or busy.
settings.register_profile(
    "fixed",
    derandomize=True,
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", settings.get_profile("fixed"), max_examples=600)
settings.load_profile("fixed")
# Hypothesis also tries numbers and words that stand in the modules that happen to be loaded: a test
# alone would try others than the same test among others. There is no setting for it.
HypothesisProvider._local_constants = Constants()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make resilience`."""
    parser.addoption("--long", action="store_true", help="fourteen times as many kills")


class BrowserFirst(LoadFileScheduling):  # type: ignore[misc]  # xdist tells no types
    """The tests of a file together, and files for a browser before all others.

    They take longest: whoever is free at the end takes the small files that are left.
    """

    def _assign_work_unit(self, node: Any) -> None:
        for scope in reversed([scope for scope in self.workqueue if scope.startswith(BROWSER)]):
            self.workqueue.move_to_end(scope, last=False)
        super()._assign_work_unit(node)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> BrowserFirst:
    """Share the tests out."""
    return BrowserFirst(config, log)
