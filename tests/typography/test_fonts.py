"""A missing font is told plainly, not guessed around."""

from pathlib import Path

import pytest

from path_planner.errors import FontMissing
from path_planner.typography import fonts
from path_planner.typography.fonts import NOTO, Font, FontFile, font

FACES = [one for one in vars(fonts).values() if isinstance(one, FontFile)]


def test_every_face_has_its_files() -> None:
    assert NOTO in FACES
    for face in FACES:
        for bold in (False, True):
            assert font(face, bold).ascent > 0.5


def test_a_missing_font_names_the_file() -> None:
    with pytest.raises(FontMissing, match=r"Nowhere-Regular\.ttf"):
        Font(Path("Nowhere-Regular.ttf"))


def test_a_font_is_loaded_once() -> None:
    assert font(NOTO) is font(NOTO)
