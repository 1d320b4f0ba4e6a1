"""The poster: everything has its place, whatever was said."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from path_planner.domain.session import Columns, Session
from path_planner.domain.voice import Share, Voice
from path_planner.processes import find
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience, Kind, Scene, Text
from path_planner.scene.poster import A_SERIES, scene_of
from path_planner.scene.template import poster_template
from tests.scene import samples

WALL = 1829 / 914
URDU = "میرے پاس سمندر کے کنارے ایک گھر ہے اور ایک کتا"
CHINESE = "我们有一个花园，朋友们每个星期五来做饭。"  # noqa: RUF001 - a Chinese comma
LONG = "every day by the water " * 44
WORDS = (
    st.text(min_size=1, max_size=60)
    | st.text(alphabet="abcdefgh ", min_size=1, max_size=1000)
    | st.sampled_from((URDU, CHINESE, LONG, "o", "x" * 300, "https://example.org/" + "a/" * 60))
)


def poster(session: Session, aspect: float = A_SERIES, **options: object) -> Scene:
    """Lay a session out in its own form."""
    audience = options.get("audience", Audience.CIRCLE)
    assert isinstance(audience, Audience)
    return scene_of(session, find(session.about.process), audience=audience, aspect=aspect)


@cache
def laid(voices: int, aspect: float = A_SERIES) -> Scene:
    """Return a sample laid out once, for tests that only look at it."""
    return poster(samples.session(voices), aspect)


def assert_all_has_its_place(scene: Scene) -> None:
    """Check that cards lie inside their regions and that nothing lies over anything else."""
    areas = dict(scene.regions)
    for card in scene.cards:
        assert areas[card.region].holds(card.box, slack=1e-3), card
    boxes = sorted(scene.cards, key=lambda card: card.box.x)
    for place, card in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other.box.x >= card.box.right:
                break
            assert not card.box.overlaps(other.box, slack=1e-3), (card, other)
    cards = {card.record: card.box for card in scene.cards}
    whole = Box(0, 0, scene.width, scene.height)
    for text in scene.texts:
        around = cards.get(text.node, whole)
        assert text.x >= around.x - 1e-3
        assert text.x + text.width <= around.right + 1e-3
        assert around.y < text.baseline <= around.bottom


@pytest.mark.slow
@pytest.mark.parametrize(
    ("voices", "columns", "process", "aspect"),
    [
        (0, Columns.NEAR_TO_FAR, "path6", A_SERIES),
        (0, Columns.AS_ASKED, "path8", WALL),
        (3, Columns.NEAR_TO_FAR, "path6", A_SERIES),
        (3, Columns.AS_ASKED, "path6", WALL),
        (3, Columns.NEAR_TO_FAR, "path8", WALL),
        (40, Columns.NEAR_TO_FAR, "path6", WALL),
        (40, Columns.AS_ASKED, "path6", A_SERIES),
        (40, Columns.AS_ASKED, "path8", A_SERIES),
        (40, Columns.NEAR_TO_FAR, "path8", WALL),
        (150, Columns.NEAR_TO_FAR, "path6", A_SERIES),
        (150, Columns.AS_ASKED, "path8", WALL),
        (150, Columns.NEAR_TO_FAR, "path8", A_SERIES),
    ],
)
def test_every_card_and_sketch_lies_in_its_region_and_none_overlaps(
    voices: int, columns: Columns, process: str, aspect: float
) -> None:
    """Three voices or a hundred and fifty: all fit."""
    session = samples.session(voices, process=process, columns=columns)
    scene = poster(session, aspect)
    assert_all_has_its_place(scene)
    shown = {card.record for card in scene.cards}
    assert {f"voice-{each.id}" for each in heard(session)} <= shown
    assert {f"commitment-{key}" for key in session.commitments} <= shown
    assert {f"figure-d{place}" for place in range(5)} <= shown


@pytest.mark.slow
@pytest.mark.parametrize("text", [URDU, CHINESE, LONG, "o", "x" * 400], ids=len)
def test_long_short_and_foreign_voices_fit_as_well(text: str) -> None:
    """A thousand letters, one letter, right to left, and without spaces."""
    scene = poster(samples.session(40, texts=(text,)))
    assert_all_has_its_place(scene)


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(WORDS, min_size=1, max_size=12),
    voices=st.integers(0, 60),
    sketches=st.integers(0, 12),
    aspect=st.floats(1.25, 2.8),
)
def test_whatever_is_said_has_its_place(
    texts: list[str], voices: int, sketches: int, aspect: float
) -> None:
    """No words, no number of drawings and no paper shape breaks the layout."""
    session = samples.session(voices, sketches=sketches, texts=tuple(texts))
    scene = poster(session, aspect)
    assert_all_has_its_place(scene)
    assert len([card for card in scene.cards if card.record.startswith("figure-")]) == sketches


def test_the_words_of_a_card_are_all_on_the_poster() -> None:
    """Breaking lines loses no word."""
    scene = laid(40)
    for voice in heard(samples.session(40)):
        lines = [text for text in scene.texts if text.node == f"voice-{voice.id}"]
        said = " ".join(text.words for text in lines).split()
        words = voice.text.split()
        assert said[: len(words)] == words


def test_words_do_not_lie_over_words() -> None:
    """Titles, questions, cards and strips keep apart from each other."""
    for voices, aspect in ((3, A_SERIES), (40, A_SERIES), (150, WALL)):
        lines = [(text, letters(text)) for text in laid(voices, aspect).texts]
        for place, (text, box) in enumerate(lines):
            for other, beside in lines[place + 1 :]:
                assert not box.overlaps(beside), (text.words, other.words)


def letters(text: Text) -> Box:
    """Return the box around small letters, between the line and their tops."""
    return Box(text.x, text.baseline - 0.5 * text.size, text.width, 0.5 * text.size)


def test_the_elastic_crosses_no_words() -> None:
    """The band of tension runs between the strips and the arrow."""
    for aspect in (A_SERIES, WALL, 2.6):
        scene = laid(40, aspect)
        curve = poster_template(aspect).elastic
        for step in range(101):
            part = step / 100
            x, y = (
                sum(
                    weight * point[axis]
                    for weight, point in zip(
                        (
                            (1 - part) ** 3,
                            3 * part * (1 - part) ** 2,
                            3 * part**2 * (1 - part),
                            part**3,
                        ),
                        curve,
                        strict=True,
                    )
                )
                for axis in (0, 1)
            )
            spot = Box(x - 4, y - 4, 8, 8)
            assert not any(letters(text).overlaps(spot) for text in scene.texts)


@pytest.mark.parametrize("columns", list(Columns))
@pytest.mark.parametrize("process", ["path6", "path8"])
def test_stages_are_read_in_the_order_they_are_asked(process: str, columns: Columns) -> None:
    """Dream first, first steps last, wherever the columns stand."""
    scene = poster(samples.session(12, process=process, columns=columns))
    read = [node.stage for node in scene.reading.walk() if node.kind is Kind.HEADING and node.stage]
    assert read == [stage.id for stage in find(process).stages]


def test_every_text_and_drawing_belongs_to_one_node_that_is_read() -> None:
    """Nothing exists only as ink on paper."""
    scene = laid(40)
    nodes = [node.id for node in scene.reading.walk()]
    assert len(nodes) == len(set(nodes))
    leaves = {node.id for node in scene.reading.walk() if not node.children}
    drawn = {text.node for text in scene.texts} | {drawing.node for drawing in scene.drawings}
    assert drawn == leaves
    figures = [node for node in scene.reading.walk() if node.kind is Kind.FIGURE]
    assert figures
    assert all(node.alt for node in figures)


def test_private_voices_are_for_the_pathfinder_alone() -> None:
    """A poster for the circle leaves them out; the pathfinder's own says that they are private."""
    session = samples.session(46)
    private = [each for each in session.voices.values() if each.share is Share.PRIVATE]
    assert private
    for_circle = {card.record for card in poster(session).cards}
    mine = poster(session, audience=Audience.PATHFINDER)
    for voice in private:
        assert f"voice-{voice.id}" not in for_circle
        words = [text.words for text in mine.texts if text.node == f"voice-{voice.id}"]
        assert any("private" in line for line in words)


