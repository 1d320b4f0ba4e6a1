"""The give-away zip of a day: what everybody may have, and no word more."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from path_planner.analysis.event_lines import Readers
from path_planner.exports.base import EventOptions
from path_planner.exports.event.giveaway import render
from path_planner.exports.registry import EVENT_EXPORTS
from tests.exports.unpacked import where
from tests.services.vision.gathering.test_events import CANARY, a_day

ON = date(2026, 11, 30)


@pytest.mark.parametrize("readers", Readers)
def test_it_is_for_everybody_whoever_is_asked_for(readers: Readers) -> None:
    content = render(a_day(), EventOptions(on=ON, audience=readers))
    inside = ZipFile(BytesIO(content))
    assert inside.namelist() == [
        "README.txt", "agenda.pdf", "letter.pdf", "lines.csv", "proceedings-easy.pdf",
        "proceedings.pdf",
    ]  # fmt: skip
    assert not where(CANARY, content)
    assert "there is no bus after six" in inside.read("lines.csv").decode()
    assert "A bench by the shop" not in inside.read("lines.csv").decode()


def test_without_the_peoples_yes_no_line_is_in_it() -> None:
    inside = ZipFile(BytesIO(render(a_day(share=False), EventOptions(on=ON))))
    assert "bus" not in inside.read("lines.csv").decode()
    assert "0 lines are quoted." in inside.read("README.txt").decode()


def test_the_same_day_gives_the_same_bytes() -> None:
    export = EVENT_EXPORTS.find("giveaway")
    options = EventOptions(on=ON)
    assert export.render(a_day(), options) == export.render(a_day(), options)
