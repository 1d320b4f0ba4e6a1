"""Every export, found by looking, holds the same promises."""

import json
import re

import pytest

from path_planner.errors import UnknownExport
from path_planner.exports.base import Options, SessionExport
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.i18n import ENGLISH, PSEUDO, _, set_language
from tests.exports.rendered import rendered
from tests.scene import samples

SAMPLES = {
    "nothing said": samples.blank(),
    "three voices": samples.session(3),
    "forty voices": samples.session(40),
    "eight stages": samples.session(24, process="path8"),
    "many scripts": samples.session(
        12,
        texts=("میرا گھر", "আমার বাড়ি", "ਮੇਰਾ ਘਰ", "મારું ઘર", "我的家", "Guriga 🏡", "<b>&", "x" * 300),
    ),
}
BEGINNINGS = {
    ".pdf": b"%PDF-1.",
    ".svg": b"<svg ",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".md": b"# ",
    ".json": b"{",
}
SMALL = Options(dots=40)
each_export = pytest.mark.parametrize(
    "export", SESSION_EXPORTS.known, ids=lambda export: export.suffix
)


def test_all_kinds_of_files_are_found() -> None:
    """A module with an EXPORT is all it takes."""
    assert {export.suffix for export in SESSION_EXPORTS.known} >= set(BEGINNINGS)
    suffixes = [export.suffix for export in SESSION_EXPORTS.known]
    assert len(suffixes) == len(set(suffixes))


@each_export
@pytest.mark.parametrize("name", SAMPLES)
def test_every_export_writes_every_sample(name: str, export: SessionExport) -> None:
    """The file is of the kind that its suffix promises."""
    written = rendered(export.suffix, SAMPLES[name], SMALL)
    beginning = BEGINNINGS.get(export.suffix)
    assert written.startswith(beginning) if beginning else written


@each_export
@pytest.mark.parametrize("name", ["nothing said", "many scripts"])
def test_the_same_plan_gives_the_same_bytes(name: str, export: SessionExport) -> None:
    session = SAMPLES[name]
    anew = export.render(session, SMALL)
    assert anew == rendered(export.suffix, session, SMALL)


@each_export
def test_every_export_has_a_name_in_words_and_a_kind(export: SessionExport) -> None:
    """People read the name; browsers read the kind."""
    assert re.fullmatch(r"\.[a-z]+", export.suffix)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", export.mime)
    set_language(PSEUDO)
    try:
        assert _(export.name) == f"⟦{export.name}⟧"
    finally:
        set_language(ENGLISH)


def test_an_export_is_found_by_the_ending_of_its_files() -> None:
    """In capitals or not."""
    assert SESSION_EXPORTS.find(".PDF") is SESSION_EXPORTS.find(".pdf")
    with pytest.raises(UnknownExport) as refused:
        SESSION_EXPORTS.find(".docx")
    assert ".docx" in str(refused.value)
    assert ".pdf" in str(refused.value)


def test_the_document_is_the_whole_plan() -> None:
    """Private voices too: it is the pathfinder's own copy."""
    session = samples.session(46)
    written = rendered(".json", session)
    assert json.loads(written)["id"] == session.id
    assert len(written.splitlines()) > len(session.voices)


def test_posters_in_another_language_have_no_english_of_ours() -> None:
    """Every label goes through the catalogue."""
    set_language(PSEUDO)
    try:
        told = rendered(".md", samples.session(12, sketches=0)).decode()
    finally:
        set_language(ENGLISH)
    assert "⟦People in this PATH⟧" in told
    ours = re.sub(r"⟦[^⟧]*⟧", "", told)
    assert "agreed" not in ours
    assert "coach" not in ours
