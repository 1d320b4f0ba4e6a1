"""What the browser tells of quotes that were read is data from a stranger."""

from typing import Any

import pytest

from path_planner.services.vision.publication import QuoteDecisions
from path_planner.ui.vision.privacy.quotes import read_decisions


def test_each_decision_has_its_voices() -> None:
    message = {"ok": ["q1", "q2"], "cut": ["q3"], "only": ["q4"]}
    assert read_decisions(message) == QuoteDecisions(("q1", "q2"), ("q3",), ("q4",))


@pytest.mark.parametrize("wrong", [None, 7, "q1", [7], ["../q1"], {"q1": 1}, [["q1"]]])
def test_what_makes_no_sense_is_left_out(wrong: Any) -> None:
    assert read_decisions({"ok": wrong, "only": ["q4"]}) == QuoteDecisions(only_counted=("q4",))
