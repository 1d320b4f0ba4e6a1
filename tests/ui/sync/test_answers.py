"""Each change that a window tells is kept once, and a bad one holds up nothing behind it."""

from collections.abc import Callable

import pytest

from path_planner.errors import (
    DocumentFull,
    NeverSaved,
    NotAChange,
    NotSaved,
    PlannerError,
    StoreLocked,
    TooManyRecords,
)
from path_planner.ui.sync.acks import Acks, apply_each
from path_planner.ui.sync.component import Change

ONE, TWO, THREE = (letter * 20 for letter in "abc")
FAILED = "It could not be saved."


def told(*ids: str) -> list[Change]:
    """Return changes with these ids, with more in them than the id."""
    return [{"id": one, "photo": "large"} for one in ids]


def keeping(trouble: Callable[[str], Exception | None]) -> Callable[[str, Change], str]:
    """Return what keeps changes by writing down the first letter of each."""

    def take(here: str, change: Change) -> str:
        error = trouble(change["id"])
        if error is not None:
            raise error
        return f"{here}{change['id'][0]}"

    return take


def test_each_is_kept_once_in_its_order() -> None:
    answers = Acks()
    take = keeping(lambda _: None)
    here = apply_each("", told(ONE, TWO), answers, take, failed=FAILED)
    assert apply_each(here, told(ONE, TWO, THREE), answers, take, failed=FAILED) == "abc"


@pytest.mark.parametrize(
    "error",
    [
        DocumentFull(),
        NeverSaved(),
        TooManyRecords(limit=1, what="marks"),
        NotAChange(),
        ZeroDivisionError("words of a person"),
    ],
)
def test_one_that_cannot_be_kept_holds_up_nothing(error: Exception) -> None:
    answers = Acks()
    take = keeping(lambda one: error if one == TWO else None)
    assert apply_each("", told(ONE, TWO, THREE), answers, take, failed=FAILED) == "ac"
    why = str(error) if isinstance(error, PlannerError) else FAILED
    assert answers.as_message(told(ONE, TWO, THREE)) == {
        "done": [ONE, THREE],
        "refused": [{"id": TWO, "why": why}],
    }


@pytest.mark.parametrize("trouble", [NotSaved(why="the disk is full"), StoreLocked()])
def test_what_waits_for_a_disk_stays_in_its_order_and_is_tried_again(
    trouble: PlannerError,
) -> None:
    answers = Acks()
    full = [True]
    take = keeping(lambda one: trouble if one == TWO and full else None)
    here = apply_each("", told(ONE, TWO, THREE), answers, take, failed=FAILED)
    assert (here, answers.acknowledged, answers.error_message) == ("a", {ONE}, str(trouble))
    assert apply_each(here, told(ONE, TWO, THREE), answers, take, failed=FAILED) == here
    assert answers.as_message(told(ONE, TWO, THREE))["trouble"] == str(trouble)
    full.clear()
    assert apply_each(here, told(ONE, TWO, THREE), answers, take, failed=FAILED) == "abc"
    assert not answers.error_message


def test_what_never_fits_is_set_aside_though_the_disk_is_full_behind_it() -> None:
    answers = Acks()
    troubles = {ONE: DocumentFull(), TWO: NotSaved(why="the disk is full")}
    changes = told(ONE, TWO, THREE)
    assert apply_each("", changes, answers, keeping(troubles.get), failed=FAILED) == ""
    assert answers.as_message(changes) == {
        "done": [],
        "refused": [{"id": ONE, "why": str(troubles[ONE])}],
        "trouble": str(troubles[TWO]),
    }


def test_what_a_window_no_longer_tells_is_forgotten() -> None:
    answers = Acks(acknowledged={ONE}, refused={TWO: "No."})
    apply_each("", told(THREE), answers, keeping(lambda _: None), failed=FAILED)
    assert (answers.acknowledged, answers.refused) == ({THREE}, {})


def test_of_what_was_answered_only_the_id_is_remembered() -> None:
    answers = Acks(acknowledged={ONE})
    assert answers.without_payload(told(ONE, TWO)) == ({"id": ONE}, *told(TWO))
