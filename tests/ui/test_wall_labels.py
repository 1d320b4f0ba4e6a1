"""Every sentence that the browser's side of the wall asks for is there."""

import re
from pathlib import Path

from path_planner.ui.wall.labels import counted_labels, wall_labels

SOURCES = Path(__file__).parents[2] / "frontend" / "wall"
AREAS = "|".join(sorted({re.split("[.:]", key)[0] for key in wall_labels()}))
ASKED = re.compile(rf'"((?:{AREAS})\.[a-z_-]+)"')
MADE = re.compile(rf"`((?:{AREAS})[.:][a-z-]*)\$\{{")


def sources() -> list[tuple[str, str]]:
    """Return the files of the browser's side."""
    found = sorted(path for path in SOURCES.rglob("*.ts*") if path.is_file())
    return [(path.name, path.read_text("utf-8")) for path in found]


def test_each_key_has_its_sentence() -> None:
    words = wall_labels() | counted_labels()
    asked = {(name, key) for name, text in sources() for key in ASKED.findall(text)}
    files = {"stamps.json"}
    assert len(asked) > 50
    assert {pair for pair in asked if pair[1] not in words and pair[1] not in files} == set()


def test_keys_that_are_put_together_have_sentences_of_their_kind() -> None:
    words = wall_labels()
    for _, text in sources():
        for beginning in MADE.findall(text):
            assert any(key.startswith(beginning) for key in words)


def test_every_tool_has_a_name() -> None:
    words = wall_labels()
    text = (SOURCES / "tools.ts").read_text("utf-8")
    tools = {*re.findall(r'tool\("([a-z-]+)"', text)} - {"thickness"}
    tools |= {f"thickness-{at}" for at in (1, 2, 3)} | {f"pen-{at}" for at in range(1, 7)}
    assert len(tools) > 20
    assert {f"tool.{name}" for name in tools} - words.keys() == set()


def test_every_sentence_is_asked_for() -> None:
    text = "".join(text for _, text in sources())
    made = tuple(MADE.findall(text))
    unused = [
        key
        for key in (*wall_labels(), *counted_labels())
        if f'"{key}"' not in text and not key.startswith(made)
    ]
    assert unused == []
