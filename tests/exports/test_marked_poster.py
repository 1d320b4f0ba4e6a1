"""What differs between two states is outlined on the poster of one of them."""

import re

from path_planner.domain.base import put, remove
from path_planner.domain.marks import Card, Stamp
from path_planner.domain.session import Session
from path_planner.exports.base import Options
from path_planner.exports.session.poster import OUTLINE, marked_poster, render_for_page
from tests.domain.builders import a_session


def outlines(svg: bytes) -> tuple[int, int]:
    """Return how many full and how many dashed outlines a picture has."""
    found = re.findall(rf'<path [^>]*stroke="{OUTLINE}"[^>]*>', svg.decode())
    dashed = sum("stroke-dasharray" in path for path in found)
    return len(found) - dashed, dashed


def on_a_wall() -> Session:
    """Return a session with a wall and a stamp on it."""
    card = Card(id="v1", stage="dream", x=100, y=100, width=300)
    stamp = Stamp(id="st1", stage="dream", icon="heart", x=500, y=500, width=80, height=80)
    return put(put(a_session(), "marks", card), "marks", stamp)


def test_without_differences_it_is_the_poster_itself() -> None:
    shown = render_for_page(a_session(), Options())
    assert marked_poster(a_session(), (), a_session(), ()) == shown.svg
    assert shown.unprintable == ()


def test_voices_steps_and_drawings_have_an_outline_each() -> None:
    changed = (("voices", "v1"), ("commitments", "c1"), ("marks", "s1"), ("people", "robin"))
    for session in (a_session(), on_a_wall()):
        assert outlines(marked_poster(session, changed, session, ())) == (3, 0)


def test_what_is_deleted_is_dashed_where_it_was() -> None:
    after = remove(a_session(), "voices", "v1")
    assert outlines(marked_poster(after, (), a_session(), (("voices", "v1"),))) == (0, 1)


def test_a_stamp_on_the_wall_has_an_outline_too() -> None:
    assert outlines(marked_poster(on_a_wall(), (("marks", "st1"),), a_session(), ())) == (1, 0)
