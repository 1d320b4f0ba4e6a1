"""The bare PATH and the cards as elements: few, light, locked or in groups."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from path_planner.domain.session import Session
from path_planner.formats.excalidraw import elements_of_piece, files_of_piece
from path_planner.formats.excalidraw.wall_elements import texts_of
from path_planner.processes.prompts import process_of
from path_planner.sample.sessions import sample_session
from path_planner.scene.foreign_fields import baseline_offset
from path_planner.scene.model import Text
from path_planner.scene.wall import background_pieces, card_pieces
from tests.scene import samples

Element = Mapping[str, Any]


def cards(session: Session) -> list[Element]:
    """Return the elements of all cards."""
    pieces = card_pieces(session, process_of(session))
    return [element for piece in pieces for element in elements_of_piece(piece)]


def ground(session: Session) -> list[Element]:
    """Return the elements of the bare PATH."""
    pieces = background_pieces(session, process_of(session))
    return [e for place, piece in enumerate(pieces) for e in elements_of_piece(piece, place)]


def box(element: Element) -> tuple[float, ...]:
    """Return where an element stands."""
    return tuple(element[side] for side in ("x", "y", "width", "height"))


def test_each_card_is_a_group_with_a_paper_that_is_its_box() -> None:
    session = samples.session(9)
    for piece in card_pieces(session, process_of(session)):
        elements = elements_of_piece(piece)
        papers = [e for e in elements if e["customData"].get("paper")]
        assert [box(paper) for paper in papers] == [
            (piece.box.x, piece.box.y, piece.box.width, piece.box.height)
        ]
        assert all(e["groupIds"] == [f"card-{piece.id}"] for e in elements)
        assert all(e["customData"]["card"] == piece.id for e in elements)
        assert [e["id"] for e in elements] == [f"card-{piece.id}-{n}" for n in range(len(elements))]
        assert not any(e.get("locked") for e in elements)


def test_the_ground_is_locked_and_lies_below_the_cards() -> None:
    session = samples.session(9)
    below, above = ground(session), cards(session)
    assert all(element["locked"] for element in below)
    assert all(element["customData"]["part"] == "ground" for element in below)
    keys = [element["index"] for element in below + above]
    assert max(keys[: len(below)]) < min(keys[len(below) :])
    assert keys[: len(below)] == sorted(keys[: len(below)])
    assert len({element["id"] for element in below + above}) == len(below + above)


def test_every_word_of_a_card_is_on_its_elements() -> None:
    session = samples.session(
        6, texts=("میرا گھر", "我的家", "Guriga 🏡", "plain words that go on")
    )
    written = " ".join(e["text"].replace("\n", " ") for e in cards(session) if e["type"] == "text")
    for voice in session.voices.values():
        assert all(word in written for word in voice.text.split())


def test_a_full_wall_is_light_enough_to_travel() -> None:
    session = sample_session(1, begins=datetime(2026, 11, 1, tzinfo=UTC), voices=140)
    everything = ground(session) + cards(session)
    assert len(everything) < 1_500
    assert len(orjson.dumps(everything)) < 1_200_000


def test_a_drawing_on_a_card_is_an_image_with_its_file() -> None:
    session = sample_session(1, begins=datetime(2026, 11, 1, tzinfo=UTC))
    pieces = card_pieces(session, process_of(session))
    shown = {e["fileId"] for e in cards(session) if e["type"] == "image"}
    files = {file["id"]: file for piece in pieces for file in files_of_piece(piece)}
    assert shown
    assert shown == set(files)
    assert all(file["dataURL"].startswith("data:image/svg+xml;base64,") for file in files.values())


def a_line(words: str, baseline: float, **facts: Any) -> Text:
    """Return a line of words."""
    return Text(words, facts.get("x", 10), baseline, 20, facts.get("width", 100), "#23283A")


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ([("one", 30.0), ("two", 55.0), ("three", 80.0)], 1),
        ([("one", 30.0), ("two", 55.0), ("three", 100.0)], 2),
        ([("one", 30.0), ("میرا گھر", 55.0)], 2),
    ],
)
def test_lines_at_even_steps_are_one_text(lines: list[tuple[str, float]], count: int) -> None:
    texts = list(texts_of([a_line(words, baseline) for words, baseline in lines]))
    assert len(texts) == count
    first = texts[0]
    offset = first["fontSize"] * baseline_offset(first["fontFamily"], first["lineHeight"])
    assert first["y"] + offset == pytest.approx(30.0, abs=0.02)


def test_lines_about_one_middle_are_centred() -> None:
    lines = [a_line("wide words", 30, x=0, width=100), a_line("less", 55, x=30, width=40)]
    (text,) = texts_of(lines)
    assert (text["textAlign"], text["x"], text["width"]) == ("center", 0, 100)
