"""The wall: its ground stands still, its cards stay where they are, new ones find room."""

from statistics import median

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from path_planner.domain.base import put, remove, with_fields
from path_planner.domain.marks import Card, CardSubject, Photo, card_id
from path_planner.domain.session import Columns, Session
from path_planner.domain.voice import Share
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience, Drawing, Kind, Role, Scene, Shape, Text
from path_planner.scene.poster import scene_of
from path_planner.scene.style import MIN_EMS_ACROSS_COLUMN
from path_planner.scene.template import WIDTH
from path_planner.scene.wall import (
    WallElement,
    background_pieces,
    card_pieces,
    cards_of,
    has_wall,
    relayout,
    stage_at,
    stage_boxes,
)
from path_planner.scene.wall.background import stage_regions
from tests.scene import samples, walls
from tests.scene.test_poster import SAME_WORDS, WORDS


def settled(session: Session) -> Session:
    """Write down where all cards stand, as the wall does."""
    for card in cards_of(session, process_of(session)).values():
        session = put(session, "marks", card)
    return session


def boxes(session: Session) -> dict[str, WallElement]:
    """Return the cards of a session by their records."""
    return {piece.id: piece for piece in card_pieces(session, process_of(session))}


def assert_none_overlaps(pieces: list[WallElement]) -> None:
    """Check that no card lies over another."""
    row = sorted(pieces, key=lambda piece: piece.box.x)
    for place, piece in enumerate(row):
        for other in row[place + 1 :]:
            if other.box.x >= piece.box.right:
                break
            assert not piece.box.overlaps(other.box, slack=1e-3), (piece.id, other.id)


def assert_all_inside(session: Session) -> None:
    """Check that each card lies in the region of its stage."""
    regions = stage_regions(session, process_of(session))
    for piece in boxes(session).values():
        assert regions[piece.stage].card_area.area.holds(piece.box, slack=1e-3), piece.id


def test_a_session_of_words_and_pads_has_no_wall() -> None:
    """One mark on the wall makes it one."""
    session = samples.session(12)
    assert not has_wall(session)
    assert has_wall(walls.session(3))
    assert has_wall(settled(session))


def test_the_ground_does_not_move_while_people_speak() -> None:
    """Columns are as wide as the form says, whatever stands in them."""
    few, many = samples.session(1), samples.session(150)
    process = process_of(few)
    assert stage_boxes(few, process) == stage_boxes(many, process)
    ground = {piece.id: piece for piece in background_pieces(few, process)}
    for piece in background_pieces(many, process):
        assert piece == ground[piece.id]
        assert piece.card is None


def test_the_ground_holds_the_path_its_titles_and_its_strips() -> None:
    """Star, circle, arrow, a head for each stage, title, people, agreement, closing, credit."""
    session = samples.session(3)
    process = process_of(session)
    names = [piece.id for piece in background_pieces(session, process)]
    assert names[0] == "paper"
    heads = {f"head-{stage.id}" for stage in process.stages}
    strips = {"banner", "people", "agreement", "closing", "credit"}
    assert heads | strips | {"star", "circle", "arrow", "elastic"} <= set(names)
    assert len(names) == len(set(names))
    for piece in background_pieces(session, process):
        assert piece.parts


def test_a_point_belongs_to_the_region_it_is_in_or_else_to_the_nearest() -> None:
    """Also far outside the wall."""
    session = samples.session(1)
    process = process_of(session)
    for stage, box in stage_boxes(session, process).items():
        assert stage_at(session, process, *box.centre) == stage
    assert stage_at(session, process, -9000, 1500) == "now"
    assert stage_at(session, process, 9000, -9000) == "dream"


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(WORDS, min_size=1, max_size=8),
    voices=st.integers(0, 60),
    sketches=st.integers(0, 6),
    process=st.sampled_from(("path6", "path8")),
    columns=st.sampled_from(list(Columns)),
)
def test_whatever_is_said_finds_room_and_overlaps_nothing(
    texts: list[str], voices: int, sketches: int, process: str, columns: Columns
) -> None:
    """All cards lie in their regions, none over another."""
    session = samples.session(
        voices, sketches=sketches, texts=tuple(texts), process=process, columns=columns
    )
    assert_none_overlaps(list(boxes(session).values()))
    assert_all_inside(session)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(kept=1, more=1, texts=["0"], where=[(412.0, 700.0, 116.0)])
