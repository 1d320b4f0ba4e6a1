"""Every export, found by looking, holds the same promises."""

import json
import re

import pytest

from path_planner.errors import UnknownExport
from path_planner.exports import registry
from path_planner.exports.base import Export, Options, file_name
from path_planner.i18n import ENGLISH, PSEUDO, _, set_language
from path_planner.processes.prompts import process_of
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
each_export = pytest.mark.parametrize("export", registry.known(), ids=lambda export: export.suffix)


def test_all_kinds_of_files_are_found() -> None:
    """A module with an EXPORT is all it takes."""
    assert {export.suffix for export in registry.known()} >= set(BEGINNINGS)
    suffixes = [export.suffix for export in registry.known()]
    assert len(suffixes) == len(set(suffixes))


@each_export
@pytest.mark.parametrize("name", SAMPLES)
def test_every_export_writes_every_sample(name: str, export: Export) -> None:
    """The file is of the kind that its suffix promises."""
    written = rendered(export.suffix, SAMPLES[name], SMALL)
    beginning = BEGINNINGS.get(export.suffix)
    assert written.startswith(beginning) if beginning else written


@each_export
@pytest.mark.parametrize("name", ["nothing said", "many scripts"])
def test_the_same_plan_gives_the_same_bytes(name: str, export: Export) -> None:
    session = SAMPLES[name]
    anew = export.render(session, process_of(session), SMALL)
    assert anew == rendered(export.suffix, session, SMALL)


@each_export
def test_every_export_has_a_name_in_words_and_a_kind(export: Export) -> None:
    """People read the name; browsers read the kind."""
    assert re.fullmatch(r"\.[a-z]+", export.suffix)
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", export.mime)
    set_language(PSEUDO)
    try:
        assert _(export.name) == f"⟦{export.name}⟧"
    finally:
        set_language(ENGLISH)


def test_an_export_is_found_by_its_suffix() -> None:
    """With a dot or without, in capitals or not."""
    assert registry.find(".PDF") is registry.find("pdf")
    with pytest.raises(UnknownExport) as refused:
        registry.find(".docx")
    assert ".docx" in str(refused.value)
    assert ".pdf" in str(refused.value)


def test_a_file_is_named_by_day_plan_and_content_and_by_no_person() -> None:
    """Two contents never share a name, and a name tells nobody whose plan it is."""
    session, pdf = samples.session(3), registry.find("pdf")
    name = file_name(session, pdf, b"one")
    assert re.fullmatch(r"2026-11-21_k7f3q2_[0-9a-f]{12}\.pdf", name)
    assert name != file_name(session, pdf, b"two")
    assert "asha" not in name.lower()


def test_the_document_is_the_whole_plan() -> None:
    """Private voices too: it is the pathfinder's own copy."""
    session = samples.session(46)
    written = rendered("json", session)
    assert json.loads(written)["id"] == session.id
    assert len(written.splitlines()) > len(session.voices)


def test_posters_in_another_language_have_no_english_of_ours() -> None:
    """Every label goes through the catalogue."""
    set_language(PSEUDO)
    try:
        told = rendered("md", samples.session(12, sketches=0)).decode()
    finally:
        set_language(ENGLISH)
    assert "⟦People in this PATH⟧" in told
    ours = re.sub(r"⟦[^⟧]*⟧", "", told)
    assert "agreed" not in ours
    assert "coach" not in ours
