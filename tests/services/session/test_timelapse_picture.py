"""The picture of a film: each thing an element, light to send, nothing private in it."""

import re
from datetime import UTC, datetime
from math import cos, sin
from pathlib import Path
from random import Random
from xml.etree import ElementTree as ET

import pytest

from path_planner.domain.base import put, with_fields
from path_planner.domain.marks import Pen, Photo, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.processes.prompts import process_of
from path_planner.sample.sessions import sample_session
from path_planner.scene.wall.marks import loose_marks
from path_planner.services.session import timelapse
from path_planner.services.session.timelapse import length_of, path_of, thinned
from path_planner.services.session.timelapse_picture import TimelapsePicture, timelapse_picture
from path_planner.storage import serializer
from path_planner.storage.session_type import SESSIONS
from tests.domain.builders import a_session, a_voice

SAMPLE = Path(__file__).parents[2] / "samples" / f"session_v{SESSIONS.version}.path.json"
MAY_STAND = {"g", "path", "text", "tspan", "image", "title", "svg"}


def picture(session: Session) -> TimelapsePicture:
    """Draw the film of a session."""
    return timelapse_picture(session, process_of(session))


def tree(drawn: TimelapsePicture) -> ET.Element:
    """Read the picture as a browser does."""
    return ET.fromstring(f"<svg>{drawn.svg}</svg>")  # noqa: S314 - our own drawing


def words(drawn: TimelapsePicture) -> str:
    """Return all words in the picture."""
    return " ".join(" ".join(tree(drawn).itertext()).split())


def test_each_thing_is_one_element() -> None:
    drawn = picture(serializer.read(SAMPLE.read_bytes(), SESSIONS))
    found = [int(element.get("data-n", "")) for element in tree(drawn).iterfind(".//*[@data-n]")]
    assert sorted(found) == list(range(len(drawn.things)))
    keys = {thing.key for thing in drawn.things}
    assert {("voices", "v1"), ("commitments", "c2"), ("marks", "w1"), ("marks", "k1")} <= keys
    assert {("marks", "Box-1"), ("marks", "t1"), ("marks", "st1"), ("marks", "ph1")} <= keys
    assert {element.tag for element in tree(drawn).iter()} <= MAY_STAND


def test_only_what_a_pen_drew_can_draw_itself() -> None:
    drawn = picture(serializer.read(SAMPLE.read_bytes(), SESSIONS))
    lines = {thing.id for thing in drawn.things if thing.length}
    assert lines == {"w1", "w2", "k1", "k2"}
    for element in tree(drawn).iterfind(".//path[@class='line']"):
        assert drawn.things[int(element.get("data-n", ""))].id in lines


def test_private_voices_and_hidden_cards_are_never_in_a_film() -> None:
    session = a_session(
        voices={
            "v1": a_voice("v1", text="For all of us"),
            "v2": a_voice("v2", text="Nobody may know", share=Share.PRIVATE),
        }
    )
    assert "For all of us" in words(picture(session))
    assert "Nobody" not in words(picture(session))
    assert ("voices", "v2") not in {thing.key for thing in picture(session).things}
    sample = picture(serializer.read(SAMPLE.read_bytes(), SESSIONS))
    assert "too quiet" not in words(sample)


def test_marks_older_than_the_journal_come_when_their_stage_was_talked_about() -> None:
    begun = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
    session = sample_session(0, begins=begun)
    picture = timelapse_picture(session, process_of(session))
    loose = {mark.id: mark for mark in loose_marks(session)}
    shown = [thing for thing in picture.things if thing.id in loose]
    assert len(shown) == len(loose)
    for thing in shown:
        said = [one.at for one in session.voices.values() if one.stage == thing.stage and one.at]
        assert thing.at
        assert thing.at >= max(said)


def test_a_walk_without_a_wall_has_a_film_too() -> None:
    drawn = picture(a_session())
    assert [thing.key for thing in drawn.things if not thing.length] == [
        ("voices", "v1"),
        ("commitments", "c1"),
    ]
    assert [thing.key for thing in drawn.things if thing.length] == [
        ("marks", "k1"),
        ("marks", "k2"),
    ]
    for thing in drawn.things:
        assert thing.stage in {stage.id for stage in process_of(a_session()).stages}