def test_a_quote_without_name_shows_no_name_to_the_circle() -> None:
    """The speaker asked for that."""
    session = samples.session(3)
    voice = session.voices["v1"].model_copy(update={"share": Share.QUOTE})
    session = session.model_copy(update={"voices": {"v1": voice}, "people": session.people})
    lines = [text.words for text in poster(session).texts if text.node == "voice-v1"]
    assert "Tomas Marrow" not in " ".join(lines)
    mine = poster(session, audience=Audience.PATHFINDER)
    assert "Tomas Marrow" in " ".join(text.words for text in mine.texts if text.node == "voice-v1")


def test_the_same_session_gives_the_same_scene() -> None:
    """The hand that draws is always the same hand."""
    assert poster(samples.session(40)) == laid(40)


def test_records_of_another_form_come_to_their_home() -> None:
    """After a change of form no voice is lost."""
    session = samples.session(48, process="path8")
    about = session.about.model_copy(update={"process": "path6"})
    scene = poster(session.model_copy(update={"about": about}))
    shown = {card.record for card in scene.cards}
    assert {f"voice-{each.id}" for each in heard(session)} <= shown


def test_ink_without_its_pad_is_still_shown() -> None:
    """A stroke that came before its sketch is not lost."""
    session = samples.session(3, sketches=1)
    marks = {key: mark for key, mark in session.marks.items() if mark.kind == "stroke"}
    scene = poster(session.model_copy(update={"marks": marks}))
    assert [drawing.node for drawing in scene.drawings] == ["figure-d0"]