@given(
    kept=st.integers(0, 40),
    more=st.integers(1, 30),
    texts=st.lists(WORDS, min_size=1, max_size=6),
    where=st.lists(
        st.tuples(st.floats(100, 2900), st.floats(700, 2000), st.floats(80, 500)), max_size=2
    ),
)
def test_new_cards_find_room_beside_those_that_stay(
    kept: int, more: int, texts: list[str], where: list[tuple[float, float, float]]
) -> None:
    """What was put by hand stays exactly where it is, and nothing is laid over it."""
    session = settled(samples.session(kept, sketches=1))
    there_before = set(boxes(session))
    for number, (x, y, width) in enumerate(where[: min(kept, 2)]):
        session = walls.kept(session, f"v{number}", x, y, width)
    by_hand = {key: mark for key, mark in session.marks.items() if getattr(mark, "by_hand", False)}
    wanted = samples.session(kept + more, texts=tuple(texts)).voices
    for number in range(kept, kept + more):
        session = put(session, "voices", wanted[f"v{number}"])
        before = {
            key: piece
            for key, piece in boxes(session).items()
            if card_id(CardSubject.VOICES, key) in by_hand
        }
        session = settled(session)
    after = boxes(session)
    for key, card in by_hand.items():
        assert session.marks[key] == card
        assert after[key].box == before[key].box
    others = [piece for key, piece in after.items() if key not in by_hand]
    assert_none_overlaps(others)
    for key in by_hand:
        region = stage_regions(session, process_of(session))[after[key].stage].card_area.area.box
        if after[key].box.width * after[key].box.height < region.width * region.height / 4:
            over = [piece for piece in others if piece.box.overlaps(after[key].box, slack=1e-3)]
            laid_over = [piece.id for piece in over if piece.id not in there_before]
            assert not laid_over, (key, laid_over)


def test_kept_cards_do_not_move_when_somebody_speaks() -> None:
    """As long as there is room at a size that can be read."""
    session = settled(samples.session(24))
    before = boxes(session)
    session = put(session, "voices", samples.session(25).voices["v24"])
    after = boxes(session)
    assert set(after) == {*before, "v24"}
    assert {key: after[key].box for key in before} == {key: before[key].box for key in before}


@pytest.mark.parametrize("voices", [4, 8, 12, 20, 40])
def test_words_do_not_shrink_beside_an_empty_half_when_a_wall_begins(voices: int) -> None:
    """Where they are smaller than on the poster, their region is more than half full."""
    session = samples.session(voices, sketches=0)
    process = process_of(session)
    before, after = scene_of(session, process), scene_of(settled(session), process)
    smaller = 0
    placed = cards_of(session, process).values()
    sizes = {card.stage: card.size for card in placed}
    for stage, region in stage_regions(session, process).items():
        cards = [card for card in after.cards if card.region == stage]
        nodes = {card.record for card in cards}
        old, new = (smallest(scene, nodes) for scene in (before, after))
        area = region.card_area.area
        # A voice alone, and one in a narrow column, are no larger than others beside them will be;
        # none is larger than those of the dream.
        if (
            len(cards) < 2
            or sizes[stage] >= 0.9 * sizes["dream"]
            or new >= 0.9 * old
            or new > area.box.width / MIN_EMS_ACROSS_COLUMN * 0.85
        ):
            continue
        smaller += 1
        covered = sum(card.box.width * card.box.height for card in cards) / area.space
        low = max(card.box.bottom for card in cards) - area.box.y
        assert max(covered, low / area.box.height) > 0.5, stage
    assert smaller or min(sizes.values()) >= 0.9 * sizes["dream"]


def smallest(scene: Scene, nodes: set[str]) -> float:
    """Return the size of the smallest letters of these cards."""
    return min((text.size for text in scene.texts if text.node in nodes), default=0.0)


def test_a_voice_alone_is_not_gigantic() -> None:
    """It is written as others beside it will be."""
    session = samples.session(1, sketches=0)
    assert 20 <= cards_of(session, process_of(session))["v0"].size <= 40


def test_cards_avoid_ink_where_they_can() -> None:
    """Somebody drew first and speaks then."""
    session = samples.session(0, sketches=0)
    stroke = next(walls.ink(1)).model_copy(
        update={"points": (150.0, 900.0, 300.0, 1000.0, 200.0, 1150.0), "pressures": ()}
    )
    session = put(session, "marks", stroke)
    wanted = samples.session(20, sketches=0).voices
    now = {key: voice for key, voice in wanted.items() if voice.stage == "now"}
    session = session.model_copy(update={"voices": now})
    drawn = Box(150, 900, 150, 250)
    assert len(boxes(session)) == 3
    assert not any(piece.box.overlaps(drawn) for piece in boxes(session).values())


