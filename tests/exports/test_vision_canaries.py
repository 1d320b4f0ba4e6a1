"""Nothing that was not agreed gets out by any export, however it is packed; all else does."""

import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest

from path_planner.analysis.publishable import publishable
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision.open_dataset_zip import document_name
from tests.exports.canaries import vision_with_canaries
from tests.exports.canary_words import Canaries
from tests.exports.unpacked import where, written_in

ON = VisionOptions(on=date(2026, 11, 22))
EXPORTS = VISION_EXPORTS.known
WHOLE = ("evidence", "giveaway")
"""Documents that hold everything that may be told."""
EASY_OR_DATA = {"about.easy", "a theme in easy words"}
"""Words that stand in the easy read edition and in the data, and not in the plan."""


@cache
def made() -> tuple[Vision, Canaries]:
    """Return the vision once."""
    return vision_with_canaries()


@cache
def rendered(key: str) -> bytes:
    """Render an export once; the vision goes in whole, as a page or a command hands it over."""
    export = VISION_EXPORTS.find(key)
    return export.render(made()[0], replace(ON, paper=export.paper))


def test_the_canaries_are_in_the_vision_before_anything_is_taken_out() -> None:
    vision, canaries = made()
    whole = vision.model_dump_json()
    taken_back = {"a voice taken back", "a drawing taken back", "a voice of a source taken back"}
    inside = [place for place, word in canaries.kept.items() if word in whole]
    assert len(inside) > 50
    assert not taken_back & {*inside}
    assert all(word in whole for word in canaries.told.values())


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.key)
def test_no_word_that_was_not_agreed_gets_out(export: VisionExport) -> None:
    content = rendered(export.key)
    written = written_in(content)
    leaked = {
        place: where(word, content)[:3]
        for place, word in made()[1].kept.items()
        if word.casefold() in written
    }
    assert leaked == {}


@pytest.mark.parametrize("key", WHOLE)
def test_every_word_that_may_be_told_is_in_the_documents_that_hold_everything(key: str) -> None:
    written = written_in(rendered(key))
    lost = [
        place
        for place, word in made()[1].told.items()
        if word.casefold() not in written and (key == "giveaway" or place not in EASY_OR_DATA)
    ]
    assert lost == []


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.key)
def test_every_document_but_a_picture_holds_words_that_may_be_told(export: VisionExport) -> None:
    if export.suffix == ".png":
        assert rendered(export.key).startswith(b"\x89PNG")
        return
    written = written_in(rendered(export.key))
    assert made()[1].told["about.title"].casefold() in written
    assert sum(word.casefold() in written for word in made()[1].told.values()) >= 4


@pytest.mark.parametrize("export", EXPORTS, ids=lambda one: one.key)
def test_what_is_rendered_rests_on_what_may_be_given_away_and_on_nothing_else(
    export: VisionExport,
) -> None:
    """The zip holds each document as it is made of the shareable vision: byte for byte the same."""
    if export.key == "giveaway":
        assert export.render(publishable(made()[0]), ON) == rendered("giveaway")
        return
    with zipfile.ZipFile(BytesIO(rendered("giveaway"))) as archive:
        assert archive.read(document_name(export)) == rendered(export.key)


def test_a_planted_leak_is_found_in_every_kind_of_document() -> None:
    """Words that may be told stand for a leak: what looks for leaks sees into every packing."""
    title = made()[1].told["about.title"]
    for export in EXPORTS:
        if export.suffix != ".png":
            assert where(title, rendered(export.key)), export.key
    inside = where(title, rendered("giveaway"))
    for part in (".docx!word/document.xml", ".pdf#0", ".svg", ".csv", ".json", "README.txt"):
        assert any(part in name for name in inside), part