def test_letters_stay_legible_with_a_hundred_and_fifty_voices_at_a1() -> None:
    """Even who-said-it is at least two and a half millimetres."""
    scene = laid(150)
    assert scene.smallest_letters(841) >= 2.5
    spoken = [text.size for text in scene.texts if text.node.startswith("voice-")]
    assert sorted(spoken)[len(spoken) // 2] * 841 / scene.width >= 3.0


def test_the_bare_path_is_a_path() -> None:
    """Star upper right, circle below it, the arrow's tip just inside the circle."""
    for aspect in (1.3, A_SERIES, WALL, 2.6):
        bare = poster_template(aspect)
        tip = bare.arrow[3]
        assert bare.star.centre[0] > 0.6 * 3200
        assert bare.star.bottom <= bare.circle.y
        assert bare.circle.x < tip[0] < bare.circle.x + 0.1 * bare.circle.width
        assert tip[1] == pytest.approx(bare.circle.centre[1])
        assert bare.people.bottom < bare.arrow[2][1]
        assert bare.arrow[4][1] < bare.credit.y
        assert bare.circle.bottom < bare.closing.y
        assert bare.closing.bottom <= bare.height


def heard(session: Session) -> list:
    """Return the voices the circle may read."""
    return [each for each in session.voices.values() if each.share is not Share.PRIVATE]


def test_nothing_in_the_circle_lies_under_the_tip_of_the_arrow() -> None:
    """The arrow reaches into the goal, but not over what was said there."""
    for aspect in (A_SERIES, WALL):
        scene = poster(samples.session(40, sketches=14), aspect)
        (neck, high), (tip, middle) = poster_template(aspect).arrow[2:4]
        for card in scene.cards:
            if card.region != "goal":
                continue
            for y in (card.box.y, card.box.centre[1], card.box.bottom):
                edge = tip - (tip - neck) * abs(y - middle) / (middle - high)
                assert card.box.x > edge + 8


SAME_WORDS = tuple(
    Voice(id=f"{stage.id}{place}", stage=stage.id, text=text, order=place)
    for stage in find("path8").stages
    for place, text in enumerate(
        ("I live in my own flat.", "We go to the coast together.", "I play in a band.") * 3
    )
)


def _largest_letters(scene: Scene) -> dict[str, float]:
    stages = {f"voice-{voice.id}": voice.stage for voice in SAME_WORDS}
    found: dict[str, float] = {}
    for text in scene.texts:
        if stage := stages.get(text.node):
            found[stage] = max(text.size, found.get(stage, 0.0))
    return found


@pytest.mark.parametrize("aspect", [A_SERIES, WALL])
@pytest.mark.parametrize("process", ["path6", "path8"])
def test_with_as_many_words_those_of_the_dream_are_the_largest(process: str, aspect: float) -> None:
    session = samples.session(0, sketches=0, process=process)
    ids = {stage.id for stage in find(process).stages}
    voices = {voice.id: voice for voice in SAME_WORDS if voice.stage in ids}
    sizes = _largest_letters(poster(session.model_copy(update={"voices": voices}), aspect))
    assert sizes.pop("dream") >= max(sizes.values())


def test_the_words_of_the_dream_are_never_the_smallest() -> None:
    session = samples.session(0, sketches=0)
    most = {voice.id: voice for voice in SAME_WORDS if voice.stage == "dream"}
    few = {voice.id: voice for voice in SAME_WORDS if voice.stage != "dream" and voice.order < 1}
    sizes = _largest_letters(poster(session.model_copy(update={"voices": {**most, **few}})))
    assert sizes.pop("dream") >= min(sizes.values())