def test_a_voice_that_goes_to_another_stage_gets_a_new_place_there() -> None:
    """Its old card does not hold it back; a commitment's card stays wherever it was put."""
    session = settled(samples.session(12))
    session = put(session, "voices", with_fields(session.voices["v0"], stage="now"))
    assert_all_inside(session)
    assert boxes(session)["v0"].stage == "now"
    promise = session.marks["e0"]
    moved = promise.model_copy(update={"x": 2400.0, "y": 1500.0, "stage": "goal"})
    card = boxes(put(session, "marks", moved))["e0"]
    assert (card.box.x, card.box.y) == (2400, 1500)


def test_a_sketch_has_a_card_beside_its_own_mark() -> None:
    """Both are marks, so the card has an id of its own."""
    session = settled(samples.session(6, sketches=2))
    card = session.marks[card_id(CardSubject.MARKS, "d0")]
    assert isinstance(card, Card)
    assert card.holds is CardSubject.MARKS
    assert session.marks["d0"].kind == "sketch"
    piece = boxes(session)["d0"]
    assert piece.card == card
    (drawing,) = piece.parts
    assert isinstance(drawing, Drawing)
    assert len(card_id(CardSubject.MARKS, "x" * 40)) <= 40


def test_tidying_lays_a_stage_out_anew_and_leaves_the_others() -> None:
    """What was scattered by hand comes back into rows."""
    session = settled(samples.session(40))
    for number, key in enumerate(("v0", "v6", "v12")):
        session = walls.kept(session, key, 2300 + 20 * number, 300 + 10 * number)
    laid = relayout(session, process_of(session), "dream")
    assert {"v0", "v6", "v12"} <= set(laid)
    for card in laid.values():
        session = put(session, "marks", card)
    assert_none_overlaps(list(boxes(session).values()))
    assert_all_inside(session)


def test_hidden_cards_take_no_room_and_are_not_on_the_poster() -> None:
    """The words stay in the plan."""
    session = settled(samples.session(6))
    session = put(session, "marks", session.marks["v0"].model_copy(update={"hidden": True}))
    assert "v0" not in boxes(session)
    scene = scene_of(session, process_of(session))
    assert "voice-v0" not in {node.id for node in scene.reading.walk()}
    assert "v0" in cards_of(session, process_of(session))


def test_private_voices_are_not_on_the_wall() -> None:
    """Not even if they had a card before they became private."""
    session = settled(samples.session(6))
    session = put(session, "voices", with_fields(session.voices["v0"], share=Share.PRIVATE))
    assert "v0" not in boxes(session)
    mine = card_pieces(session, process_of(session), Audience.PATHFINDER)
    assert "v0" in {piece.id for piece in mine}


def test_share_level_and_approval_are_small_signs_on_the_wall_and_not_on_the_poster() -> None:
    """Each of its own form, none told apart by colour alone."""
    session = samples.session(6, sketches=0)
    plain = boxes(session)["v0"].parts
    seen = []
    for change in ({"share": "theme"}, {"share": "quote"}, {"share": "named"}, {"approved": True}):
        marked = put(session, "voices", with_fields(session.voices["v0"], **change))
        parts = boxes(marked)["v0"].parts
        signs = parts[-(len(parts) - len(plain)) :]
        assert signs
        seen.append(tuple(sign.outline for sign in signs if isinstance(sign, Shape))[1:])
        poster = card_pieces(marked, process_of(marked), signs=False)
        assert not any(
            isinstance(part, Shape) and part.role is Role.SIGN
            for piece in poster
            if piece.id == "v0"
            for part in piece.parts
        )
    assert len(set(seen)) == 4


def test_a_signature_stands_on_the_card_of_its_commitment() -> None:
    """Inside the card, and told as a figure with the name."""
    session = walls.session(12)
    piece = boxes(session)["e0"]
    (ink,) = (part for part in piece.parts if isinstance(part, Drawing))
    assert piece.box.y < ink.box.y
    assert ink.box.bottom <= piece.box.bottom
    scene = scene_of(session, process_of(session))
    alts = {node.id: node.alt for node in scene.reading.walk()}
    assert alts["signature-e0"] == "Signature of Tomas Marrow"


