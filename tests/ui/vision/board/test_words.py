"""Every sentence that the browser's side of the board asks for is there, and no other."""

import re

from path_planner.ui.vision.board.words import board_words
from tests.source import ROOT

SOURCES = ROOT / "frontend" / "themes"
AREAS = "|".join(sorted({key.partition(".")[0] for key in board_words()}))
ASKED = re.compile(rf'"((?:{AREAS})\.[a-z_]+)"')
MANY = re.compile(r"_(?:one|many)$")
BLANK = re.compile(r"\{(\w+)\}")


def asked() -> set[str]:
    """Return the keys that the board asks for."""
    texts = [path.read_text("utf-8") for path in sorted(SOURCES.glob("*.ts*"))]
    return {key for text in texts for key in ASKED.findall(text)}


def test_each_key_has_its_sentence_or_one_for_one_and_one_for_many() -> None:
    words = board_words()
    assert len(asked()) > 80
    assert [key for key in asked() if key not in words and f"{key}_one" not in words] == []
    ones = {key.removesuffix("_one") for key in words if key.endswith("_one")}
    assert ones - {key.removesuffix("_many") for key in words if key.endswith("_many")} == set()


def test_every_sentence_is_asked_for() -> None:
    unused = [key for key in board_words() if {key, MANY.sub("", key)}.isdisjoint(asked())]
    assert unused == []


def test_one_and_many_tell_of_the_same_things() -> None:
    words = board_words()
    for key, one in words.items():
        if key.endswith("_one"):
            many = words[key.removesuffix("_one") + "_many"]
            assert set(BLANK.findall(many)) - set(BLANK.findall(one)) <= {"count", "left"}
