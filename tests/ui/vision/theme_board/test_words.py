"""Every sentence that the browser's side of the board asks for is there, and no other."""

import re

from path_planner.ui.vision.theme_board.labels import counted_theme_labels, theme_board_labels
from tests.source import ROOT

SOURCES = ROOT / "frontend" / "theme_board"
AREAS = "|".join(
    sorted({key.partition(".")[0] for key in (*theme_board_labels(), *counted_theme_labels())})
)
ASKED = re.compile(rf'"((?:{AREAS})\.[a-z_]+)"')
BLANK = re.compile(r"\{(\w+)\}")


def asked() -> set[str]:
    """Return the keys that the board asks for."""
    texts = [path.read_text("utf-8") for path in sorted(SOURCES.glob("*.ts*"))]
    return {key for text in texts for key in ASKED.findall(text)}


def test_each_key_has_its_sentence() -> None:
    assert len(asked()) > 80
    assert asked() - theme_board_labels().keys() - counted_theme_labels().keys() == set()


def test_every_sentence_is_asked_for() -> None:
    assert (theme_board_labels().keys() | counted_theme_labels().keys()) - asked() == set()


def test_a_key_is_for_one_sentence_or_for_one_by_number() -> None:
    assert theme_board_labels().keys() & counted_theme_labels().keys() == set()


def test_sentences_by_number_tell_of_the_same_things() -> None:
    for sentences in counted_theme_labels().values():
        blanks = [set(BLANK.findall(sentence)) for sentence in sentences.values()]
        assert "count" in blanks[0]
        assert blanks == blanks[:1] * len(blanks)
