"""Every export of a vision, found by looking, holds the same promises."""

import sys
from dataclasses import replace
from datetime import date
from functools import cache
from types import FrameType
from typing import Any

import pytest

from path_planner.analysis.queries import all_voices
from path_planner.analysis.quotes import quote_of
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, all_quotable
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.i18n import ENGLISH, PSEUDO, _, set_language
from tests.exports.visions import vision

EXPORTS = VISION_EXPORTS.known
BEGINNINGS = {
    ".pdf": ("application/pdf", b"%PDF-1."),
    ".svg": ("image/svg+xml", b"<svg "),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".zip": ("application/zip", b"PK\x03\x04"),
    ".docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        b"PK\x03\x04",
    ),
}
TOLD = "path_planner.analysis."
TELLS = "path_planner.exports."
LET_THROUGH = {"path_planner.exports.vision.open_dataset.tables"}
"""Writes whole records, of what `evidence.shareable` has let through."""
each_export = pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.key)


@cache
def small() -> Vision:
    """Return a vision with a record of every kind."""
    return vision(paths=2, themes=2)


def rendered(export: VisionExport) -> bytes:
    """Write the vision in the form of an export."""
    options = VisionOptions(on=date(2026, 11, 22))
    return export.render(small(), replace(options, paper=export.paper))


@pytest.fixture
def read_by(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Note which modules read the words of a voice."""
    readers: set[str] = set()

    def noted(self: SharedVoice, name: str) -> Any:
        if name == "text":
            readers.add(_reader(sys._getframe(1)))
        return object.__getattribute__(self, name)

    monkeypatch.setattr(SharedVoice, "__getattribute__", noted)
    return readers


def _reader(frame: FrameType) -> str:
    name: str = frame.f_globals["__name__"]
    return name


def test_all_kinds_of_documents_are_found() -> None:
    """A module with EXPORTS is all it takes."""
    wanted = {"plan", "easyread", "poster", "summary", "docx", "giveaway"}
    keys = [export.key for export in EXPORTS]
    assert wanted <= {*keys}
    assert len(keys) == len({*keys})


@each_export
def test_an_export_has_a_name_in_words_and_a_kind(export: VisionExport) -> None:
    mime, _start = BEGINNINGS[export.suffix]
    assert export.mime == mime
    set_language(PSEUDO)
    try:
        assert _(export.name) != export.name
    finally:
        set_language(ENGLISH)


@each_export
def test_who_stands_in_a_document_may_be_quoted(export: VisionExport) -> None:
    """Nobody is noted as printed who may not be."""
    stands, most = export.quoted_ids(small()), all_quotable(small())
    assert {*stands.voices} <= {*most.voices}
    assert {*stands.sources} <= {*small().sources}


@each_export
def test_an_export_writes_twice_alike_and_reads_words_through_evidence_alone(
    export: VisionExport, read_by: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may be told is decided in one place: no export looks into a voice by itself."""
    # The documents in the zip are looked at one by one.
    monkeypatch.setattr(VISION_EXPORTS, "known", ())
    once = rendered(export)
    assert {name for name in read_by if name.startswith(TELLS)} <= LET_THROUGH
    assert once == rendered(export)
    assert once.startswith(BEGINNINGS[export.suffix][1])


def test_a_module_that_reads_the_words_of_a_voice_is_noted(read_by: set[str]) -> None:
    voice = all_voices(small())[0]
    assert read_by == set()
    assert quote_of(small(), voice)
    assert read_by == {f"{TOLD}quotes"}
    assert voice.text
    assert __name__ in read_by
