"""A vision that was given away is begun from its zip, without a browser."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from path_planner.cli import main
from path_planner.evidence.shareable import shareable
from path_planner.exports import give_away
from path_planner.exports.give_away import render
from path_planner.exports.giving.packing import VISION, packed
from path_planner.exports.vision_export import VisionOptions
from path_planner.storage.document import read, write
from path_planner.storage.visions import VISIONS
from tests.evidence.visions import small

ON = VisionOptions(on=date(2026, 11, 22))


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a zip without the other documents, which take long."""
    monkeypatch.setattr(give_away, "_documents", lambda _vision, _options: ())
    file = tmp_path / "given.zip"
    file.write_bytes(render(small(), ON))
    return file


def test_a_zip_becomes_the_vision_it_was_made_from(given: Path, tmp_path: Path) -> None:
    file = tmp_path / "ours.vision.json"
    assert main(["vision", "new", str(file), "--from", str(given)]) == 0
    vision = read(file.read_bytes(), VISIONS)
    assert vision == shareable(small())
    assert render(vision, ON) == given.read_bytes()


def test_what_is_no_zip_of_ours_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, letter = tmp_path / "ours.vision.json", tmp_path / "letter.zip"
    letter.write_text("Dear Robin", encoding="utf-8")
    assert main(["vision", "new", str(file), "--from", str(letter)]) != 0
    assert "not a give-away zip" in capsys.readouterr().err
    assert not file.exists()


def test_files_that_were_left_out_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, zipped = tmp_path / "ours.vision.json", tmp_path / "more.zip"
    zipped.write_bytes(packed({VISION: write(shareable(small()))}))
    with ZipFile(zipped, "a") as archive:
        archive.writestr("more.txt", "Buy this!")
    assert main(["vision", "new", str(file), "--from", str(zipped)]) == 0
    assert "left out" in capsys.readouterr().err
