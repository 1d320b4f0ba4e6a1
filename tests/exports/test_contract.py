"""Every export, found by looking, holds the same promises."""

import json
import re

import pytest

from path_planner.domain.session import Session
from path_planner.errors import UnknownExport
from path_planner.exports import registry
from path_planner.exports.base import Export, Options, file_name
from path_planner.exports.paper import Paper
from path_planner.i18n import ENGLISH, PSEUDO, _, set_language
from path_planner.processes.prompts import process_of
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
SMALL = Options(paper=Paper.A4, dots=40)


def rendered(export: Export, session: Session, options: Options = SMALL) -> bytes:
    """Write a session in its own form."""
    return export.render(session, process_of(session), options)


def test_all_kinds_of_files_are_found() -> None:
    """A module with EXPORTS is all it takes."""
    assert {export.suffix for export in registry.known()} >= set(BEGINNINGS)
    suffixes = [export.suffix for export in registry.known()]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("export", registry.known(), ids=lambda export: export.suffix)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_export_writes_every_sample_twice_alike(name: str, export: Export) -> None:
    """The same plan gives the same bytes, of the kind that the suffix promises."""
    once = rendered(export, SAMPLES[name])
    assert once == rendered(export, SAMPLES[name])
    beginning = BEGINNINGS.get(export.suffix)
    assert once.startswith(beginning) if beginning else once


@pytest.mark.parametrize("export", registry.known(), ids=lambda export: export.suffix)
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
    kept = json.loads(rendered(registry.find("json"), session))
    assert kept["id"] == session.id
    assert len(rendered(registry.find("json"), session).splitlines()) > len(session.voices)


def test_posters_in_another_language_have_no_english_of_ours() -> None:
    """Every label goes through the catalogue."""
    set_language(PSEUDO)
    try:
        told = rendered(registry.find("md"), samples.session(12, sketches=0)).decode()
    finally:
        set_language(ENGLISH)
    assert "⟦Who is on this PATH⟧" in told
    ours = re.sub(r"⟦[^⟧]*⟧", "", told)
    assert "said yes" not in ours
    assert "coach" not in ours
