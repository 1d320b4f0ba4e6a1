"""Publishing: easy wordings beside what was written, the sign-off, and who was told."""

import pytest

from path_planner.domain.base import put
from path_planner.domain.vision.sources import Withdrawal
from path_planner.errors import UnknownRecord
from path_planner.services.vision.publication import mark_notified, set_easy_read_text, sign_off
from tests.exports.visions import MOMENT, vision
from tests.services.vision.table import a_table


@pytest.mark.parametrize(
    ("collection", "record", "written"),
    [
        ("themes", "t0", "statement"),
        ("priorities", "p0", "title"),
        ("actions", "a0", "what"),
        ("outcomes", "o0", "statement"),
    ],
)
def test_an_easy_wording_stands_beside_what_was_written(
    collection: str, record: str, written: str
) -> None:
    table = a_table(vision())
    before = getattr(getattr(table.vision, collection)[record], written)
    table.does(set_easy_read_text(table.meeting, collection, record, "We do it."))
    after = getattr(table.vision, collection)[record]
    assert after.easy == "We do it."
    assert getattr(after, written) == before
    table.does(set_easy_read_text(table.meeting, collection, record, ""))
    assert not getattr(table.vision, collection)[record].easy


def test_the_vision_itself_has_an_easy_wording() -> None:
    table = a_table(vision())
    table.does(set_easy_read_text(table.meeting, "about", "about", "Life is good."))
    assert table.vision.about.easy == "Life is good."
    assert table.vision.about.vision == vision().about.vision


@pytest.mark.parametrize(("collection", "record"), [("themes", "none"), ("voices", "s0v0")])
def test_nothing_else_has_one(collection: str, record: str) -> None:
    table = a_table(vision())
    with pytest.raises(UnknownRecord):
        set_easy_read_text(table.meeting, collection, record, "words")


def test_the_edition_is_signed_off_and_may_be_a_draft_again() -> None:
    table = a_table(vision())
    table.does(sign_off(table.meeting, True))
    assert table.vision.about.signed_off
    table.does(sign_off(table.meeting, False))
    assert not table.vision.about.signed_off


def test_it_is_noted_that_people_were_told() -> None:
    withdrawal = Withdrawal(id="w1", at=MOMENT, source="s0", voices=1)
    table = a_table(put(vision(), "withdrawals", withdrawal))
    table.does(mark_notified(table.meeting, "w1"))
    assert table.vision.withdrawals["w1"].told
    table.does(mark_notified(table.meeting, "w1", False))
    assert not table.vision.withdrawals["w1"].told
    with pytest.raises(UnknownRecord):
        mark_notified(table.meeting, "nobody")
