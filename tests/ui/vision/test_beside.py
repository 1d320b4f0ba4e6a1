"""Work beside the page: in the order asked, in the asker's language, and never held up by one."""

from threading import Event

import pytest

from path_planner import i18n
from path_planner.i18n import _
from path_planner.ui.vision.background import BackgroundWorker

SOON = 60


def test_one_thing_is_made_after_another_in_the_order_asked() -> None:
    hands, go_on, made = BackgroundWorker("test"), Event(), list[int]()

    def first() -> None:
        assert go_on.wait(SOON)
        made.append(0)

    asked = [hands.submit(first), *(hands.submit(made.append, one) for one in range(1, 5))]
    assert not made
    go_on.set()
    for one in asked:
        one.result(SOON)
    assert made == [0, 1, 2, 3, 4]


def test_what_fails_fails_alone() -> None:
    hands = BackgroundWorker("test")
    failed, made = hands.submit(int, "no number"), hands.submit(int, "7")
    with pytest.raises(ValueError, match="no number"):
        failed.result(SOON)
    assert made.result(SOON) == 7


def test_what_nobody_wants_any_more_is_not_begun() -> None:
    hands, go_on, made = BackgroundWorker("test"), Event(), list[str]()
    first = hands.submit(go_on.wait, SOON)
    unwanted, last = hands.submit(made.append, "unwanted"), hands.submit(made.append, "last")
    assert unwanted.cancel()
    go_on.set()
    last.result(SOON)
    assert first.result(SOON)
    assert made == ["last"]


def test_it_is_said_in_the_language_of_the_one_who_asked() -> None:
    hands = BackgroundWorker("test")
    i18n.set_language(i18n.PSEUDO)
    try:
        asked, here = hands.submit(_, "Undo"), _("Undo")
    finally:
        i18n.set_language(i18n.ENGLISH)
    assert asked.result(SOON) == here != "Undo"
