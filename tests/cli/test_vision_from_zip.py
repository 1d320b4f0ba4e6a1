"""A vision that was given away is begun from its zip, without a browser."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from path_planner.analysis.publishable import publishable
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.exports.vision.open_dataset.package import VISION, zip_package
from path_planner.exports.vision.open_dataset_zip import render
from path_planner.storage.serializer import read, write
from path_planner.storage.vision_type import VISIONS
from tests.analysis.visions import small
from tests.cli.running import fail, run, succeed

ON = VisionOptions(on=date(2026, 11, 22))


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a zip without the other documents, which take long."""
    monkeypatch.setattr(VISION_EXPORTS, "known", ())
    file = tmp_path / "given.zip"
    file.write_bytes(render(small(), ON))
    return file


def test_a_zip_becomes_the_vision_it_was_made_from(given: Path, tmp_path: Path) -> None:
    file = tmp_path / "ours.vision.json"
    succeed("vision", "new", file, "--from", given)
    vision = read(file.read_bytes(), VISIONS)
    assert vision == publishable(small())
    assert render(vision, ON) == given.read_bytes()


def test_what_is_no_zip_of_ours_leaves_no_file(tmp_path: Path) -> None:
    file, letter = tmp_path / "ours.vision.json", tmp_path / "letter.zip"
    letter.write_text("Dear Robin", encoding="utf-8")
    assert "not a give-away zip" in fail("vision", "new", file, "--from", letter)
    assert not file.exists()


def test_files_that_were_left_out_are_told(tmp_path: Path) -> None:
    file, zipped = tmp_path / "ours.vision.json", tmp_path / "more.zip"
    zipped.write_bytes(zip_package({VISION: write(publishable(small()))}))
    with ZipFile(zipped, "a") as archive:
        archive.writestr("more.txt", "Buy this!")
    result = run("vision", "new", file, "--from", zipped)
    assert result.exit_code == 0
    assert "left out" in result.stderr
