"""The community's own PATH: what stands where, and as a poster on any paper."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import page as validator
import pikepdf
import pytest

from path_planner.domain.base import with_fields
from path_planner.domain.marks import Sketch
from path_planner.domain.people import PathfinderKind
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import Paper, QuotedIds, VisionOptions
from path_planner.exports.vision import community_poster
from path_planner.exports.vision.community_poster import collective_scene
from path_planner.exports.vision.community_poster_session import MOST, community_session
from path_planner.processes.prompts import process_of
from path_planner.scene.poster import scene_of
from path_planner.scene.style import COMMUNITY_MIN_FONT_SIZE_POINTS
from path_planner.storage import serializer
from path_planner.storage.session_type import SESSIONS
from tests.exports.reading import words_of
from tests.exports.visions import CANARIES, made_up, vision


def options(paper: Paper = Paper.A4) -> VisionOptions:
    """Return what was chosen."""
    return VisionOptions(on=date(2026, 11, 20), paper=paper)


def said(session: Session, stage: str) -> list[str]:
    """Return what stands in a stage."""
    return [voice.text for voice in session.voices.values() if voice.stage == stage]


def test_each_stage_holds_what_it_asks_for() -> None:
    session = community_session(vision())
    assert said(session, "dream")[:2] == [
        "We all have a front door of our own.",
        "We choose who helps us.",
    ]
    assert "I have what I want with homes." in said(session, "dream")
    assert "We have twice as much of homes." in said(session, "goal")
    assert said(session, "now")[0] == "Nobody asks about Homes."
    assert said(session, "enrol") == ["Team 0", "Team 2", "Team 3"]
    assert said(session, "strengthen") == ["We tell you what we did."]
    assert said(session, "first_steps")[0] == "Start a group for homes.\nTeam 0 · by 1 January 2027"
    assert session.about.pathfinder.kind is PathfinderKind.COMMUNITY
    assert session.about.pathfinder.name == "Little Harbour"


def test_what_cannot_be_done_is_no_step() -> None:
    assert not any("friends" in words for words in said(community_session(vision()), "first_steps"))


def test_no_single_voice_stands_in_it_and_nothing_that_was_not_agreed() -> None:
    session = community_session(vision())
    kept = serializer.write(session).decode()
    assert [one for one in CANARIES if one in kept] == []
    assert "number 0 to be mine" not in kept
    assert [person.name for person in session.people.values()] == ["Bo Larch"]
    assert community_poster.EXPORTS[0].quoted_ids(vision()) == QuotedIds()


def test_what_has_no_room_is_counted() -> None:
    session = community_session(vision(themes=20))
    now = said(session, "now")
    assert len(now) == MOST + 1
    assert now[-1] == f"… and {20 - MOST} more in the plan"


def test_the_pictures_of_the_themes_are_one_drawing_with_words() -> None:
    session = community_session(vision(themes=4))
    (sketch,) = [mark for mark in session.marks.values() if isinstance(mark, Sketch)]
    assert sketch.words == "Pictures: A house, Tools, Two friends, A bus"
    points = [one.points for one in session.marks.values() if not isinstance(one, Sketch)]
    assert points
    for line in points:
        assert all(-1 <= x <= sketch.width + 1 for x in line[::2])
        assert all(-1 <= y <= sketch.height + 1 for y in line[1::2])


def test_it_can_be_kept_and_opened_like_any_path() -> None:
    session = community_session(vision())
    assert serializer.read(serializer.write(session), SESSIONS) == session


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A0])
def test_the_poster_is_one_valid_page_with_all_its_words(paper: Paper, tmp_path: Path) -> None:
    made = made_up(6)
    path = tmp_path / "poster.pdf"
    path.write_bytes(community_poster.render_pdf(made, options(paper)))
    assert validator.validate_pdf(str(path), profile="ua1").is_compliant
    with pikepdf.open(path) as opened:
        (page,) = opened.pages
        assert float(page.MediaBox[2]) == pytest.approx(paper.size[0] * 72 / 25.4, abs=1)
    read = " ".join(words_of(path.read_bytes()))
    for text in collective_scene(made, paper.size).texts:
        assert text.words in read
    if paper is Paper.A0:
        for voice in community_session(made).voices.values():
            assert " ".join(voice.text.split()) in read


POINT = 25.4 / 72


def long_words(vision: Vision, words: str) -> Vision:
    """Return a vision whose themes and steps are told in these words."""
    themes = {key: with_fields(one, statement=words) for key, one in vision.themes.items()}
    actions = {key: with_fields(one, what=words) for key, one in vision.actions.items()}
    about = with_fields(vision.about, vision=words, title=words[:300], community=words[:300])
    limits = with_fields(vision.limits, cannot_change=words)
    parts = {"themes": themes, "actions": actions, "about": about, "limits": limits}
    return vision.model_copy(update=parts)


MADE = {
    "a few": lambda: made_up(6),
    "many": lambda: made_up(20),
    "forty themes": lambda: vision(themes=40),
    "long": lambda: long_words(vision(themes=12), "We all live where we want to. " * 60),
    "no space": lambda: long_words(vision(themes=12), "x" * 2000),
}


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
@pytest.mark.parametrize("made", MADE)
def test_no_letters_are_too_small_to_be_read_on_a_small_paper(made: str, paper: Paper) -> None:
    scene = collective_scene(MADE[made](), paper.size)
    assert scene.smallest_letters(paper.size[0]) / POINT >= 6
    places = {card.record: card.region for card in scene.cards}
    typed = [text for text in scene.texts if text.node in places]
    assert typed
    # A word without end is broken as late as can be, and made smaller before that.
    least = 6 if made == "no space" else COMMUNITY_MIN_FONT_SIZE_POINTS - 0.02
    for text in typed:
        assert text.size * paper.size[0] / scene.width / POINT >= least, text.words


def test_what_a_small_paper_has_no_room_for_is_counted() -> None:
    made = vision(themes=40)
    long = (
        "We all have a front door of our own, in the street where our friends live, and we work "
        "where we want to work, and are paid for it, and the bus comes on Sundays, too.\n"
        "We choose who helps us, and when they come, and what they do."
    )
    made = made.model_copy(update={"about": made.about.model_copy(update={"vision": long})})
    (small, large) = (
        {text.node: text.words for text in collective_scene(made, paper.size).texts}
        for paper in (Paper.A4, Paper.A1)
    )
    assert len(small) < len(large)
    for stage, whole in (("now", 40), ("dream", 42)):
        cards = [node for node in small if node.startswith(f"voice-{stage}-")]
        told = " ".join(
            text.words
            for text in collective_scene(made, Paper.A4.size).texts
            if text.node == cards[-1]
        )
        assert told == f"… and {whole - len(cards) + 1} more in the plan"


@pytest.mark.parametrize("themes", [3, 20])
def test_no_card_lies_on_another(themes: int) -> None:
    session = community_session(vision(themes=themes))
    boxes = [card.box for card in scene_of(session, process_of(session)).cards]
    assert len(boxes) >= 8
    boxes.sort(key=lambda box: (box.x, box.y))
    overlapping = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if min(one.right, other.right) - max(one.x, other.x) > 1
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1
    ]
    assert overlapping == []


def test_words_people_typed_stay_words_in_the_svg() -> None:
    made = vision()
    hostile = "</text><script>alert(1)</script>"
    about = with_fields(made.about, vision=hostile, community=hostile)
    svg = community_poster.render_svg(made.model_copy(update={"about": about}), options())
    drawn = ET.fromstring(svg)  # noqa: S314 - it was written a line ago
    tags = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    assert "script" not in tags


def test_the_picture_is_a_png_of_the_poster() -> None:
    assert community_poster.render_png(vision(), options()).startswith(b"\x89PNG")


def test_progress_only_goes_on() -> None:
    heard: list[float] = []
    community_poster.render_pdf(
        vision(), VisionOptions(on=date(2026, 11, 20), progress=heard.append)
    )
    assert all(before <= after for before, after in pairwise(heard))
    assert heard[-1] == 1