def test_hostile_words_are_words() -> None:
    session = a_session(voices={"v1": a_voice(text="<script>alert(1)</script>]]>&amp;\"'")})
    drawn = picture(session)
    assert "<script" not in drawn.svg
    assert not list(tree(drawn).iter("script"))
    assert "alert(1)" in words(drawn)


def test_a_photo_is_made_small() -> None:
    session = serializer.read(SAMPLE.read_bytes(), SESSIONS)
    assert 'href="data:image/' in picture(session).svg
    broken = session.pictures["pic_garden"].model_copy(update={"base64": "AAAA"})
    assert 'href="data:image/' not in picture(put(session, "pictures", broken)).svg
    without = session.model_copy(update={"pictures": {}})
    assert "ph1" in {thing.id for thing in picture(without).things}


def scribble(chance: Random, name: str) -> Stroke:
    """Return a stroke of 150 points as a hand draws it."""
    x, y, way = chance.uniform(200, 3000), chance.uniform(200, 2000), chance.uniform(0, 6)
    points: list[float] = []
    for _ in range(150):
        way += chance.gauss(0, 0.15)
        x, y = x + 3 * cos(way), y + 3 * sin(way)
        points += [round(x, 2), round(y, 2)]
    pressures = tuple(round(chance.uniform(0.3, 0.7), 2) for _ in range(150))
    return Stroke(
        id=name, stage="dream", points=tuple(points), pressures=pressures, pen=Pen(width=6)
    )


@pytest.mark.slow
def test_three_thousand_marks_are_a_few_megabytes_at_most() -> None:
    chance = Random(3)  # noqa: S311 - chance, not secrecy
    marks = {f"k{n}": scribble(chance, f"k{n}") for n in range(2_800)}
    stamps = {
        f"s{n}": Stamp(id=f"s{n}", stage="now", icon="home", x=n, y=n, width=80, height=80)
        for n in range(200)
    }
    session = a_session(marks={**marks, **stamps})
    drawn = picture(session)
    assert len(drawn.things) == 3_002
    assert len(drawn.svg) < 3_000_000
    assert len(drawn.svg) < len(serializer.write(session)) / 2


def test_a_thinned_line_stays_beside_the_hand() -> None:
    stroke = scribble(Random(5), "k")  # noqa: S311 - chance, not secrecy
    points = list(zip(stroke.points[::2], stroke.points[1::2], strict=True))
    for tolerance in (timelapse.FINE, timelapse.COARSE):
        few = thinned(points, tolerance)
        assert few[0] == points[0]
        assert few[-1] == points[-1]
        assert len(few) < len(points) / 2
        assert length_of(few) == pytest.approx(length_of(points), rel=0.15)


def test_a_line_is_written_in_steps_that_do_not_drift() -> None:
    points = [(0.04 * n, 10 - 0.26 * n) for n in range(500)]
    start, steps = path_of(points)[1:].split("l")
    x, y = map(float, start.split())
    numbers = list(map(float, re.findall(r"-?[\d.]+", steps)))
    x, y = x + sum(numbers[::2]), y + sum(numbers[1::2])
    assert (x, y) == pytest.approx(points[-1], abs=0.06)
    assert path_of([(1.0, 2.0)]) == "M1 2h.1"


def test_a_turned_stroke_and_a_photo_under_all_stand_where_the_poster_has_them() -> None:
    session = serializer.read(SAMPLE.read_bytes(), SESSIONS)
    turned = put(session, "marks", with_fields(session.marks["w1"], turn=0.7))
    drawn = picture(turned)
    (w1,) = (thing for thing in drawn.things if thing.id == "w1")
    assert not w1.length
    first = next(iter(tree(drawn).iterfind(".//*[@data-n]")))
    assert drawn.things[int(first.get("data-n", ""))].id == "ph1"
    assert isinstance(session.marks["ph1"], Photo)
