"""No cell of a table that is given away can be taken for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.exports.vision.open_dataset.safe_csv import GUARD, without_formula

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    '"=1',
    "''=1",
    "“=1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    "\u22121",
    "\n=cmd|' /C calc'!A0",
    "\u202e=1",
    " ' - 1",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_can_be_taken_for_a_formula(text: str) -> None:
    assert without_formula(text) == GUARD + text


@pytest.mark.parametrize(
    "text", ["I go = you go", "a+b", "", "'tis so", "A-", "“We go.”", "1", "家"]
)
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert without_formula(text) == text


@given(st.text(alphabet="'\" =+-@a\uff21\uff1d\u200b“1", max_size=8))
def test_what_was_put_in_front_can_be_taken_away_again(text: str) -> None:
    """As the README says it: where it would be a formula without the first apostrophe."""
    shown = without_formula(text)
    would_be = shown.startswith(GUARD) and without_formula(shown[1:]) != shown[1:]
    assert (shown[1:] if would_be else shown) == text