def test_every_part_that_is_read_belongs_to_one_node() -> None:
    """Labels are words; stamps, photos and named shapes are figures; ink is one figure a stage."""
    scene = scene_of(walls.session(24), process_of(walls.session(24)))
    nodes = [node.id for node in scene.reading.walk()]
    assert len(nodes) == len(set(nodes))
    leaves = {node.id for node in scene.reading.walk() if not node.children}
    assert {part.node for part in scene.painting if part.node} == leaves
    alts = {node.id: node.alt for node in scene.reading.walk() if node.kind is Kind.FIGURE}
    assert all(alts.values())
    assert alts["mark-home"] == "A house"
    assert alts["mark-door"] == "A blue door with a brass handle"
    assert alts["ink-now"] == "Drawing in “Now”: 12 lines"
    words = {part.words for part in scene.painting if isinstance(part, Text)}
    assert {"Fridays!", "Enough sleep", "for all"} <= words


def test_marks_lie_over_each_other_in_their_order() -> None:
    """Whatever has the higher order was put on top; cards of the same order lie below."""
    session = walls.session(6)
    above = put(session, "marks", session.marks["box"].model_copy(update={"order": 900.0}))
    found = []
    for each in (session, above):
        painting = scene_of(each, process_of(each)).painting
        looks = [getattr(part, "fill", "") or part.node for part in painting]
        found.append(looks.index("#FFE08A") < looks.index("mark-inbox"))
    assert found == [True, False]


def test_a_photo_under_the_regions_shows_through_them() -> None:
    """A photographed paper PATH lies over the paper and under a thin veil of colour."""
    session = walls.session(3)
    under = session.marks["door"].model_copy(update={"under": True, "width": WIDTH})
    assert isinstance(under, Photo)
    scene = scene_of(put(session, "marks", under), process_of(session))
    paper, photo = scene.painting[:2]
    assert isinstance(paper, Shape)
    assert paper.role is Role.PAPER
    assert photo.node == "mark-door"
    veils = [
        part for part in scene.painting if isinstance(part, Shape) and part.role is Role.GROUND
    ]
    assert all(0 < part.opacity < 0.5 for part in veils)
    sheet = next(
        part
        for piece in background_pieces(put(session, "marks", under), process_of(session))
        for part in piece.parts
        if piece.id == "paper" and isinstance(part, Shape)
    )
    assert sheet.opacity == 0


def test_on_paper_of_another_shape_the_wall_stands_whole_and_in_the_middle() -> None:
    """Nothing is laid out anew: what was drawn beside a card is still beside it."""
    session = settled(remove(walls.session(12, strokes=0), "marks", "sign"))
    process = process_of(session)
    usual, width = scene_of(session, process), scene_of(session, process, aspect=2.0)
    assert (usual.width, round(usual.height)) == (WIDTH, 2263)
    assert width.width / width.height == 2.0
    shift = (width.width - usual.width) / 2
    for card, other in zip(usual.cards, width.cards, strict=True):
        assert other.record == card.record
        assert abs(other.box.x - card.box.x - shift) < 1e-6
        assert abs(other.box.y - card.box.y) < 1e-6


def test_what_stands_a_little_outside_is_on_the_paper() -> None:
    """The paper shows more; something lost far away does not make all else small."""
    session = walls.session(3, strokes=0)
    away = session.marks["box"].model_copy(update={"x": -300.0})
    scene = scene_of(put(session, "marks", away), process_of(session))
    assert 3400 < scene.width < 3700
    lost = session.marks["box"].model_copy(update={"x": -900_000.0})
    scene = scene_of(put(session, "marks", lost), process_of(session))
    assert scene.width == WIDTH


def test_with_as_many_words_the_cards_of_the_dream_are_the_largest() -> None:
    """Also of a stage that had fewer, as it is written on."""
    session = samples.session(0, sketches=0, process="path8")
    process = process_of(session)
    for voice in sorted(
        SAME_WORDS, key=lambda voice: [each.id for each in process.stages].index(voice.stage)
    ):
        session = settled(
            session.model_copy(update={"voices": {**session.voices, voice.id: voice}})
        )
    sizes: dict[str, list[float]] = {}
    for record, card in cards_of(session, process).items():
        sizes.setdefault(session.voices[record].stage, []).append(card.size)
    dream = median(sizes.pop("dream"))
    assert all(max(each) <= dream for each in sizes.values())
