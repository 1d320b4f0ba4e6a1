"""Samples are whole, true to PATH, exactly as large as asked for, and the same every time."""

import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from hashlib import sha256
from operator import attrgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.domain.marks import Card, Label, Sketch, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.processes import find
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.processes.style_checks import check_wording
from path_planner.sample.fixtures import STORIES
from path_planner.sample.sessions import sample_session, sample_sessions
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT, card_pieces, has_wall
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from path_planner.storage.serializer import read, write
from path_planner.storage.session_type import SESSIONS

STORIES_TOLD_TWICE = 2 * len(STORIES)
SIGNED = 3
"""People of the first story who sign."""
DIGEST = """
from hashlib import sha256
from operator import attrgetter
from path_planner.sample.sessions import sample_sessions
from path_planner.scene.geometry import Box
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import WALL_ASPECT, card_pieces, has_wall
from path_planner.scene.wall.marks import box_of_mark, loose_marks
from path_planner.storage.serializer import write
made = sample_sessions(4, voices=60, strokes=90, seed=7)
print(sha256(b"".join(map(write, made))).hexdigest())
"""


@pytest.fixture(scope="module")
def told() -> list[Session]:
    """Tell every story twice, the second time with other names."""
    return sample_sessions(STORIES_TOLD_TWICE)


@pytest.mark.slow
def test_the_same_seed_gives_the_same_bytes_in_any_process() -> None:
    here = sample_sessions(4, voices=60, strokes=90, seed=7)
    for hash_seed in ("1", "2"):
        there = subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={"PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Auckland"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == sha256(b"".join(map(write, here))).hexdigest()


def test_another_seed_gives_other_sessions() -> None:
    one, other = (sample_sessions(3, seed=seed) for seed in (1, 2))
    assert {session.id for session in one}.isdisjoint(session.id for session in other)


def test_a_longer_row_begins_with_the_shorter_one() -> None:
    assert sample_sessions(5)[:3] == sample_sessions(3)


@settings(max_examples=15, deadline=None)
@given(voices=st.integers(0, 300), strokes=st.integers(0, 300), number=st.integers(0, 5))
def test_it_holds_exactly_as_many_voices_and_strokes_as_wanted(
    voices: int, strokes: int, number: int
) -> None:
    begins = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
    session = sample_session(number, begins=begins, voices=voices, strokes=strokes)
    kinds = [type(mark) for mark in session.marks.values()]
    assert (len(session.voices), kinds.count(Stroke)) == (voices, strokes)
    assert read(write(session), SESSIONS) == session


def test_every_stage_has_voices_and_every_person_is_known(told: list[Session]) -> None:
    for session in told:
        stages = {stage.id for stage in find(session.about.process).stages}
        assert {voice.stage for voice in session.voices.values()} == stages
        assert {mark.stage for mark in session.marks.values()} <= stages
        named = {voice.said_by for voice in session.voices.values()}
        named |= {who for c in session.commitments.values() for who in (c.who, c.coach)}
        named |= {mark.by for mark in session.marks.values() if not isinstance(mark, Card)}
        assert named - {None} <= set(session.people)


def test_the_coach_has_nothing_to_say(told: list[Session]) -> None:
    many = sample_sessions(3, voices=200)
    for session in [*told, *many]:
        for stage in find(session.about.process).stages:
            assert check_wording(session, stage) == (), stage.id


def test_people_enrol_and_take_first_steps(told: list[Session]) -> None:
    for session in told:
        for stage in find(session.about.process).stages:
            if stage.gathers is not StageInput.VOICES:
                made = [c for c in session.commitments.values() if c.stage == stage.id]
                assert made, stage.id
        assert any(not c.said_yes for c in session.commitments.values())


def test_every_sketch_says_in_words_what_it_shows(told: list[Session]) -> None:
    sketches = [m for s in told for m in s.marks.values() if isinstance(m, Sketch)]
    assert all(sketch.words for sketch in sketches)
    assert len(sketches) > STORIES_TOLD_TWICE


def test_strokes_stay_on_their_sheet_and_are_drawn_as_by_hand(told: list[Session]) -> None:
    for session in told:
        for stroke in session.marks.values():
            if isinstance(stroke, Stroke) and stroke.sketch:
                sheet = session.marks[stroke.sketch]
                assert isinstance(sheet, Sketch)
                assert min(stroke.points) >= -9
                assert max(stroke.points[::2]) <= sheet.width + 9
                assert max(stroke.points[1::2]) <= sheet.height + 9
                across, down = set(stroke.points[::2]), set(stroke.points[1::2])
                assert len(stroke.points) < 20 or min(len(across), len(down)) > 3


def test_the_first_story_ends_with_a_living_wall(told: list[Session]) -> None:
    session = told[0]
    assert has_wall(session)
    kinds = Counter(mark.kind for mark in session.marks.values())
    assert {"stroke", "stamp", "label", "shape", "card", "sketch"} <= set(kinds)
    signed = {one.signs for one in session.marks.values() if isinstance(one, Stroke)} - {None}
    assert len(signed) == SIGNED
    assert all(session.commitments[one or ""].said_yes for one in signed)
    process = process_of(session)
    whole = Box(0, 0, WIDTH, WIDTH / WALL_ASPECT)
    for mark in loose_marks(session):
        box = box_of_mark(mark)
        assert whole.x <= box.x
        assert box.right <= whole.right
        assert whole.y <= box.y
        assert box.bottom <= whole.bottom
    # No card stands on another, and stamps and words leave all of them free.
    cards = [piece.box for piece in card_pieces(session, process)]
    apart = [box_of_mark(one) for one in loose_marks(session) if isinstance(one, Stamp | Label)]
    for place, one in enumerate([*cards, *apart]):
        assert not [other for other in [*cards, *apart][:place] if overlap(one, other)]


def overlap(one: Box, other: Box) -> bool:
    """Say whether two boxes have more than an edge in common."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return min(across, down) > 1


def test_a_story_told_again_has_other_people(told: list[Session]) -> None:
    first, again = told[0], told[len(STORIES)]
    names = [{person.name for person in session.people.values()} for session in (first, again)]
    assert names[0].isdisjoint(names[1])
    words = " ".join(voice.text for voice in again.voices.values())
    words += " ".join(c.what for c in again.commitments.values()) + again.about.title
    assert not [name for name in names[0] if name.split()[0] in words]


def test_no_blank_is_left_open(told: list[Session]) -> None:
    for session in [*told, *sample_sessions(3, voices=300)]:
        # A stroke that no other program knows has an empty part for what they know.
        assert b"{}" not in write(session).replace(b'"foreign":{}', b"")
        assert not [v.text for v in session.voices.values() if "{" in v.text or "}" in v.text]


def test_what_is_said_and_drawn_follows_the_order_of_asking(told: list[Session]) -> None:
    for session in told:
        place = {stage.id: n for n, stage in enumerate(process_of(session).stages)}
        for records in (session.voices, session.marks, session.commitments):
            dated = [one for one in records.values() if getattr(one, "at", None)]
            stages = [place[one.stage] for one in sorted(dated, key=attrgetter("at"))]
            assert stages == sorted(stages)
